/** The DAGs that wait for an asset, and how much of what they wait for has come; and the tasks that merely read it. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import type { AssetOverview, Consumer } from "../assets.ts";
import styles from "../assets.module.css";
import { DagName } from "./dag-name.tsx";
import { Effect } from "./effect.tsx";
import { LastRun } from "./last-run.tsx";
import { Unqueue } from "./unqueue.tsx";

interface ConsumersProps {
  readonly asset: AssetOverview["asset"];
  readonly consumers: readonly Consumer[];
}

export function Consumers({ asset, consumers }: ConsumersProps) {
  const { t } = useTranslation("assets");
  return (
    <Panel title={t("consumers.title")} count={consumers.length}>
      {consumers.length === 0 && <Empty>{t("consumers.none")}</Empty>}
      {consumers.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("column.dag")}</th>
              <th scope="col">{t("column.arrived")}</th>
              <th scope="col">{t("column.effect")}</th>
              <th scope="col">{t("column.lastRun")}</th>
            </tr>
          </thead>
          <tbody>
            {consumers.map((consumer) => (
              <tr key={consumer.dagId}>
                <td data-label={t("column.dag")}>
                  <DagName dag={consumer} />
                </td>
                <td data-label={t("column.arrived")}>
                  <Arrived consumer={consumer} />
                  <Unqueue asset={asset} consumer={consumer} />
                </td>
                <td data-label={t("column.effect")}>
                  <Effect effect={consumer.onEvent} />
                </td>
                <td data-label={t("column.lastRun")}>
                  <LastRun dag={consumer} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Readers asset={asset} />
    </Panel>
  );
}

/** "2 of 3 arrived", and which. */
function Arrived({ consumer: { wanted } }: { readonly consumer: Consumer }) {
  const { t } = useTranslation("assets");
  const arrived = wanted.filter((each) => each.arrived !== null).length;
  return (
    <>
      {t("arrived", { arrived, of: wanted.length })}
      <ul className={styles["wanted"]}>
        {wanted.map(({ kind, name, arrived: at }) => (
          <li key={`${kind} ${name}`}>
            <span aria-hidden="true">{at === null ? "…" : "✓"}</span> {kind === "alias" ? t("alias", { name }) : name}{" "}
            {at === null ? <span className={styles["quiet"]}>{t("notYet")}</span> : <When at={at} show="minute" />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Readers({ asset: { consuming_tasks: tasks } }: { readonly asset: AssetOverview["asset"] }) {
  const { t } = useTranslation("assets");
  if (tasks.length === 0) return null;
  return (
    <p className={styles["facts"]}>
      {t("readers")}
      {tasks.map(({ dag_id: dagId, task_id: taskId }) => (
        <Link key={`${dagId} ${taskId}`} to="/dags/$dagId/code" params={{ dagId }} search={{ task: taskId }}>
          {dagId} · {taskId}
        </Link>
      ))}
    </p>
  );
}
