/**
 * The scheduler: one event-driven loop over the DAGs that it owns. It decides with `core`, commits to the store, and
 * gives orders to executors; it never runs anybody's code and never asks a machine for the time. `cli` and `testing`
 * compose it.
 */
export { AssetWatching, type AssetWatchingOptions } from "./asset-watching.ts";
export * from "./attempt-id.ts";
export * from "./run-letters.ts";
export { DagRemover } from "./dag-remover.ts";
export { SchedulerLoop } from "./loop.ts";
export { Retention, wordsOf } from "./retention.ts";
export { Pace } from "./retention/pace.ts";
export { sweep, type SweepFiles, type SweepRules, type Swept } from "./retention/sweep.ts";
export type { SchedulerLog, SchedulerOptions } from "./scheduler-options.ts";
export { Timeline } from "./timeline.ts";
