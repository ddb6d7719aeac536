/**
 * The HTTP server: the one way in for every change from outside. It asks the pure decisions and the store; it knows
 * nothing of schedulers and workers. Only `cli` may import it.
 */
export { presentCallback, presentDeadline } from "./present-alarms.ts";
export { presentEventLog } from "./present-event-log.ts";
export * from "./access/access-settings.ts";
export { hashPassword } from "./access/password.ts";
export * from "./api-options.ts";
export * from "./errors.ts";
export * from "./present-assets.ts";
export { Explainer } from "./explain/explainer.ts";
export * from "./explain/present-explanation.ts";
export { Graphs } from "./graphs.ts";
export * from "./present.ts";
export { presentDag } from "./present-dag.ts";
export * from "./installation.ts";
export type { Preflighter } from "./preflighter.ts";
export * from "./server.ts";
export * from "./settings/connection-tester.ts";
export * from "./settings/key-ring.ts";
export * from "./settings/present-settings.ts";
export * from "./settings/rotate-keys.ts";
export * from "./settings/settings-chain.ts";
export * from "./settings/vault.ts";
export * from "./task-questions.ts";
export * from "./trigger.ts";
