/** From the part of a mapping that an instance gets to the values of its inputs or params. */
import type { Json } from "./json.ts";
import type { MappedElement, MappedPart } from "./mapping.ts";

type Values = { readonly [name: string]: Json };
type Names = { readonly [name: string]: string };

/** What the DAG file holds for a `map`: applied to one element. The path leads to it from the root of the mapping. */
export type MapFunction = (element: Json, path: MapPath) => Json;

/** Where a function stands: the name of the value (absent for sets), then which child at each step. */
export type MapPath = readonly (string | number)[];

/** What the part of an attempt says, sorted by where it goes. */
export interface MappedValues {
  readonly inputs: Values;
  readonly params: Values;
  /** Names in `params` whose values came from other tasks: no templates of the author's. */
  readonly fromTasks: ReadonlySet<string>;
}

/** A mapping that does not give what it must. The message says what it gave. */
export class MappingError extends Error {
  override readonly name = "MappingError";
}

/** Whether values can only be had where the author's functions are. */
function needsFunctions(part: MappedPart): boolean {
  return part.kind === "sets" ? hasFunction(part.of) : Object.values(part.values).some(hasFunction);
}

function hasFunction(element: MappedElement): boolean {
  switch (element.kind) {
    case "value":
      return false;
    case "map":
      return true;
    case "zip":
      return element.of.some(hasFunction);
    case "concat":
      return hasFunction(element.of);
  }
}

/** What of it can be told in a worker, and what only where the author's functions are. */
export function splitPart(part: MappedPart): {
  readonly known: MappedPart | null;
  readonly inBundle: MappedPart | null;
} {
  if (part.kind === "sets")
    return needsFunctions(part) ? { known: null, inBundle: part } : { known: part, inBundle: null };
  const entries = Object.entries(part.values);
  const later = entries.filter(([, element]) => hasFunction(element));
  if (later.length === 0) return { known: part, inBundle: null };
  const known = entries.filter(([, element]) => !hasFunction(element));
  return {
    known: known.length === 0 ? null : { ...part, values: Object.fromEntries(known) },
    inBundle: { ...part, values: Object.fromEntries(later) },
  };
}

/**
 * The values of a part. `groupInputs`: those of a task in a mapped group, which takes some of the group's values by names
 * of its own.
 * @throws MappingError if an element of a mapping over sets is no object; and whatever a function throws.
 */
export function mappedValues(part: MappedPart, groupInputs: Names | undefined, apply: MapFunction): MappedValues {
  const values = valuesOfPart(part, apply);
  if (part.into === "params") {
    const elementOf = (name: string) => (part.kind === "sets" ? part.of : part.values[name]);
    const fromTasks = new Set(Object.keys(values).filter((name) => !isLiteral(elementOf(name))));
    return { inputs: {}, params: values, fromTasks };
  }
  return { inputs: groupInputs === undefined ? values : renamed(values, groupInputs), params: {}, fromTasks: NOTHING };
}

const NOTHING: ReadonlySet<string> = new Set();

/** Names that are not there are those that need a function, or that a set does not have. */
function renamed(values: Values, names: Names): Values {
  const found = Object.entries(names).filter(([, name]) => Object.hasOwn(values, name));
  return Object.fromEntries(found.map(([input, name]) => [input, values[name] as Json]));
}

function valuesOfPart(part: MappedPart, apply: MapFunction): Values {
  if (part.kind === "product") {
    const entries = Object.entries(part.values);
    return Object.fromEntries(entries.map(([name, element]) => [name, valueOf(element, apply, [name])]));
  }
  const set = valueOf(part.of, apply, []);
  if (typeof set === "object" && set !== null && !Array.isArray(set)) return set as Values;
  const shown = JSON.stringify(set);
  throw new MappingError(
    `it is mapped over sets of named values, so each must be an object, not ${shown.length > 60 ? `${shown.slice(0, 60)}...` : shown}`,
  );
}

function valueOf(element: MappedElement, apply: MapFunction, path: MapPath): Json {
  switch (element.kind) {
    case "value":
      return element.value;
    case "map":
      return apply(valueOf(element.of, apply, [...path, 0]), path);
    case "zip":
      return element.of.map((each, index) => valueOf(each, apply, [...path, index]));
    case "concat":
      return valueOf(element.of, apply, [...path, element.branch]);
  }
}

function isLiteral(element: MappedElement | undefined): boolean {
  switch (element?.kind) {
    case "value":
      return element.literal === true;
    case "zip":
      return element.of.every(isLiteral);
    case "concat":
      return isLiteral(element.of);
    default:
      return false;
  }
}
