/** A mapping as its author wrote it: the spec goes on from here, the functions stay. */
import type { MapFunction, MappingSpec } from "@momiji/core";
import { DagDefinitionError } from "./definition-error.ts";
import type { MappedNode, MappedPlace } from "./mapped-node.ts";
import { mappedNode, requireMappedNode } from "./mapped-of.ts";

export interface AuthorMapping {
  /** Names that it is known to give; undefined: they come with the sets. */
  readonly names: readonly string[] | undefined;
  /** Of sets that stand in the file: the names of each. */
  readonly namesOfSets?: readonly (readonly string[])[];
  toSpec(at: Omit<MappedPlace, "name">, into?: "params"): MappingSpec;
  readonly apply: MapFunction;
}

/** One element of each; several: every combination. */
export function productMapping(over: object, place: string): AuthorMapping {
  const nodes = Object.entries(over)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, requireMappedNode(value, place, name)] as const);
  if (nodes.length === 0) throw new DagDefinitionError(place, "there is nothing to map over: name at least one input");
  const byName = new Map<string, MappedNode>(nodes);
  return {
    names: nodes.map(([name]) => name),
    toSpec: (at, into) => ({
      kind: "product",
      over: nodes.map(([name, node]) => ({ name, value: node.toSpec({ ...at, name }) })),
      ...(into === undefined ? {} : { into }),
    }),
    apply: (element, [name, ...path]) => (byName.get(String(name)) as MappedNode).apply(element, path),
  };
}

/** Each element is an object of named values (Airflow's `expand_kwargs`). */
export function setsMapping(sets: unknown, place: string): AuthorMapping {
  const node = requireMappedNode(sets, place, "what it is mapped over");
  const literal = mappedNode(sets)?.literal();
  const wrong = literal?.findIndex((set) => typeof set !== "object" || set === null || Array.isArray(set)) ?? -1;
  if (wrong >= 0)
    throw new DagDefinitionError(place, `each element must be an object of named values; element ${wrong} is none`);
  return {
    names: undefined,
    ...(literal === undefined ? {} : { namesOfSets: (literal as readonly object[]).map((set) => Object.keys(set)) }),
    toSpec: (at, into) => ({
      kind: "sets",
      of: node.toSpec({ ...at, name: "what it is mapped over" }),
      ...(into === undefined ? {} : { into }),
    }),
    apply: (element, path) => node.apply(element, path),
  };
}
