/**
 * What a task or a group is mapped over, as data, and its arithmetic: how many instances it makes and what each of them
 * gets (Airflow's `expand`, `expand_kwargs`, `map`, `zip`, `concat`).
 */
import type { Json } from "./json.ts";

/** Airflow's `[core] max_map_length`: a task may not return more elements than this for others to map over. */
export const DEFAULT_MAX_MAP_LENGTH = 1024;

/** A sequence. The elements of an object are its `[name, value]` pairs. */
export type MappedValue =
  | { readonly kind: "list"; readonly values: readonly Json[] }
  /** What a task returned; of a mapped task: what each of its instances returned, in the order of their map indexes. */
  | { readonly kind: "output"; readonly taskId: string }
  /** Each element goes through a function that stays in the bundle. */
  | { readonly kind: "map"; readonly of: MappedValue }
  /** Lists of the first elements, of the second, ...; as long as the shortest, or with `fill` as the longest. */
  | { readonly kind: "zip"; readonly of: readonly MappedValue[]; readonly fill?: Json }
  /** One after the other. */
  | { readonly kind: "concat"; readonly of: readonly MappedValue[] };

export interface NamedValue {
  readonly name: string;
  readonly value: MappedValue;
}

/** Where the elements arrive: as inputs (absent), or over the params of an operator. */
interface MappingTarget {
  readonly into?: "params";
}

export type MappingSpec =
  /** Every combination of one element of each; the last name varies fastest. */
  | ({ readonly kind: "product"; readonly over: readonly NamedValue[] } & MappingTarget)
  /** Each element is an object of named values. */
  | ({ readonly kind: "sets"; readonly of: MappedValue } & MappingTarget);

/** One element, as far as it can be told without the author's functions. */
export type MappedElement =
  /** `literal`: it stands in the DAG file, so that its templates are meant to be rendered. */
  | { readonly kind: "value"; readonly value: Json; readonly literal?: true }
  | { readonly kind: "map"; readonly of: MappedElement }
  | { readonly kind: "zip"; readonly of: readonly MappedElement[] }
  /** `branch`: of which of the sequences. */
  | { readonly kind: "concat"; readonly branch: number; readonly of: MappedElement };

/** What one instance gets of a mapping. */
export type MappedPart = MappingTarget & {
  /** Id of the task, or of the mapped group around it. */
  readonly owner: string;
} & (
    | { readonly kind: "product"; readonly values: { readonly [name: string]: MappedElement } }
    | { readonly kind: "sets"; readonly of: MappedElement }
  );

/** Lengths and elements of what tasks returned. */
export interface Returned {
  /** Undefined: not known (yet). */
  lengthOf(taskId: string): number | undefined;
  elementOf(taskId: string, index: number): Json;
}

/** How many elements a returned value has for others to map over; undefined: it is neither a list nor an object. */
export function returnedLength(value: Json): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}

/** The elements of a returned value: the items of a list, the `[name, value]` pairs of an object. */
export function elementsOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

/** The tasks whose return values a mapping needs, each once. */
export function mappingSources(mapping: MappingSpec): readonly string[] {
  return [...new Set(valuesOf(mapping).flatMap(sourcesOf))];
}

function valuesOf(mapping: MappingSpec): readonly MappedValue[] {
  return mapping.kind === "product" ? mapping.over.map(({ value }) => value) : [mapping.of];
}

function sourcesOf(value: MappedValue): readonly string[] {
  switch (value.kind) {
    case "list":
      return [];
    case "output":
      return [value.taskId];
    case "map":
      return sourcesOf(value.of);
    case "zip":
    case "concat":
      return value.of.flatMap(sourcesOf);
  }
}

/** Into how many instances it expands; undefined: some length that it needs is not known. */
export function mappedLength(mapping: MappingSpec, lengthOf: Returned["lengthOf"]): number | undefined {
  return combined(valuesOf(mapping), lengthOf, (lengths) => lengths.reduce((product, length) => product * length, 1));
}

function lengthOfValue(value: MappedValue, lengthOf: Returned["lengthOf"]): number | undefined {
  switch (value.kind) {
    case "list":
      return value.values.length;
    case "output":
      return lengthOf(value.taskId);
    case "map":
      return lengthOfValue(value.of, lengthOf);
    case "zip":
      return combined(value.of, lengthOf, (lengths) => zippedLength(lengths, value.fill !== undefined));
    case "concat":
      return combined(value.of, lengthOf, (lengths) => lengths.reduce((sum, length) => sum + length, 0));
  }
}

function combined(
  values: readonly MappedValue[],
  lengthOf: Returned["lengthOf"],
  combine: (lengths: readonly number[]) => number,
): number | undefined {
  const lengths: number[] = [];
  for (const value of values) {
    const length = lengthOfValue(value, lengthOf);
    if (length === undefined) return undefined;
    lengths.push(length);
  }
  return combine(lengths);
}

function zippedLength(lengths: readonly number[], toLongest: boolean): number {
  if (lengths.length === 0) return 0;
  return lengths.reduce((a, b) => (toLongest ? Math.max(a, b) : Math.min(a, b)));
}

/** What the instance of this map index gets; null: the mapping is not that long (any more), or a length is not known. */
export function partAt(
  owner: string,
  mapping: MappingSpec,
  at: { index: number; returned: Returned },
): MappedPart | null {
  const { index, returned } = at;
  const length = mappedLength(mapping, (taskId) => returned.lengthOf(taskId));
  if (length === undefined || index < 0 || index >= length) return null;
  const target = mapping.into === undefined ? { owner } : { owner, into: mapping.into };
  if (mapping.kind === "sets") return { ...target, kind: "sets", of: elementAt(mapping.of, index, returned) };
  let rest = index;
  const picked = mapping.over.toReversed().map(({ name, value }) => {
    const own = lengthOfValue(value, (taskId) => returned.lengthOf(taskId)) as number;
    const element = elementAt(value, rest % own, returned);
    rest = Math.floor(rest / own);
    return [name, element] as const;
  });
  return { ...target, kind: "product", values: Object.fromEntries(picked.reverse()) };
}

function elementAt(value: MappedValue, index: number, returned: Returned): MappedElement {
  switch (value.kind) {
    case "list":
      return { kind: "value", value: value.values[index] as Json, literal: true };
    case "output":
      return { kind: "value", value: returned.elementOf(value.taskId, index) };
    case "map":
      return { kind: "map", of: elementAt(value.of, index, returned) };
    case "zip":
      return zippedElement(value, index, returned);
    case "concat":
      return chainedElement(value, index, returned);
  }
}

function zippedElement(
  { of, fill }: Extract<MappedValue, { kind: "zip" }>,
  index: number,
  returned: Returned,
): MappedElement {
  const elements = of.map((value): MappedElement => {
    const length = lengthOfValue(value, (taskId) => returned.lengthOf(taskId)) as number;
    if (index < length) return elementAt(value, index, returned);
    return { kind: "value", value: fill as Json, literal: true };
  });
  return { kind: "zip", of: elements };
}

function chainedElement(
  { of }: Extract<MappedValue, { kind: "concat" }>,
  index: number,
  returned: Returned,
): MappedElement {
  let rest = index;
  for (const [branch, value] of of.entries()) {
    const length = lengthOfValue(value, (taskId) => returned.lengthOf(taskId)) as number;
    if (rest < length) return { kind: "concat", branch, of: elementAt(value, rest, returned) };
    rest -= length;
  }
  throw new RangeError("an element beyond the end of a mapping was asked for");
}
