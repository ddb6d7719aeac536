/** What the task has returned and pushed, in short, beside its log. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../parts/copy-button.tsx";
import styles from "./outputs.module.css";
import { type TaskAnswer, type TaskPlace } from "./task-place.ts";

interface OutputsProps {
  readonly place: TaskPlace;
  readonly of: NonNullable<TaskAnswer["outputs"]>;
}

export function Outputs({ place, of: { entries, total } }: OutputsProps) {
  const { t } = useTranslation("task");
  return (
    <section className={styles["outputs"]} aria-label={t("outputs.title")}>
      <h3>{t("outputs.title")}</h3>
      <dl>
        {entries.map(({ key, kind, size, text }) => (
          <div key={key}>
            <dt>
              <code>{key}</code> <span className={styles["quiet"]}>{kind}</span>
              {size === text.length && <CopyButton text={text} />}
            </dt>
            <dd>
              <code>{size === text.length ? text : `${text}…`}</code>
            </dd>
          </div>
        ))}
      </dl>
      <XComLink place={place}>{t("outputs.all", { count: total })}</XComLink>
    </section>
  );
}

interface XComLinkProps extends Pick<OutputsProps, "place"> {
  readonly children: string;
}

function XComLink({ place: { dagId, runId, taskId, mapIndex }, children }: XComLinkProps) {
  const params = { dagId, runId, taskId, mapIndex: String(mapIndex), tab: "xcom" };
  return mapIndex < 0 ? (
    <Link to="/dags/$dagId/runs/$runId/tasks/$taskId/$tab" params={params}>
      {children}
    </Link>
  ) : (
    <Link to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex/$tab" params={params}>
      {children}
    </Link>
  );
}
