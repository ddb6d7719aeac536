/** Whose turn it is once everything has come to rest: no queued run may start, and each backfill is over if its runs are. */
import {
  compareTurns,
  type DagRun,
  maxActiveRuns,
  createTimetable,
  type Micros,
  parseInstant,
  turnBlocks,
} from "@momiji/core";
import { allDags, type Store } from "@momiji/store";

export async function turnViolations(store: Store, runs: readonly DagRun[], now: Micros): Promise<string[]> {
  const found: string[] = [];
  const dags = new Map((await store.listDags({ includeInactive: true })).map((dag) => [dag.dagId, dag]));
  const backfills = await store.listBackfills({ scope: allDags });
  const lines = Map.groupBy(runs, ({ dagId, backfill }) => backfill?.id ?? dagId);
  for (const [line, own] of lines) {
    const dag = dags.get(own[0]?.dagId ?? "");
    const backfill = backfills.find(({ id }) => id === line);
    if (dag === undefined) continue;
    const startDate = dag.spec.startDate === undefined ? null : parseInstant(dag.spec.startDate);
    const limit = backfill?.maxActiveRuns ?? maxActiveRuns(dag.spec, createTimetable(dag.spec.schedule, { startDate }));
    const begun = own.filter(({ state }) => state === "running").length;
    const [head] = own.filter(({ state }) => state === "queued").toSorted(compareTurns);
    if (head === undefined || turnBlocks({ limit, begun, isHeld: false }, head.runAfter, now).length > 0) continue;
    found.push(`run ${head.runId} is queued, may start, and does not`);
  }
  for (const { id, completedAt } of backfills)
    if (completedAt === null && !lines.has(id)) found.push(`backfill ${id} is open, though none of its runs is`);
  return found;
}
