/**
 * The typed client of Momiji's REST API: every operation of the OpenAPI document, and on top of it signing in, errors, retries,
 * pages, logs, live events and waiting for a run. It runs in browsers and in Node, knows nothing of the server's code, keeps
 * no state but an open stream, and reads no environment and no files. Whoever talks to a server may import it.
 */
export * from "./api-calls.ts";
export * from "./create-client.ts";
export type { components, operations, paths } from "./generated/api.ts";
export * from "./live-events.ts";
export * from "./log-lines.ts";
export * from "./momiji-error.ts";
export * from "./pages.ts";
export type { Fetch, RetryOptions } from "./retry.ts";
export * from "./sign-in.ts";
export * from "./wait-for-run.ts";
