/** Deadlines once everything has come to rest: each run has found its own, none is left unjudged, and who is to be told was. */
import type { DagSpec, DeadlineRecord, Micros } from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";

interface DeadlineAudit {
  readonly store: Store;
  readonly runs: readonly LoadedRun[];
  readonly now: Micros;
  readonly specOf: (run: LoadedRun["run"]) => DagSpec | undefined;
}

export async function deadlineViolations({ store, runs, now, specOf }: DeadlineAudit): Promise<string[]> {
  const callbacks = await store.listCallbacks({ limit: 1_000_000 });
  const told = Map.groupBy(
    callbacks.filter(({ facts }) => facts.event === "on_deadline"),
    ({ runKey, facts }) => `${runKey} ${facts.deadline?.name}`,
  );
  const found: string[] = [];
  for (const { run } of runs) {
    const deadlines = specOf(run)?.deadlines ?? [];
    // One that somebody ended before it began had nothing to be late with.
    if (deadlines.length === 0 || run.startDate === null) continue;
    const records = new Map((await store.loadDeadlines(run.runKey)).map((record) => [record.ordinal, record]));
    for (const [ordinal, { name, callbacks: wanted }] of deadlines.entries()) {
      const record = records.get(ordinal);
      const which = `${run.dagId} ${run.runId}: its deadline ${name}`;
      if (record === undefined) found.push(`${which} was never looked at`);
      else if (isLeft(record, now)) found.push(`${which} is past, and is not judged`);
      const count = told.get(`${run.runKey} ${name}`)?.length ?? 0;
      if (record?.state === "missed" && count < wanted.length)
        found.push(`${which} was missed, and ${count} of ${wanted.length} are told`);
    }
  }
  return found;
}

function isLeft({ state, dueAt }: DeadlineRecord, now: Micros): boolean {
  return state === "pending" && (dueAt === null || dueAt <= now);
}
