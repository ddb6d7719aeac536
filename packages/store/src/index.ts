/**
 * Where everything that must last is kept: the contract `Store`, its errors, and the embedded store on SQLite.
 *
 * It decides nothing: what a run becomes is computed elsewhere and handed in; nothing here asks for the time. Everything
 * but `core` and `sdk` may import it; whoever only needs the contract imports types. `@momiji/store/conformance` is the
 * suite that every store passes; only tests import it.
 */
export * from "./access-store.ts";
export * from "./act-store.ts";
export * from "./answer-state.ts";
export * from "./callback-store.ts";
export * from "./dag-deletion-store.ts";
export * from "./dag-scope.ts";
export * from "./deadline-store.ts";
export * from "./asset-store.ts";
export * from "./activity-store.ts";
export * from "./backfill-store.ts";
export * from "./errors.ts";
export * from "./mapping-store.ts";
export * from "./pull-xcom.ts";
export * from "./event-log-store.ts";
export * from "./input-store.ts";
export * from "./kept-state-store.ts";
export * from "./overview-store.ts";
export * from "./personal-store.ts";
export * from "./summary-store.ts";
export * from "./rendered-store.ts";
export * from "./xcom-store.ts";
export * from "./list-store.ts";
export * from "./retention-store.ts";
export * from "./settings-store.ts";
export * from "./store.ts";
export * from "./text-match.ts";
export { openSqliteStore, type SqliteStoreOptions } from "./sqlite/open.ts";
