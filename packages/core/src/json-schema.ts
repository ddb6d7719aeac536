/**
 * The part of JSON Schema (draft 2020-12) that `dagSpecSchema` is written in, and its check. A whole validator costs a
 * child that loads one DAG file more than the file itself; agreement with one is held by a test.
 */
import type { Json } from "./json.ts";

export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  /** `#/$defs/NAME`, of the whole schema. */
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonSchema };
}

export interface SchemaProblem {
  /** Where: `tasks[2].retry.delaySeconds`; empty: the value itself. */
  readonly path: string;
  /** What is wrong, to be read after the path: `must be a number, is "5"`. */
  readonly message: string;
}

type JsonObject = { readonly [name: string]: Json };

/** Where a value stands, and what the whole schema defines. */
interface Place {
  readonly path: string;
  readonly defs: NonNullable<JsonSchema["$defs"]>;
}

/** All places where `value` is not as `schema` says; empty: none. */
export function checkAgainstSchema(value: Json, schema: JsonSchema): SchemaProblem[] {
  return check(value, schema, { path: "", defs: schema.$defs ?? {} });
}

function check(value: Json, schema: JsonSchema, place: Place): SchemaProblem[] {
  const { path } = place;
  if (schema.$ref !== undefined) return check(value, defined(schema.$ref, place), place);
  if (schema.oneOf !== undefined) return checkBranches(value, schema.oneOf, place);
  if (schema.const !== undefined && value !== schema.const) return [wrong(path, JSON.stringify(schema.const), value)];
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) {
    return [wrong(path, `one of ${schema.enum.join(", ")}`, value)];
  }
  if (schema.type !== undefined && !isOfType(value, schema.type)) {
    return [wrong(path, `${/^[aeiou]/.test(schema.type) ? "an" : "a"} ${schema.type}`, value)];
  }
  if (typeof value === "string") return checkText(value, schema, path);
  if (typeof value === "number") return checkNumber(value, schema, path);
  if (Array.isArray(value)) return checkArray(value, schema, place);
  return value !== null && typeof value === "object" ? checkObject(value as JsonObject, schema, place) : [];
}

function defined(ref: string, { defs }: Place): JsonSchema {
  const found = defs[ref.replace("#/$defs/", "")];
  if (found === undefined) throw new Error(`the schema defines no ${ref}`);
  return found;
}

function isOfType(value: Json, type: NonNullable<JsonSchema["type"]>): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

/** Branches that name their `kind` are told apart by it, so that the message speaks of the one that was meant. */
function checkBranches(value: Json, branches: readonly JsonSchema[], place: Place): SchemaProblem[] {
  const kind = (value as { readonly kind?: Json } | null)?.kind;
  const kinds = branches.map((branch) => branch.properties?.["kind"]?.const);
  const meant = kind === undefined ? undefined : branches[kinds.indexOf(kind as string)];
  if (meant !== undefined) return check(value, meant, place);
  const results = branches.map((branch) => check(value, branch, place));
  if (results.some((problems) => problems.length === 0)) return [];
  const known = kinds.filter((each) => each !== undefined);
  if (known.length > 0) return [{ path: join(place.path, "kind"), message: `must be one of ${known.join(", ")}` }];
  return results.reduce((best, problems) => (problems.length < best.length ? problems : best));
}

function checkText(value: string, schema: JsonSchema, path: string): SchemaProblem[] {
  if (value.length < (schema.minLength ?? 0)) return [{ path, message: "must not be empty" }];
  if (value.length > (schema.maxLength ?? Infinity)) {
    return [{ path, message: `must have at most ${schema.maxLength} characters, has ${value.length}` }];
  }
  if (schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value)) return [];
  return [wrong(path, `like ${schema.pattern}`, value)];
}

function checkNumber(value: number, schema: JsonSchema, path: string): SchemaProblem[] {
  return value < (schema.minimum ?? -Infinity) ? [wrong(path, `at least ${schema.minimum}`, value)] : [];
}

function checkArray(value: readonly Json[], schema: JsonSchema, { path, defs }: Place): SchemaProblem[] {
  if (value.length < (schema.minItems ?? 0))
    return [{ path, message: `must have at least ${schema.minItems} item(s)` }];
  const { items } = schema;
  return items === undefined
    ? []
    : value.flatMap((item, index) => check(item, items, { path: `${path}[${index}]`, defs }));
}

function checkObject(value: JsonObject, schema: JsonSchema, { path, defs }: Place): SchemaProblem[] {
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const problems: SchemaProblem[] = missing.map((name) => ({ path: join(path, name), message: "is missing" }));
  for (const [name, item] of Object.entries(value)) {
    const property = own(schema.properties, name) ?? schema.additionalProperties ?? true;
    if (property === false) problems.push({ path: join(path, name), message: "is not a known field" });
    else if (property !== true) problems.push(...check(item, property, { path: join(path, name), defs }));
  }
  return problems;
}

function own(properties: JsonSchema["properties"], name: string): JsonSchema | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function wrong(path: string, expected: string, value: Json): SchemaProblem {
  const shown = JSON.stringify(value);
  return { path, message: `must be ${expected}, is ${shown.length > 60 ? `${shown.slice(0, 60)}...` : shown}` };
}
