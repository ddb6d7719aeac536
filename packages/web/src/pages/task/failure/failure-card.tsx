/** Why it failed, in one card: the cause, the lines around it, what has changed, what waits for it. */
import { CodeWords } from "../../../parts/code-words.tsx";
import { Gap } from "../../../parts/gap.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { docPlace } from "../../help/doc-link.ts";
import type { TaskPlace } from "../task-place.ts";
import styles from "../task.module.css";
import { sentence } from "../why/why-words.ts";
import { FailureActions } from "./failure-actions.tsx";
import { type Failure, useFailure } from "./failure-data.ts";
import { Blocks, History } from "./failure-context.tsx";
import { Excerpt, Frames, Outside } from "./failure-evidence.tsx";
import { adviceTold, failureTold } from "./failure-words.ts";

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
      {headline !== null && !headline.endsWith(title) && <p className={styles["headline"]}>{headline}</p>}
      <Outside failure={failure} />
      <Excerpt failure={failure} />
      <Frames failure={failure} />
      <History place={place} failure={failure} />
      <Blocks place={place} failure={failure} />
      {advice.map((one) => (
        <AdviceLine key={`${one.kind} ${one.code}`} advice={one} />
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

function AdviceLine({ advice }: { readonly advice: Failure["advice"][number] }) {
  const { t } = useTranslation(["failure", "jobs", "task"]);
  const { words, said } = adviceTold(advice, t);
  const place = docPlace(advice.href);
  return (
    <p>
      <CodeWords text={words} />
      <Gap />
      {said !== null && <CodeWords text={said} />}
      <Gap />
      {place !== null && (
        <Link to="/help/$" params={{ _splat: place.name }} hash={place.hash}>
          {t("task:failure.guide")}
        </Link>
      )}
    </p>
  );
}
