/** Params of operators travel as JSON; what would change on the way is refused where it is written. */
import type { Json } from "@momiji/core";
import { DagDefinitionError } from "./definition-error.ts";
import { EdgeNode } from "./edge-end.ts";

/** The value as JSON, fields that are undefined left out. `name` is how the author knows it, e.g. `params.env.HOME`. */
export function jsonOf(value: unknown, name: string, place: string): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => jsonOf(item, `${name}[${index}]`, place));
  if (isPlainObject(value)) return jsonObject(value, name, place);
  if (value instanceof EdgeNode) {
    const hint = 'a param takes it by a template: {{ ti.xcom_pull(task_ids="...") }}';
    throw new DagDefinitionError(place, `${name} is the output of ${value.label}, which is not there yet; ${hint}`);
  }
  throw new DagDefinitionError(
    place,
    `${name} is ${describe(value)}, but must be JSON: text, number, boolean, null, list or object`,
  );
}

export function jsonObject(fields: object, name: string, place: string): { readonly [name: string]: Json } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, jsonOf(value, `${name}.${key}`, place)]));
}

export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(value: unknown): string {
  if (typeof value === "object" && value !== null) return `a value of ${value.constructor.name}`;
  return typeof value === "number" ? String(value) : `of type ${typeof value}`;
}
