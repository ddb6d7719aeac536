/**
 * The part of this package that a process which only runs an author's function needs: instants and `Temporal`, without the
 * engine's decisions. It has an entry of its own, since such a child must start in milliseconds.
 */
export * from "./instant.ts";
export * from "./temporal.ts";
