/**
 * The model of Momiji and every decision about it, as pure functions: no I/O, no clock, no randomness.
 *
 * Everything may import this package; it imports nothing of Momiji.
 */
export * from "./admission-queue.ts";
export * from "./admit.ts";
export * from "./allowed-run-types.ts";
export * from "./asset-condition.ts";
export * from "./asset-event.ts";
export * from "./asset-run.ts";
export * from "./asset-watch.ts";
export * from "./asset.ts";
export * from "./binary-heap.ts";
export * from "./clock.ts";
export * from "./dag-graph-error.ts";
export * from "./dag-graph.ts";
export * from "./dag-run.ts";
export * from "./dag-spec-schema.ts";
export * from "./dag-spec.ts";
export * from "./decide.ts";
export * from "./explain-assets.ts";
export * from "./explain.ts";
export * from "./explain-dag.ts";
export * from "./failing-dag.ts";
export * from "./fold-event.ts";
export * from "./instant.ts";
export * from "./json-schema.ts";
export * from "./json.ts";
export * from "./judge-outcome.ts";
export * from "./multiple-outputs.ts";
export * from "./mapped-values.ts";
export * from "./mapping.ts";
export * from "./priority-weights.ts";
export * from "./readiness.ts";
export * from "./retry-policy.ts";
export * from "./retry.ts";
export * from "./run-machine.ts";
export * from "./run-state.ts";
export * from "./run-view.ts";
export * from "./task-protocol.ts";
export * from "./task-state.ts";
export * from "./temporal.ts";
export * from "./timetable.ts";
export * from "./timetables/create-timetable.ts";
export * from "./trigger-rules.ts";
export * from "./validate-dag-spec.ts";
export * from "./planned-run.ts";
export * from "./schedule-runs.ts";
export * from "./trigger-run.ts";
export * from "./settings/connection.ts";
export * from "./settings/connection-json.ts";
export * from "./settings/connection-types.ts";
export * from "./settings/connection-uri.ts";
export * from "./settings/python-json.ts";
export * from "./settings/sensitive-names.ts";
