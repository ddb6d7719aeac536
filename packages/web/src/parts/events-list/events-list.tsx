/** Who did what, the newest first: of the installation, of a DAG, a run or a task. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import { Empty } from "../panel.tsx";
import { ProblemPanel } from "../problem-panel.tsx";
import { EventRow, StepRow } from "./event-row.tsx";
import { SCHEDULER_EVENTS } from "./event-words.ts";
import { merged, type Step } from "./merged.ts";
import styles from "./events-list.module.css";

/** Filters of `GET /api/v2/eventLogs`, by their names there. */
export interface EventsFilter {
  readonly dag_id?: string | undefined;
  readonly run_id?: string | undefined;
  readonly task_id?: string | undefined;
  readonly map_index?: number | undefined;
  readonly dag_id_pattern?: string | undefined;
  readonly owner_pattern?: string | undefined;
  readonly included_events?: readonly string[] | undefined;
  /** ISO 8601 */
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

interface EventsListProps {
  readonly filter: EventsFilter;
  /** Also what schedulers noted of every change of state. */
  readonly withScheduler?: boolean;
  /** What the engine did besides, told among them. */
  readonly steps?: readonly Step<ReactNode>[];
  /** With the queries of which page it is read anew. */
  readonly under?: readonly (string | number)[];
}

const PAGE = 50;

const NO_STEPS: readonly Step<ReactNode>[] = [];

export function EventsList({ filter, withScheduler = false, steps = NO_STEPS, under = [] }: EventsListProps) {
  const { t } = useTranslation("admin");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEvents({
    filter,
    withScheduler,
    under,
  });
  if (error !== null) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const events = data.pages.flatMap(({ event_logs: rows }) => rows);
  const total = data.pages[0]?.total_entries ?? 0;
  const told = merged(events, steps, !hasNextPage);
  if (told.length === 0) return <Empty>{t("events.empty")}</Empty>;
  return (
    <>
      {steps.length === 0 && <p className={styles["count"]}>{t("events.count", { count: total })}</p>}
      <ol className={styles["events"]} aria-label={t("events.title")}>
        {told.map((each) =>
          "event" in each ? (
            <EventRow key={each.event.event_log_id} event={each.event} isOfDag={filter.dag_id !== undefined} />
          ) : (
            <StepRow key={each.step.key} step={each.step} />
          ),
        )}
      </ol>
      {hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}

function useEvents({ filter, withScheduler, under }: Required<Omit<EventsListProps, "steps">>) {
  const wanted = { ...filter, ...(withScheduler ? {} : { excluded_events: SCHEDULER_EVENTS }) };
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ""));
  return useInfiniteQuery({
    queryKey: [...under, "events", given],
    // Nothing tells of new entries: who opens the list again sees them.
    staleTime: 0,
    queryFn: ({ pageParam: offset, signal }) =>
      client.get("/api/v2/eventLogs", {
        params: { query: { ...given, limit: PAGE, offset, order_by: ["-event_log_id"] } },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ event_logs: last }, pages) => (last.length < PAGE ? null : pages.length * PAGE),
  });
}
