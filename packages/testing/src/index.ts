/**
 * For tests of DAGs, and of Momiji itself: a virtual clock, and whole runs in memory in milliseconds. Starts no process
 * and opens no file. Everybody's tests may import it; no other package does.
 */
export { type RunDagOptions, type RunDagResult, runDag, type TaskResult } from "./run-dag.ts";
export type { CalledBack, PlannedAnswer, TaskPlan } from "./task-handlers.ts";
export { VirtualClock } from "./virtual-clock.ts";
