/** What writes have made of runs, for notices. */
import type { DagRun } from "@momiji/core";
import type { ActBatch } from "./act-store.ts";
import type { CommitBatch, CommitResult, RunNotice } from "./store.ts";

const NOTHING = { instances: [], removed: [] } as const;

export function noticesOfCommit({ runs }: CommitBatch, { stale, created }: CommitResult): readonly RunNotice[] {
  const isStale = new Set(stale);
  const written = runs.filter(({ runKey }) => !isStale.has(runKey));
  return [...noticesOfNew(created.flatMap((each) => (each.created ? [each.run] : []))), ...written.map(noticeOf)];
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
