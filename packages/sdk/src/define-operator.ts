/** `defineOperator`: an operator of one's own, used like the standard ones. Its code stays in the bundle of the DAG. */
import { placeTask } from "./add-task.ts";
import { mappable, type MappableOperator } from "./mappable-operator.ts";
import type { OutputOf } from "./output.ts";
import type { Come } from "./sent.ts";
import { checkedParams, namesOfParams, type StandardSchema } from "./standard-schema.ts";
import { functionBody } from "./task-body.ts";
import type { TaskContext } from "./task-context.ts";
import { optionsAndParams, type TaskOptions } from "./task-options.ts";

export interface OperatorSource<Params, R, Field> {
  /** For people: shown with the task. */
  readonly name: string;
  /** Params whose texts are templates. */
  readonly templateFields?: readonly Field[];
  /** Runs once an attempt; what it returns is the output. The params travelled as JSON. */
  run(ctx: TaskContext, params: Params): R;
}

/** With a schema: checks and converts the params when the task runs, after templates were rendered. Any Standard Schema. */
export interface WithParamsSchema<In, Params> {
  readonly params: StandardSchema<In, Params>;
}

/**
 * Only params can be templates, and none may be named like an option of tasks, since both stand in one object. Where that is
 * broken the field at fault gets a type that nobody can meet.
 */
export type OperatorRules<In, Field> = ([Field] extends [keyof In]
  ? unknown
  : { readonly templateFields: readonly (keyof In)[] }) &
  (keyof In & keyof TaskOptions extends never
    ? unknown
    : { readonly name: { readonly paramIsNamedLikeATaskOption: keyof In & keyof TaskOptions } });

/** Adds a task to the DAG that is being built; with `map` one instance for each element. */
export type Operator<In, R> = MappableOperator<In & TaskOptions, keyof In & string, Come<R>>;

/** Makes an operator. Without a schema the type of its params is the one that `run` states. */
export function defineOperator<In, Params, R, const Field extends string = never>(
  source: OperatorSource<Params, R, Field> & WithParamsSchema<In, Params> & OperatorRules<In, Field>,
): Operator<In, R>;
export function defineOperator<Params, R, const Field extends string = never>(
  source: OperatorSource<Params, R, Field> & { readonly params?: never } & OperatorRules<Params, Field>,
): Operator<Params, R>;
export function defineOperator<In, Params, R>(
  source: OperatorSource<Params, R, string> & Partial<WithParamsSchema<In, Params>>,
): Operator<In, R> {
  const { name, params: schema, templateFields = [] } = source;
  const read = (params: unknown): Params =>
    schema === undefined ? (params as Params) : checkedParams(schema, params, name);
  const place = (id: string, options: In & TaskOptions): OutputOf<R> => {
    return placeTask({
      id,
      operator: name,
      lane: "function",
      ...optionsAndParams(options as object),
      templateFields,
      body: functionBody(
        (_inputs, ctx, params) => source.run(ctx, read(params)),
        (ctx) => ctx,
      ),
    });
  };
  return mappable(place, () => (schema === undefined ? null : namesOfParams(schema)));
}
