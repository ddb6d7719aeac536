/**
 * What an operator is: a name, a schema of its params, which of them are templates, and a function. The standard
 * operators and the user's own are made of the same.
 */
import type { Json } from "@momiji/core";
import type { TaskContext } from "./task-context.ts";

/** Runs once per attempt; what it returns is the task's return value. */
export interface OperatorDefinition<Params = { readonly [name: string]: Json }> {
  readonly name: string;
  readonly templateFields: readonly (keyof Params & string)[];
  run(ctx: TaskContext, params: Params): unknown;
}

/** Asked again and again until it answers `done`; holds no process and no slot between two questions. */
export interface SensorDefinition<Params = { readonly [name: string]: Json }> {
  readonly name: string;
  readonly templateFields: readonly (keyof Params & string)[];
  poke(ctx: TaskContext, params: Params): Promise<PokeAnswer> | PokeAnswer;
}

export type PokeAnswer<Value = Json> =
  | boolean
  | { readonly done: true; readonly value?: Value }
  /** `askAgainAt` (epoch milliseconds): do not ask before; absent: after the poke interval. */
  | { readonly done: false; readonly askAgainAt?: number };

export function isSensor(definition: OperatorDefinition | SensorDefinition): definition is SensorDefinition {
  return "poke" in definition;
}
