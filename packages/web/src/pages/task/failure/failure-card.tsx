/** Why it failed, in one card: the cause, the lines around it, what has changed, what waits for it. */
import { CodeWords } from "../../../parts/code-words.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { useTranslation } from "react-i18next";
import type { TaskPlace } from "../task-place.ts";
import styles from "../task.module.css";
import { sentence } from "../why/why-words.ts";
import { FailureActions } from "./failure-actions.tsx";
import { useFailure } from "./failure-data.ts";
import { Blocks, History } from "./failure-context.tsx";
import { Excerpt, Frames, Outside } from "./failure-evidence.tsx";
import { adviceText, failureTold } from "./failure-words.ts";

export function FailureCard({ place, tryNumber }: { readonly place: TaskPlace; readonly tryNumber: number }) {
  const { t } = useTranslation(["failure", "task"]);
  const { data: failure, error, refetch } = useFailure(place, tryNumber);
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (failure === undefined)
    return <section className={styles["failure"]} aria-busy="true" style={{ minHeight: 120 }} />;
  const { headline, title, detail, advice } = failure;
  const { words, said } = failureTold(failure, t);
  return (
    <section className={styles["failure"]} aria-label={t("task:failure.title")}>
      <h3>{words}</h3>
      {said !== null && <p className={styles["saidOfIt"]}>{sentence(said)}</p>}
      {headline !== null && headline !== title && <p className={styles["headline"]}>{headline}</p>}
      <Outside failure={failure} />
      <Excerpt failure={failure} />
      <Frames failure={failure} />
      <History place={place} failure={failure} />
      <Blocks place={place} failure={failure} />
      {advice.map((one) => (
        <p key={`${one.kind} ${one.code}`}>
          <CodeWords text={adviceText(one, t)} /> <code className={styles["quiet"]}>{`docs/${one.href}`}</code>
        </p>
      ))}
      {detail !== null && (
        <details>
          <summary>{t("task:failure.detail")}</summary>
          <pre className={styles["detail"]} tabIndex={0}>
            {detail}
          </pre>
        </details>
      )}
      <FailureActions place={place} failure={failure} />
    </section>
  );
}
