/** From the part of a mapping that an instance gets to the values of its inputs or params. */
import type { Json } from "./json.ts";
import type { MappedElement, MappedPart } from "./mapping.ts";

type Values = { readonly [name: string]: Json };

/** What the DAG file holds for a `map`: applied to one element. The path leads to it from the root of the mapping. */
export type MapFunction = (element: Json, path: MapPath) => Json;

/** Where a function stands: the name of the value (absent for sets), then which child at each step. */
export type MapPath = readonly (string | number)[];

/** What the parts of an attempt say, sorted by where it goes. */
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
export function needsFunctions(part: MappedPart): boolean {
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

/** @throws MappingError if an element of a mapping over sets is no object; and whatever a function throws. */
export function mappedValues(parts: readonly MappedPart[], apply: (owner: string) => MapFunction): MappedValues {
  const inputs: { [name: string]: Json } = {};
  const params: { [name: string]: Json } = {};
  const fromTasks = new Set<string>();
  for (const part of parts) {
    const target = part.into === "params" ? params : inputs;
    for (const [name, value] of Object.entries(valuesOfPart(part, apply(part.owner)))) {
      target[name] = value;
      if (part.into === "params" && !isLiteral(part.kind === "sets" ? part.of : part.values[name])) fromTasks.add(name);
    }
  }
  return { inputs, params, fromTasks };
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
