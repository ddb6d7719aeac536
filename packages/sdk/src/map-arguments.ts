/** The middle argument of `map` and `mapKwargs`: what to map over, or options that hold it. */
import { isPlainObject } from "./json-value.ts";
import { mappedNode } from "./mapped-of.ts";
import type { Mapped } from "./mapped.ts";
import type { Output } from "./output.ts";

/** A list of objects. */
export type MappableSets = readonly object[] | Output<readonly object[]> | Mapped<object>;

export interface MapArguments<Options> {
  readonly over: object;
  readonly options: Options;
}

/** The argument is options if it has an `over` that could be inputs itself; otherwise its values are what to map over. */
export function readMapped<Options extends object>(given: object): MapArguments<Options> {
  const { over } = given as { readonly over?: unknown };
  const isOptions = isPlainObject(over) && Object.values(over).every((value) => mappedNode(value) !== undefined);
  return isOptions ? readOptions(given) : { over: given, options: {} as Options };
}

/** The argument is options if it has an `over`. */
export function readSets<Options extends object>(given: object): MapArguments<Options> {
  return isPlainObject(given) && "over" in given ? readOptions(given) : { over: given, options: {} as Options };
}

function readOptions<Options>(given: object): MapArguments<Options> {
  const { over, ...options } = given as { readonly over: object };
  return { over, options: options as Options };
}
