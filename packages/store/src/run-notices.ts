/** What writes have made of runs, for notices. */
import type { DagRun } from "@momiji/core";
import type { ActBatch } from "./act-store.ts";
import type { CommitBatch, CommitResult, RunNotice } from "./store.ts";

const NOTHING = { instances: [], removed: [] } as const;

export function noticesOfCommit(batch: CommitBatch, { stale, created }: CommitResult): readonly RunNotice[] {
  const isStale = new Set(stale);
  const written = batch.runs.filter(({ runKey }) => !isStale.has(runKey));
  const born = created.flatMap((each) => (each.created ? [each.run] : []));
  return [...noticesOfNew(born), ...written.map(noticeOf), ...noticesOfMissed(batch)];
}

/** They are written also if the run is stale. */
function noticesOfMissed({ missed = [] }: CommitBatch): readonly RunNotice[] {
  const late = missed.filter(({ deadline }) => deadline.state === "missed");
  const byRun = Map.groupBy(late, ({ deadline }) => deadline.runKey);
  return [...byRun].map(([runKey, { length }]) => ({ runKey, ...NOTHING, missed: length }));
}

export function noticesOfAct({ runs = [], deleteRuns = [] }: ActBatch): readonly RunNotice[] {
  const gone = deleteRuns.map(({ runKey }) => ({ runKey, run: null, ...NOTHING }));
  return [...runs.map(({ runKey, changes }) => noticeOf({ runKey, ...changes })), ...gone];
}

export function noticesOfNew(runs: readonly DagRun[]): readonly RunNotice[] {
  return runs.map((run) => ({ runKey: run.runKey, run, ...NOTHING }));
}

function noticeOf(
  change: Pick<CommitBatch["runs"][number], "runKey" | "run" | "insert" | "update" | "remove">,
): RunNotice {
  const { runKey, run, insert = [], update = [], remove = [] } = change;
  return { runKey, ...(run === undefined ? {} : { run }), instances: [...insert, ...update], removed: remove };
}
