/** The author's functions as the worker calls them. */
import type { Json } from "@momiji/core";
import type { TaskBody } from "./dag-object.ts";
import type { PokeAnswer } from "./operator-definition.ts";
import type { TaskContext } from "./task-context.ts";

/** Makes a context fit the params of its DAG; the identity if the DAG has no schema. */
export type AdaptContext = (ctx: TaskContext) => TaskContext;

type Values = { readonly [name: string]: Json };

export function functionBody(
  run: (inputs: Values, ctx: TaskContext, params: Values) => unknown,
  adapt: AdaptContext,
): TaskBody {
  return { kind: "function", run: (inputs, ctx, params) => run(inputs, adapt(ctx), params) };
}

export function sensorBody(
  poke: (ctx: TaskContext) => PokeAnswer | Promise<PokeAnswer>,
  adapt: AdaptContext,
): TaskBody {
  return { kind: "sensor", definition: { name: "sensor", templateFields: [], poke: (ctx) => poke(adapt(ctx)) } };
}
