/**
 * The executor contract and the executors of this machine. Executors know orders and events, never the store; they start
 * no process themselves. The scheduler, workers and `cli` may import it; the conformance suite is `@momiji/executors/conformance`.
 */
export * from "./executor.ts";
export * from "./inline/inline-executor.ts";
export * from "./local/local-executor.ts";
export * from "./order-queue.ts";
