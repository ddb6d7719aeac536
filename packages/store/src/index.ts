/**
 * Where everything that must last is kept: the contract `Store`, its errors, and the embedded store on SQLite.
 *
 * It decides nothing: what a run becomes is computed elsewhere and handed in; nothing here asks for the time. Everything
 * but `core` and `sdk` may import it; whoever only needs the contract imports types. `@momiji/store/conformance` is the
 * suite that every store passes; only tests import it.
 */
export * from "./callback-store.ts";
export * from "./deadline-store.ts";
export * from "./asset-store.ts";
export * from "./activity-store.ts";
export * from "./errors.ts";
export * from "./input-store.ts";
export * from "./activity-store.ts";
export * from "./settings-store.ts";
export * from "./store.ts";
export { openSqliteStore, type SqliteStoreOptions } from "./sqlite/open.ts";
