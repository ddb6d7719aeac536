/** How filters are declared. */
import { bindArguments, type Parameters } from "../python/arguments.ts";
import type { CallArguments, PyValue, Runtime } from "../python/value.ts";

/** A filter: the value before `|`, the arguments in brackets. */
export type FilterFunction = (value: PyValue, args: CallArguments, rt: Runtime) => PyValue;

export interface FilterTable {
  readonly [name: string]: FilterFunction;
}

/** A filter of fixed parameters. */
export function filter(
  parameters: Parameters,
  body: (value: PyValue, args: readonly PyValue[], rt: Runtime) => PyValue,
): FilterFunction {
  return (value, args, rt) => body(value, bindArguments("filter", parameters, args), rt);
}
