/** One pool: who holds its slots now, and who gets the next. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { RunLabel } from "../../../parts/run-label.tsx";
import { When } from "../../../parts/when.tsx";
import { StateBadge } from "../../../states/state-badge.tsx";
import { readState } from "../../../states/state.ts";
import styles from "../admin.module.css";
import { SettingPage } from "../setting-page.tsx";
import { SettingTable } from "../setting-table.tsx";
import { PoolBar } from "./pool-bar.tsx";
import { usePoolPreview } from "./pool-preview.tsx";
import { needOf } from "./pool.ts";
import { PoolActions, usePoolsFresh } from "./pools-page.tsx";

const LISTED = 100;

export function PoolPage() {
  const { t } = useTranslation("admin");
  const { poolName } = useParams({ from: "/admin/pools/$poolName" });
  const isWatched = usePoolsFresh();
  const {
    data: pool,
    error,
    refetch,
  } = useQuery({
    enabled: isWatched,
    queryKey: ["pools", "one", poolName],
    queryFn: ({ signal }) =>
      client.get("/api/v2/pools/{pool_name}", { params: { path: { pool_name: poolName } }, signal }),
  });
  const need = pool === undefined ? "none" : needOf(pool);
  return (
    <SettingPage title={t("pools.of", { name: poolName })} tools={pool !== undefined && <PoolActions pool={pool} />}>
      <p>
        <Link to="/pools">{t("pools.all")}</Link>
      </p>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {need !== "none" && <p className={styles["warning"]}>{t(`pools.need.${need}`)}</p>}
      {pool !== undefined && (
        <>
          {pool.description !== null && <p>{pool.description}</p>}
          <PoolBar pool={pool} />
          <dl className={styles["facts"]}>
            <Fact name={t("pools.slotsLabel")} value={pool.slots < 0 ? t("pools.endless") : pool.slots} />
            <Fact name={t("pools.open")} value={pool.slots < 0 ? t("pools.endless") : pool.open_slots} />
            <Fact name={t("pools.running")} value={pool.running_slots} />
            <Fact name={t("pools.queued")} value={pool.queued_slots} />
            <Fact name={t("pools.deferred")} value={pool.deferred_slots} />
            <Fact name={t("pools.scheduled")} value={pool.scheduled_slots} />
          </dl>
          <Holders poolName={poolName} />
          <Waiting poolName={poolName} change={{ slots: pool.slots, include_deferred: pool.include_deferred }} />
        </>
      )}
    </SettingPage>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: number | string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value.toLocaleString()}</dd>
    </div>
  );
}

function Holders({ poolName }: { readonly poolName: string }) {
  const { t } = useTranslation("admin");
  const { data, error, refetch } = useQuery({
    queryKey: ["pools", "holders", poolName],
    queryFn: ({ signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
        params: {
          path: { dag_id: "~", dag_run_id: "~" },
          query: { pool: [poolName], state: ["running", "restarting", "queued", "deferred"], limit: LISTED },
        },
        signal,
      }),
  });
  return (
    <Panel title={t("pools.holders")} count={data?.total_entries ?? undefined}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.task_instances.length === 0 && <Empty>{t("pools.noHolders")}</Empty>}
      {data !== undefined && data.task_instances.length > 0 && (
        <SettingTable titles={[t("pools.state"), t("pools.task"), t("pools.since"), t("pools.slotsLabel")]}>
          {data.task_instances.map((each) => (
            <tr key={each.id}>
              <td>
                <StateBadge state={readState(each.state)} />
              </td>
              <td>
                <TaskLink dagId={each.dag_id} runId={each.dag_run_id} taskId={each.task_id} mapIndex={each.map_index} />
              </td>
              <td>
                <When at={each.start_date ?? each.queued_when} />
              </td>
              <td>{each.pool_slots}</td>
            </tr>
          ))}
        </SettingTable>
      )}
    </Panel>
  );
}

interface WaitingProps {
  readonly poolName: string;
  readonly change: { readonly slots: number; readonly include_deferred: boolean };
}

/** In the order in which they get slots. */
function Waiting({ poolName, change }: WaitingProps) {
  const { t } = useTranslation("admin");
  const { data, error, refetch } = usePoolPreview(poolName, change);
  return (
    <Panel title={t("pools.next")} count={data?.total}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && <Empty>{t("pools.nobodyWaits")}</Empty>}
      {data !== undefined && data.items.length > 0 && (
        <ol>
          {data.items.map(({ key, slots }) => (
            <li key={Object.values(key).join("\n")}>
              <TaskLink dagId={key.dag_id} runId={key.dag_run_id} taskId={key.task_id} mapIndex={key.map_index} />{" "}
              <span className={styles["slots"]}>{t("pools.slots", { count: slots })}</span>
            </li>
          ))}
        </ol>
      )}
      {data !== undefined && data.hidden > 0 && (
        <p className={styles["quiet"]}>{t("pools.hidden", { count: data.hidden })}</p>
      )}
    </Panel>
  );
}

interface TaskLinkProps {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

export function TaskLink({ dagId, runId, taskId, mapIndex }: TaskLinkProps) {
  const params = { dagId, runId, taskId };
  const words = (
    <>
      {dagId} / <RunLabel runId={runId} /> / {taskId}
    </>
  );
  if (mapIndex < 0)
    return (
      <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={params}>
        {words}
      </Link>
    );
  return (
    <Link
      to="/dags/$dagId/runs/$runId/tasks/$taskId/mapped/$mapIndex"
      params={{ ...params, mapIndex: String(mapIndex) }}
    >
      {words} [{mapIndex}]
    </Link>
  );
}
