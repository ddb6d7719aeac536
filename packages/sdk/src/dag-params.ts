/** The params of a DAG: from the author's schema to JSON Schema and defaults, and back to typed values in a running task. */
import type { DagSpec, Json } from "@momiji/core";
import { DagDefinitionError } from "./definition-error.ts";
import { describeIssues, type StandardJsonSchema, type StandardResult } from "./standard-schema.ts";
import type { TaskContext } from "./task-context.ts";

export type ParamsSpec = NonNullable<DagSpec["params"]>;

/** JSON Schema (draft 2020-12) of what a run may be given, and the defaults that the schema states. */
export function paramsSpec(schema: StandardJsonSchema, place: string): ParamsSpec {
  const written = jsonSchemaOf(schema, place);
  if (written["type"] !== "object") {
    throw new DagDefinitionError(place, "the schema must be of an object: params have names");
  }
  const properties = (written["properties"] ?? {}) as { readonly [name: string]: { readonly default?: Json } };
  const defaults = Object.entries(properties).flatMap(([name, property]) =>
    property.default === undefined ? [] : [[name, property.default] as const],
  );
  return { schema: written, defaults: Object.fromEntries(defaults) };
}

/** A DAG that starts by itself has nobody to ask: its defaults must do (Airflow refuses it likewise). */
export function checkDefaultsSuffice(schema: StandardJsonSchema, params: ParamsSpec, place: string): void {
  const result = validated(schema, params.defaults, place);
  if (result.issues === undefined) return;
  const found = describeIssues(result.issues);
  throw new DagDefinitionError(place, `every param of a scheduled DAG needs a valid default: ${found}`);
}

/** The context with `params` as the schema types them. Throws in the task if the run's values do not fit. */
export function withTypedParams(ctx: TaskContext, schema: StandardJsonSchema): TaskContext {
  const place = `params of run ${ctx.runId}`;
  const result = validated(schema, ctx.params, place);
  if (result.issues !== undefined) throw new DagDefinitionError(place, describeIssues(result.issues));
  return new Proxy(ctx, {
    get(target, name) {
      if (name === "params") return result.value;
      // Asked on the context itself, whose getters may use private fields that a proxy does not have.
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === "function" ? (found.bind(target) as unknown) : found;
    },
  });
}

function jsonSchemaOf(schema: StandardJsonSchema, place: string): { readonly [name: string]: Json } {
  if (!isStandardSchema(schema)) {
    const example = 'z.object({ user: z.string().default("world") }) of zod';
    throw new DagDefinitionError(place, `they are told by a schema with defaults, not by values: ${example}`);
  }
  const { jsonSchema } = schema["~standard"] as Partial<StandardJsonSchema["~standard"]>;
  if (jsonSchema === undefined) {
    const hint = "zod from 4.2 on can, valibot with toStandardJsonSchema of @valibot/to-json-schema";
    throw new DagDefinitionError(place, `the schema cannot write itself as JSON Schema; ${hint}`);
  }
  try {
    const written = jsonSchema.input({ target: "draft-2020-12" });
    return JSON.parse(JSON.stringify(written)) as { readonly [name: string]: Json };
  } catch (error) {
    throw new DagDefinitionError(
      place,
      `params must be JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** TypeScript says so too; an author of JavaScript may have brought Airflow's values. */
function isStandardSchema(schema: object): boolean {
  const marked = (schema as { readonly ["~standard"]?: unknown })["~standard"];
  return typeof marked === "object" && marked !== null;
}

function validated(schema: StandardJsonSchema, value: unknown, place: string): StandardResult<unknown> {
  const result = schema["~standard"].validate(value);
  if (!(result instanceof Promise)) return result;
  result.catch(() => {});
  throw new DagDefinitionError(place, "the schema must check without waiting: no async refinements or transforms");
}
