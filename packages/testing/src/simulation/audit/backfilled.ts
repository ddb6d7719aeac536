/** Backfills once everything has come to rest: each date has the one run that it was promised. */
import { allDags, type NewBackfillDate, type Store } from "@momiji/store";

/** What was promised of each date of a backfill. */
export type Promised = ReadonlyMap<number, readonly NewBackfillDate[]>;

/** `mayMiss`: runs of the DAG were deleted. */
export async function backfillViolations(
  store: Store,
  promised: Promised,
  mayMiss: (dagId: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const { id, dagId } of await store.listBackfills({ scope: allDags })) {
    const dates = await store.listBackfillDates(id);
    const wanted = promised.get(id) ?? [];
    if (dates.length !== wanted.length) found.push(`backfill ${id} has ${dates.length} dates of ${wanted.length}`);
    const runs = new Set(dates.flatMap(({ runId }) => runId ?? []));
    for (const { ordinal, action } of wanted) {
      const date = dates.find((each) => each.ordinal === ordinal);
      const hasRun = date !== undefined && (date.runId !== null || date.noRunReason !== null);
      if (action.kind !== "skip" && !hasRun && !mayMiss(dagId))
        found.push(`date ${ordinal} of backfill ${id} has no run`);
    }
    const withRun = dates.filter(({ runId }) => runId !== null).length;
    if (runs.size !== withRun) found.push(`dates of backfill ${id} share runs`);
  }
  return found;
}
