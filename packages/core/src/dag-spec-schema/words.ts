/** The words that the schema of `DagSpec` is written in. */
import type { JsonSchema } from "../json-schema.ts";

export type PropertiesOf<Type> = { readonly [Name in keyof Required<Type>]: JsonSchema };

export const text: JsonSchema = { type: "string" };
export const name: JsonSchema = { type: "string", minLength: 1 };
export const names: JsonSchema = { type: "array", items: name };
export const flag: JsonSchema = { type: "boolean" };
export const seconds: JsonSchema = { type: "number", minimum: 0 };
export const count: JsonSchema = { type: "integer", minimum: 0 };
export const atLeastOne: JsonSchema = { type: "integer", minimum: 1 };
export const whole: JsonSchema = { type: "integer" };
/** ISO 8601 in UTC, microseconds at most. */
export const instant: JsonSchema = {
  type: "string",
  pattern: "^[+-]?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z$",
};
export const anyJson: JsonSchema = {};
export const jsonByName: JsonSchema = { type: "object", additionalProperties: anyJson };

/** Ids of DAGs and tasks, as Airflow's: letters, digits, dashes, dots, underscores, at most 250. */
export const id: JsonSchema = { type: "string", pattern: "^[\\p{L}\\p{N}_.-]{1,250}$" };

export function closed(properties: { readonly [name: string]: JsonSchema }, required: readonly string[]): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}
