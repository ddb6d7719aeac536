/** The forms in which an author hands a function over: `(fn)`, `(inputs, fn)`, `(options, fn)`. */
import { isInput } from "./add-task.ts";
import { show } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import type { Inputs } from "./output.ts";
import type { TaskOptions } from "./task-options.ts";

export type AnyFunction = (...args: readonly unknown[]) => unknown;

export interface FunctionArguments {
  readonly inputs: Inputs | undefined;
  readonly options: TaskOptions;
  readonly run: AnyFunction;
}

/** Sorts them out: the middle argument is inputs if all its values are outputs. */
export function functionArguments(rest: readonly unknown[], place: string): FunctionArguments {
  const middle = rest.length > 1 ? (rest[0] as object) : undefined;
  const run = functionOf(rest.at(-1), place);
  const areInputs = middle !== undefined && Object.values(middle).every(isInput);
  const { inputs, ...options } = (areInputs ? { inputs: middle } : (middle ?? {})) as TaskOptions & {
    readonly inputs?: Inputs;
  };
  return { inputs, options, run };
}

export function functionOf(run: unknown, place: string): AnyFunction {
  if (typeof run === "function") return run as AnyFunction;
  throw new DagDefinitionError(place, `the last argument must be a function, not ${show(run)}`);
}
