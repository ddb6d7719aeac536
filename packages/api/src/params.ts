/** Holds the conf of a run against the JSON schema of its DAG's params. */
import { type DagSpec, type Json, paramsOf } from "@momiji/core";
import type { ErrorObject, ValidateFunction } from "ajv";

const validators = new WeakMap<object, ValidateFunction>();

/** Why the params that come of this conf do not fit the DAG's schema; null: they do. Keys without a param pass, as in Airflow. */
export async function problemOfParams(spec: DagSpec, conf: { readonly [name: string]: Json }): Promise<string | null> {
  if (spec.params === undefined) return null;
  const problem = await problemOfValues(spec.params.schema as object, paramsOf(spec, conf));
  return problem === null ? null : `params${problem}`;
}

/** Where values do not fit a schema, and why: `.n must be >= 1`; null: they do. */
export async function problemOfValues(
  schema: object,
  values: { readonly [name: string]: Json },
): Promise<string | null> {
  const validate = await validatorOf(schema);
  if (validate(values)) return null;
  const [error] = validate.errors ?? [];
  const where = error?.instancePath.slice(1).replaceAll("/", ".") ?? "";
  return `${where === "" ? "" : `.${where}`} ${error === undefined ? "do not fit their schema" : wordsOf(error)}`;
}

/** For whoever has sent the value: what it may be, where the validator's own words name a rule only. */
function wordsOf({ keyword, params, message = "does not fit its schema", parentSchema }: ErrorObject): string {
  const format: unknown = parentSchema?.["format"];
  if (keyword === "enum") return `must be one of ${(params["allowedValues"] as Json[]).map(shown).join(", ")}`;
  if (keyword === "const") return `must be ${shown(params["allowedValue"] as Json)}`;
  if (keyword === "type") return `must be ${[params["type"]].flat().join(" or ")}`;
  // Schemas made by zod say the same by a long pattern.
  if (keyword === "pattern" && typeof format === "string") return `must have the format ${shown(format)}`;
  return message;
}

const shown = (value: Json): string => JSON.stringify(value);

async function validatorOf(schema: object): Promise<ValidateFunction> {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  // Loaded at the first need: most DAGs have no params, and the compiler takes longer to load than the server to start.
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const { additionalProperties: _open, ...open } = schema as { additionalProperties?: unknown };
  const validate = new Ajv2020({ strict: false, allErrors: false, verbose: true, logger: false }).compile(open);
  validators.set(schema, validate);
  return validate;
}
