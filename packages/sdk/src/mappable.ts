/** What tasks and groups can be mapped over. Types only. */
import type { ElementOfValue, Mapped } from "./mapped.ts";
import type { Output } from "./output.ts";
import type { Sent } from "./sent.ts";

/**
 * A list, or an object (its `[name, value]` pairs); written here, returned by a task, or made of such. `T`: one element.
 * What stands here in the DAG file must be JSON.
 */
export type Mappable<T = unknown> =
  | readonly T[]
  | Output<readonly T[]>
  | Mapped<T>
  | ([T] extends [readonly [string, infer V]] ? PairsOf<V> : never)
  | (unknown extends T ? PairsOf<unknown> : never);

type PairsOf<V> = { readonly [name: string]: V } | Output<{ readonly [name: string]: V }>;

/** One element of what a task can be mapped over. */
export type ElementOf<M> =
  M extends Mapped<infer E> ? E : M extends Output<infer T> ? ElementOfValue<T> : ElementOfValue<Sent<M>>;

/** What to map over by name; several: every combination, the last name varies fastest. */
export interface MappedInputs {
  readonly [name: string]: Mappable;
}

/** The values that arrive at one instance. */
export type MappedInputValues<M extends MappedInputs> = { readonly [Name in keyof M]: ElementOf<M[Name]> };
