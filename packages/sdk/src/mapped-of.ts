/** `zip` and `concat`, and how everything that can be mapped over becomes a node. */
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { isPlainObject } from "./json-value.ts";
import type { ElementOf, Mappable } from "./mappable.ts";
import type { Mapped } from "./mapped.ts";
import { MappedNode } from "./mapped-node.ts";
import { TaskNode } from "./task-node.ts";

/** The node of something to map over; undefined: it is nothing of that kind. */
export function mappedNode(value: unknown): MappedNode | undefined {
  if (value instanceof MappedNode) return value;
  if (value instanceof TaskNode) return new MappedNode({ kind: "output", output: value });
  if (Array.isArray(value) || isPlainObject(value)) return new MappedNode({ kind: "value", value });
  return undefined;
}

/** @throws DagDefinitionError if it is nothing that can be mapped over. */
export function requireMappedNode(value: unknown, place: string, name: string): MappedNode {
  const node = mappedNode(value);
  if (node !== undefined) return node;
  const remedy = "a list, an object, the output of a task that returns one, or what map, zip or concat made of such";
  throw new DagDefinitionError(place, `${name} cannot be mapped over: give ${remedy}, not ${show(value)}`);
}

/** Not to be taken for a list, which has a `fill` too. */
interface Filling<F> {
  readonly fill: F;
  readonly length?: never;
}

type Elements<M extends readonly Mappable[]> = { readonly [K in keyof M]: ElementOf<M[K]> };

/**
 * Lists of the first elements, of the second ones, and so on (Airflow's `zip`). As long as the shortest; with `fill` as the
 * longest, what is missing being that value.
 */
export function zip<const M extends readonly Mappable[], F>(
  ...values: readonly [...M, Filling<F>]
): Mapped<{ readonly [K in keyof M]: ElementOf<M[K]> | F }>;
export function zip<const M extends readonly Mappable[]>(...values: M): Mapped<Elements<M>>;
export function zip(...values: readonly unknown[]): unknown {
  const last = values.at(-1);
  const hasFill = isPlainObject(last) && Object.keys(last).length === 1 && Object.hasOwn(last, "fill");
  const sequences = hasFill ? values.slice(0, -1) : values;
  const of = sequences.map((value, index) => requireMappedNode(value, "zip", `argument ${index + 1}`));
  if (of.length === 0) throw new DagDefinitionError("zip", "give it something to zip");
  return new MappedNode(hasFill ? { kind: "zip", of, fill: (last as { fill: unknown }).fill } : { kind: "zip", of });
}

/** The elements of one after those of the other (Airflow's `concat`). */
export function concat<const M extends readonly Mappable[]>(...values: M): Mapped<ElementOf<M[number]>>;
export function concat(...values: readonly unknown[]): unknown {
  const of = values.map((value, index) => requireMappedNode(value, "concat", `argument ${index + 1}`));
  if (of.length === 0) throw new DagDefinitionError("concat", "give it something to concatenate");
  return new MappedNode({ kind: "concat", of });
}
