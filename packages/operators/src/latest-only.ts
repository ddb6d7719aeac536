/** `latestOnly`: skips what comes right after it in a run that is not the latest (Airflow's `LatestOnlyOperator`). */
import { fromTemporal, type Micros } from "@momiji/core/time";
import { type DagFields, type Output, placeGate, type TaskContext, type TaskOptions } from "@momiji/sdk";

/**
 * A run is the latest as long as the next one of its schedule is not due. Manual runs pass, as in Airflow; runs made by
 * catchup or a backfill are judged like all others, so that of those only the newest passes. What comes after it needs
 * `all_success` or the like to be skipped too: its trigger rule decides.
 */
export function latestOnly(id: string, options: TaskOptions = {}): Output<boolean> {
  return placeGate({ id, operator: "latest_only", options, isOpen: isLatest });
}

async function isLatest(ctx: TaskContext, dag: DagFields): Promise<boolean> {
  if (ctx.runType === "manual") {
    ctx.log.info("the run was triggered by hand: what comes after it goes on");
    return true;
  }
  const next = await nextRunAfter(ctx, dag);
  if (next === null || fromTemporal(ctx.now()) <= next) return true;
  ctx.log.info("a later run of the schedule is due: what comes right after it is skipped");
  return false;
}

/** When the next run of the schedule is due; null: never, or the run belongs to no schedule. */
async function nextRunAfter({ dataInterval }: TaskContext, dag: DagFields): Promise<Micros | null> {
  if (dataInterval === null) return null;
  // Only here, so that function children do not load all of the model for it.
  const { createTimetable, parseInstant } = await import("@momiji/core");
  const startDate = dag.startDate === undefined ? null : parseInstant(dag.startDate);
  const timetable = createTimetable(dag.schedule, { startDate });
  // One run at a time: there is always a next one, and never two to choose from.
  if (!timetable.canBeScheduled || timetable.activeRunsLimit === 1) return null;
  const last = { start: fromTemporal(dataInterval.start.toInstant()), end: fromTemporal(dataInterval.end.toInstant()) };
  const latest = dag.endDate === undefined ? null : parseInstant(dag.endDate);
  return timetable.next(last, { earliest: startDate, latest, catchup: true }, last.end)?.runAfter ?? null;
}
