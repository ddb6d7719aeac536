/** Whether a DAG that waits for assets is to run now, and what that run looks like. */
import { whyRunTypeForbidden } from "./allowed-run-types.ts";
import type { AssetCondition, AssetKey } from "./asset.ts";
import { isConditionMet } from "./asset-condition.ts";
import { generateRunId } from "./dag-run.ts";
import type { ScheduleSpec } from "./dag-spec.ts";
import type { Micros } from "./instant.ts";
import type { PlannedRun } from "./planned-run.ts";
import { maxActiveRuns, type ScheduleView } from "./schedule-runs.ts";

/** The assets that have changed since a DAG's last run by assets: each once, however many events it had. */
export interface AssetQueue {
  readonly queued: readonly QueuedAsset[];
  /** The assets that each alias of the DAG's condition was resolved to so far. */
  readonly aliases: { readonly [alias: string]: readonly AssetKey[] };
  /** Number of the newest event that this was read with: a run takes up all events to here. */
  readonly throughEventId: number;
}

export interface QueuedAsset {
  readonly asset: AssetKey;
  /** When the first event since the last run came. */
  readonly queuedAt: Micros;
}

export const NOTHING_QUEUED: AssetQueue = { queued: [], aliases: {}, throughEventId: 0 };

type AssetView = Pick<ScheduleView, "spec" | "dagVersion" | "timetable" | "isOff" | "unfinishedRuns">;

/** What the schedule waits for; null: not for assets. */
export function conditionOf(schedule: ScheduleSpec): AssetCondition | null {
  return schedule.kind === "assets" || schedule.kind === "asset-or-time" ? schedule.condition : null;
}

/**
 * The run that the queued assets ask for; null: none now. As in Airflow: it has no date, `run_after` is when the last of
 * the queued assets came first, it takes up all events since the last such run, and it waits while the DAG is paused or
 * has `max_active_runs` unfinished runs, or allows no such runs; then the queue is kept. `letters`: 8 random letters that keep its id apart from others of the instant.
 */
export function planAssetRun(view: AssetView, queue: AssetQueue, letters: () => string): PlannedRun | null {
  const condition = conditionOf(view.spec.schedule);
  if (condition === null || view.isOff || queue.queued.length === 0) return null;
  if (whyRunTypeForbidden(view.spec, "asset_triggered") !== null) return null;
  if (view.unfinishedRuns >= maxActiveRuns(view.spec, view.timetable)) return null;
  const changed = queue.queued.map(({ asset }) => asset);
  if (!isConditionMet(condition, { changed, aliases: queue.aliases })) return null;
  const runAfter = queue.queued.reduce((latest, { queuedAt }) => Math.max(latest, queuedAt), 0);
  return {
    dagId: view.spec.dagId,
    runId: `${generateRunId("asset_triggered", runAfter)}_${letters()}`,
    runType: "asset_triggered",
    triggeredBy: "asset",
    logicalDate: null,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter,
    conf: {},
    dagVersion: view.dagVersion,
    note: null,
    assetEventsThrough: queue.throughEventId,
  };
}
