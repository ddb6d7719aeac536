/** The events of an asset: who made each, which runs took it up, and what came with it. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client } from "../../../api/client.ts";
import { JsonView } from "../../../parts/json-view.tsx";
import { Empty, Panel } from "../../../parts/panel.tsx";
import { ProblemPanel } from "../../../parts/problem-panel.tsx";
import { When } from "../../../parts/when.tsx";
import { StateGlyph } from "../../../states/state-glyph.tsx";
import { readState } from "../../../states/state.ts";
import type { AssetEvent } from "../assets.ts";
import styles from "../assets.module.css";

const PAGE = 25;

export function AssetEvents({ assetId }: { readonly assetId: number }) {
  const { t } = useTranslation(["assets", "shell"]);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["assets", assetId, "events"],
    queryFn: ({ pageParam, signal }) =>
      client.get("/api/v2/assets/events", {
        params: { query: { asset_id: assetId, order_by: ["-timestamp"], limit: PAGE, offset: pageParam } },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ total_entries: total, asset_events: events }, all) => {
      const read = all.length * PAGE;
      return events.length === 0 || read >= total ? null : read;
    },
  });
  const events = data?.pages.flatMap((page) => page.asset_events) ?? [];
  const total = data?.pages[0]?.total_entries;
  return (
    <Panel title={t("assets:events.title")} count={total}>
      {error !== null && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {total === 0 && <Empty>{t("assets:events.none")}</Empty>}
      <ol className={styles["events"]}>
        {events.map((event) => (
          <EventItem key={event.id} event={event} />
        ))}
      </ol>
      {hasNextPage && (
        <Button size="compact-sm" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("shell:more")}
        </Button>
      )}
    </Panel>
  );
}

function EventItem({ event }: { readonly event: AssetEvent }) {
  const { t } = useTranslation(["assets", "states"]);
  const { created_dagruns: runs, extra } = event;
  return (
    <li>
      <div className={styles["event"]}>
        <When at={event.timestamp} />
        <Source event={event} />
        <span>
          {runs.length === 0 && <span className={styles["quiet"]}>{t("assets:events.noRuns")}</span>}
          {runs.map(({ dag_id: dagId, run_id: runId, state }) => (
            <Link
              key={`${dagId} ${runId}`}
              to="/dags/$dagId/runs/$runId"
              params={{ dagId, runId }}
              title={runId}
              className={styles["run"]}
            >
              <span aria-hidden="true">→</span> <StateGlyph state={readState(state)} />
              <span className="visually-hidden">{t(`states:${readState(state)}`)}</span> {dagId}
            </Link>
          ))}
        </span>
      </div>
      {Object.keys(extra).length > 0 && <JsonView value={extra} open={0} />}
    </li>
  );
}

/** Null parts: it came from elsewhere. */
function Source({ event }: { readonly event: AssetEvent }) {
  const { t } = useTranslation("assets");
  const { source_dag_id: dagId, source_run_id: runId, source_task_id: taskId, extra } = event;
  if (dagId === null || runId === null || taskId === null)
    return <span>{t(extra["from_rest_api"] === true ? "events.byApi" : "events.byWatcher")}</span>;
  return (
    <Link to="/dags/$dagId/runs/$runId/tasks/$taskId" params={{ dagId, runId, taskId }} title={runId}>
      {dagId} · {taskId}
    </Link>
  );
}
