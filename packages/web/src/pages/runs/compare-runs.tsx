/** Two runs beside each other: the older one left. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../parts/dialog.tsx";
import { client } from "../../api/client.ts";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { RunLabel } from "../../parts/run-label.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import { compareConf, compareTasks, type ComparedTask } from "./compare.ts";
import type { RunRow } from "./run-row.ts";
import styles from "./runs.module.css";

interface CompareRunsProps {
  readonly before: RunRow;
  readonly after: RunRow;
  readonly onClose: () => void;
}

export function CompareRuns({ before: one, after: other, onClose }: CompareRunsProps) {
  const { t } = useTranslation("browse");
  const [before, after] = one.run_after <= other.run_after ? [one, other] : [other, one];
  const params = compareConf(before.conf, after.conf);
  const line = (title: string, draw: (run: RunRow) => ReactNode) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      <td>{draw(before)}</td>
      <td>{draw(after)}</td>
    </tr>
  );
  return (
    <Dialog onClose={onClose} size="xl" title={t("compare.title")}>
      <table className={styles["compare"]}>
        <tbody>
          {line(t("column.run"), ({ dag_id: dagId, dag_run_id: runId }) => (
            <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId }} title={runId} onClick={onClose}>
              {dagId} · <RunLabel runId={runId} />
            </Link>
          ))}
          {line(t("column.state"), ({ state }) => (
            <StateBadge state={readState(state)} />
          ))}
          {line(t("column.runAfter"), ({ run_after: at }) => (
            <When at={at} />
          ))}
          {line(t("column.took"), ({ duration }) => (
            <Took millis={duration === null ? null : duration * 1000} />
          ))}
          {line(t("column.version"), ({ dag_version: version }) => `v${version}`)}
          {params.length === 0
            ? line(t("column.conf"), () => t("compare.sameConf"))
            : params.map((param) => line(param.name, (run) => (run === before ? param.before : param.after) ?? "–"))}
        </tbody>
      </table>
      <ComparedTasks before={before} after={after} />
    </Dialog>
  );
}

const MOST = 100;

function useTasks({ dag_id: dagId, dag_run_id: runId }: RunRow) {
  return useQuery({
    queryKey: ["compare", dagId, runId],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: { path: { dag_id: dagId, dag_run_id: runId }, query: { limit: MOST, order_by: ["-duration"] } },
        signal,
      }),
    staleTime: 0,
  });
}

function ComparedTasks({ before, after }: Omit<CompareRunsProps, "onClose">) {
  const { t } = useTranslation("browse");
  const [left, right] = [useTasks(before), useTasks(after)];
  const error = left.error ?? right.error;
  if (error !== null) return <ProblemPanel error={error} />;
  if (left.data === undefined || right.data === undefined) return null;
  return (
    <table className={styles["compare"]}>
      <thead>
        <tr>
          {[t("column.task"), t("compare.before"), t("compare.after")].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compareTasks(left.data.task_instances, right.data.task_instances).map((task) => (
          <tr key={task.name}>
            <th scope="row">{task.name}</th>
            <Side task={task.before} />
            <Side task={task.after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ task }: { readonly task: ComparedTask["before"] }) {
  if (task === undefined) return <td>–</td>;
  return (
    <td>
      <StateBadge state={readState(task.state)} />{" "}
      <Took millis={task.duration === null ? null : task.duration * 1000} />
    </td>
  );
}
