/**
 * `defineJobOperator`: an operator of one's own for jobs that run outside and outlive the worker. Its code stays in the bundle
 * of the DAG, and is found there by its name.
 */
import type { Json } from "@momiji/core";
import { placeTask } from "./add-task.ts";
import { collect } from "./bundle-parts.ts";
import type { Operator, OperatorRules, WithParamsSchema } from "./define-operator.ts";
import { anyJobOperator, type JobOperatorDefinition } from "./job-operator.ts";
import { mappable } from "./mappable-operator.ts";
import type { OutputOf } from "./output.ts";
import { checkedParams } from "./standard-schema.ts";
import { optionsAndParams, type TaskOptions } from "./task-options.ts";

export interface JobOperatorSource<Params, Handle extends Json, Value, Field> extends Omit<
  JobOperatorDefinition<Params, Handle, Value>,
  "templateFields"
> {
  /** Params whose texts are templates. */
  readonly templateFields?: readonly Field[];
}

/**
 * To be called at the top of a DAG file or of a module that it imports. Its name must be the only one among those of the
 * file. With a schema it reads the params, after templates were rendered, each time before one of its functions is called.
 */
export function defineJobOperator<In, Params, Handle extends Json, Value, const Field extends string = never>(
  source: JobOperatorSource<Params, Handle, Value, Field> & WithParamsSchema<In, Params> & OperatorRules<In, Field>,
): Operator<In, Value>;
export function defineJobOperator<Params, Handle extends Json, Value, const Field extends string = never>(
  source: JobOperatorSource<Params, Handle, Value, Field> & { readonly params?: never } & OperatorRules<Params, Field>,
): Operator<Params, Value>;
export function defineJobOperator<In, Params, Handle extends Json, Value>(
  source: JobOperatorSource<Params, Handle, Value, string> & Partial<WithParamsSchema<In, Params>>,
): Operator<In, Value> {
  const { name, templateFields = [] } = source;
  collect("jobs", name, anyJobOperator(readingParams(source)));
  const place = (id: string, options: In & TaskOptions): OutputOf<Value> =>
    placeTask({ id, operator: name, lane: "job", ...optionsAndParams(options as object), templateFields });
  return mappable(place, null);
}

function readingParams<In, Params, Handle extends Json, Value>(
  source: JobOperatorSource<Params, Handle, Value, string> & Partial<WithParamsSchema<In, Params>>,
): JobOperatorDefinition<Params, Handle, Value> {
  const { name, params: schema, templateFields = [], release, preflight } = source;
  const read = (params: Params): Params => (schema === undefined ? params : checkedParams(schema, params, name));
  const reading = <Job extends { readonly params: Params }>(job: Job): Job => ({ ...job, params: read(job.params) });
  return {
    name,
    templateFields: templateFields as readonly (keyof Params & string)[],
    launch: (ctx, params) => source.launch(ctx, read(params)),
    follow: (ctx, job) => source.follow(ctx, reading(job)),
    cancel: (ctx, job) => source.cancel(ctx, reading(job)),
    ...(release === undefined ? {} : { release: (ctx, job) => release.call(source, ctx, reading(job)) }),
    ...(preflight === undefined ? {} : { preflight: (ctx, params) => preflight.call(source, ctx, read(params)) }),
  };
}
