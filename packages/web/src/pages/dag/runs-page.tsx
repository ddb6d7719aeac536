/** Every run of a DAG, the newest first. */
import type { components } from "@momiji/client";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { useFresh } from "../../live/use-fresh.ts";
import { Empty } from "../../parts/panel.tsx";
import { ProblemPanel } from "../../parts/problem-panel.tsx";
import { Took } from "../../parts/took.tsx";
import { When } from "../../parts/when.tsx";
import { StateBadge } from "../../states/state-badge.tsx";
import { readState } from "../../states/state.ts";
import runStyles from "../run/run.module.css";

const PAGE = 50;
const SETTLE_MILLIS = 1000;
const COLUMNS = ["state", "run", "type", "runAfter", "start", "took", "by", "version"] as const;

export function RunsPage() {
  const { t } = useTranslation("dag");
  const { dagId } = useParams({ strict: false }) as { dagId: string };
  const isWatched = useFresh({
    topics: [`dag:${dagId}`],
    queryKey: ["runs", dagId],
    settleMillis: SETTLE_MILLIS,
    concerns: ({ event, data }) => event === "run" && data.d === dagId,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["runs", dagId],
    enabled: isWatched,
    queryFn: ({ pageParam: offset, signal }) =>
      client.get("/api/v2/dags/{dag_id}/dagRuns", {
        params: { path: { dag_id: dagId }, query: { limit: PAGE, offset, order_by: ["-run_after"] } },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ dag_runs: last }, pages) => (last.length < PAGE ? null : pages.length * PAGE),
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  const runs = data?.pages.flatMap(({ dag_runs: rows }) => rows) ?? [];
  if (data !== undefined && runs.length === 0) return <Empty>{t("runs.empty")}</Empty>;
  return (
    <>
      <p>{data !== undefined && t("runs.total", { count: data.pages[0]?.total_entries ?? 0 })}</p>
      <table className={runStyles["tasks"]}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`runs.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.dag_run_id} run={run} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={() => void fetchNextPage()}>
          {t("runs.more")}
        </Button>
      )}
    </>
  );
}

function RunRow({ run }: { readonly run: components["schemas"]["DAGRunResponse"] }) {
  const { dag_id: dagId } = run;
  return (
    <tr>
      <td>
        <StateBadge state={readState(run.state)} />
      </td>
      <td>
        <Link to="/dags/$dagId/runs/$runId" params={{ dagId, runId: run.dag_run_id }}>
          {run.dag_run_id}
        </Link>
      </td>
      <td>{run.run_type}</td>
      <td>
        <When at={run.run_after} />
      </td>
      <td>
        <When at={run.start_date} show="time" />
      </td>
      <td>
        <Took millis={run.duration === null ? null : run.duration * 1000} />
      </td>
      <td>{run.triggering_user_name}</td>
      <td>{run.dag_versions.map(({ version_number: number }) => `v${number}`).join(", ")}</td>
    </tr>
  );
}
