/** The DAGs that make an asset, how their last run went, and when the next is. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { When } from "../../../parts/when.tsx";
import type { Producer } from "../assets.ts";
import styles from "../assets.module.css";
import { DagName } from "./dag-name.tsx";
import { LastRun } from "./last-run.tsx";

export function Producers({ producers }: { readonly producers: readonly Producer[] }) {
  const { t } = useTranslation("assets");
  return (
    <Panel title={t("producers.title")} count={producers.length}>
      {producers.length === 0 && <Empty>{t("producers.none")}</Empty>}
      {producers.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("column.dag")}</th>
              <th scope="col">{t("column.tasks")}</th>
              <th scope="col">{t("column.lastRun")}</th>
              <th scope="col">{t("column.nextRun")}</th>
            </tr>
          </thead>
          <tbody>
            {producers.map((producer) => (
              <tr key={producer.dagId}>
                <td data-label={t("column.dag")}>
                  <DagName dag={producer} />
                </td>
                <td data-label={t("column.tasks")}>
                  {producer.taskIds.map((taskId) => (
                    <Link
                      key={taskId}
                      to="/dags/$dagId/code"
                      params={{ dagId: producer.dagId }}
                      search={{ task: taskId }}
                      className={styles["task"]}
                    >
                      {taskId}
                    </Link>
                  ))}
                </td>
                <td data-label={t("column.lastRun")}>
                  <LastRun dag={producer} />
                </td>
                <td data-label={t("column.nextRun")}>
                  <When at={producer.isPaused ? null : producer.next.runAfter} show="minute" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
