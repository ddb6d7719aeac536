/** Sequences to map over, and their elements. Types; the objects are in `mapped-node.ts`. */
import type { Sent } from "./sent.ts";

declare const ELEMENT: unique symbol;

/** A sequence made of others by `map`, `zip` or `concat`. `T`: one element as it arrives. */
export interface Mapped<T> {
  /** Exists for the compiler only. */
  readonly [ELEMENT]: T;
  /**
   * Each element through a function, which runs in a worker, once for the instance that gets the element. It must not be
   * async. It may throw `SkipTask` to skip that instance.
   */
  map<U>(apply: (element: T) => U): Mapped<Sent<U>>;
}

/** One element of a value that was returned. */
export type ElementOfValue<T> = T extends readonly (infer E)[]
  ? E
  : T extends object
    ? readonly [name: string, value: T[keyof T]]
    : never;
