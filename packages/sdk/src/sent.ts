/** How values change on their way from one task to the next. Types only. */
import type { DeferRequest } from "@momiji/core";

/** A return value as it arrives at the next task: it travels as JSON, so that a `Date` arrives as text. */
export type Sent<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends bigint | symbol | ((...args: never) => unknown)
    ? never
    : T extends { toJSON(): infer J }
      ? Sent<J>
      : T extends readonly unknown[]
        ? { [K in keyof T]: Sent<T[K]> }
        : T extends object
          ? { [K in keyof T as T[K] extends (...args: never) => unknown ? never : K]: Sent<T[K]> }
          : T;

/** Of a task that defers, what it comes to in the end. */
type InTheEnd<R> = R extends { readonly request: DeferRequest; readonly result?: infer D } ? Awaited<D> : R;

/** What arrives of a task whose function returns `R`, perhaps as a promise. */
export type Come<R> = Sent<InTheEnd<Awaited<R>>>;
