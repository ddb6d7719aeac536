/** The grid of a DAG, kept true by live events; older runs are read when they are wanted. */
import type { LiveEvent } from "@momiji/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { client } from "../../../api/client.ts";
import { isBefore } from "../../../live/sequence.ts";
import { useFresh } from "../../../live/use-fresh.ts";
import { MOST_AT_ONCE } from "./fitting-runs.ts";
import { applyEvent, type Grid, readGrid } from "./grid.ts";
import { withOlder } from "./older-runs.ts";

/** How long the server is left alone after it was asked for what only it knows. */
const SETTLE_MILLIS = 1000;

export interface GridWanted {
  readonly dagId: string;
  /** How many, the newest. */
  readonly runs: number;
  /** Where they begin, as the API reads it; undefined: with the newest of all. */
  readonly before: string | undefined;
  readonly state: string | undefined;
  readonly runType: string | undefined;
}

interface Page extends GridWanted {
  readonly signal: AbortSignal;
}

async function readPage({ dagId, runs, state, runType, before, signal }: Page): Promise<Grid> {
  const query = {
    runs: Math.min(runs, MOST_AT_ONCE),
    ...(before === undefined ? {} : { before }),
    ...(state === undefined ? {} : { state: [state] }),
    ...(runType === undefined ? {} : { run_type: [runType] }),
  };
  const params = { path: { dag_id: dagId }, query };
  return readGrid(await client.get("/api/momiji/v1/dags/{dag_id}/grid", { params, signal }), before !== undefined);
}

async function readRuns(wanted: GridWanted, signal: AbortSignal): Promise<Grid> {
  let grid = await readPage({ ...wanted, signal });
  while (grid.next !== null && grid.columns.length < wanted.runs) {
    const runs = wanted.runs - grid.columns.length;
    grid = withOlder(grid, await readPage({ ...wanted, runs, before: grid.next, signal }));
  }
  return grid;
}

export function useGrid(wanted: GridWanted) {
  const { dagId, before, state, runType } = wanted;
  const queries = useQueryClient();
  const queryKey = useMemo(() => ["grid", dagId, before, state, runType], [dagId, before, state, runType]);
  const readings = useRef<Readings>(new Set());
  /** @returns whether what is shown is what is: what the grid itself can take in needs no request */
  const patched = (event: LiveEvent): boolean => {
    for (const events of readings.current) events.push(event);
    const kept = queries.getQueryState<Grid>(queryKey);
    const grid = kept?.data;
    // What is read anew now has it, or gets it from those that came meanwhile.
    if (grid === undefined || kept?.isInvalidated === true || isBefore(event.seq, grid.seq)) return true;
    // Whether a run is among those that are asked for only the server knows.
    if (event.event === "run" && (state !== undefined || runType !== undefined)) return false;
    const changed = applyEvent(grid, event);
    if (changed === "stale") return false;
    if (changed !== grid) queries.setQueryData(queryKey, changed);
    return true;
  };
  const concerns = (event: LiveEvent): boolean => event.data.d === dagId && !patched(event);
  const enabled = useFresh({ topics: [`dag:${dagId}`], queryKey, settleMillis: SETTLE_MILLIS, concerns });
  const query = useQuery({
    queryKey,
    enabled,
    queryFn: async ({ signal }) => {
      const { grid, events } = await whileWatching(readings.current, () => readRuns(wanted, signal));
      return caughtUp(grid, grid.seq, events);
    },
  });
  const older = useOlder({ wanted, grid: query.data, queryKey, readings });
  return { ...query, error: query.error ?? older.error, isLoadingOlder: older.isLoading };
}

/** Of each answer that is on its way the events that come meanwhile: it may be older than they are. */
type Readings = Set<LiveEvent[]>;

async function whileWatching(readings: Readings, read: () => Promise<Grid>) {
  const events: LiveEvent[] = [];
  readings.add(events);
  try {
    return { grid: await read(), events };
  } finally {
    readings.delete(events);
  }
}

interface Older {
  readonly wanted: GridWanted;
  readonly grid: Grid | undefined;
  readonly queryKey: readonly unknown[];
  readonly readings: React.RefObject<Readings>;
}

/** Reads what lies before the oldest run that is shown, until there are as many as are wanted. */
function useOlder({ wanted, grid, queryKey, readings }: Older) {
  const queries = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const before = grid?.next ?? undefined;
  const lacking = wanted.runs - (grid?.columns.length ?? 0);
  const isWanted = before !== undefined && lacking > 0;
  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    whileWatching(readings.current, () => readPage({ ...wanted, runs: lacking, before, signal: stop.signal }))
      .then(({ grid: older, events }) => {
        queries.setQueryData<Grid>(queryKey, (now) => now && caughtUp(withOlder(now, older), older.seq, events));
        setError(null);
      })
      .catch((reason: unknown) => {
        if (!stop.signal.aborted && reason instanceof Error) setError(reason);
      });
    return () => stop.abort();
    // What is lacking changes with each new run, which is no reason to begin anew.
  }, [isWanted, before, wanted.runs, queryKey, queries]);
  return { error, isLoading: isWanted && error === null };
}

/** With what happened after it was read. */
function caughtUp(grid: Grid, seq: string, events: readonly LiveEvent[]): Grid {
  return events
    .filter((event) => !isBefore(event.seq, seq))
    .reduce((before, event) => {
      const after = applyEvent(before, event);
      return after === "stale" ? before : after;
    }, grid);
}
