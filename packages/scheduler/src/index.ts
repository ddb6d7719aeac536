/**
 * The scheduler: one event-driven loop over the DAGs that it owns. It decides with `core`, commits to the store, and
 * gives orders to executors; it never runs anybody's code and never asks a machine for the time. `cli` and `testing`
 * compose it.
 */
export * from "./attempt-id.ts";
export { type SchedulerLog, SchedulerLoop, type SchedulerOptions, type TaskFailure } from "./loop.ts";
export { Timeline } from "./timeline.ts";
