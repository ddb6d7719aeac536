/**
 * The HTTP server: the one way in for every change from outside. It asks the pure decisions and the store; it knows
 * nothing of schedulers and workers. Only `cli` may import it.
 */
export { presentCallback, presentDeadline } from "./present-alarms.ts";
export * from "./api-options.ts";
export * from "./errors.ts";
export * from "./present.ts";
export * from "./server.ts";
export * from "./task-questions.ts";
export * from "./trigger.ts";
