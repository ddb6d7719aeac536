/**
 * The parts of Standard Schema and Standard JSON Schema (standardschema.dev) that are used here, so that an author may bring
 * zod, valibot, arktype or any other library, and this package none.
 */

import { DagDefinitionError } from "./definition-error.ts";

/** Checks and converts a value: text from a template to a number, missing fields to their defaults. */
export interface StandardSchema<In = unknown, Out = In> {
  readonly "~standard": StandardProps<In, Out>;
}

/** A schema that can also write itself down as JSON Schema (zod 4 does; valibot with `toStandardJsonSchema`). */
export interface StandardJsonSchema<In = unknown, Out = In> {
  readonly "~standard": StandardProps<In, Out> & {
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => { readonly [name: string]: unknown };
    };
  };
}

export interface StandardProps<In, Out> {
  readonly version: 1;
  readonly vendor: string;
  readonly types?: { readonly input: In; readonly output: Out } | undefined;
  readonly validate: (value: unknown) => StandardResult<Out> | Promise<StandardResult<Out>>;
}

export type StandardResult<Out> =
  | { readonly value: Out; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What is wrong, one clause an issue, each with its path: `user.age: expected number`. */
export function describeIssues(issues: readonly StandardIssue[]): string {
  return issues
    .map(({ message, path }) => (path?.length ? `${path.map(keyOf).join(".")}: ${message}` : message))
    .join("; ");
}

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === "object" ? segment.key : segment);
}

/** The params as the schema reads them. @throws DagDefinitionError if they do not fit. */
export function checkedParams<In, Params>(schema: StandardSchema<In, Params>, params: unknown, name: string): Params {
  const result = schema["~standard"].validate(params);
  if (result instanceof Promise)
    throw new DagDefinitionError(name, "the schema of its params must check without waiting");
  if (result.issues !== undefined) throw new DagDefinitionError(`${name}, params`, describeIssues(result.issues));
  return result.value;
}

/** The names of the params that an object may have, if the schema can say so; null: unknown, or any. */
export function namesOfParams(schema: StandardSchema<never, unknown> | StandardSchema): readonly string[] | null {
  const { jsonSchema } = schema["~standard"] as Partial<StandardJsonSchema["~standard"]>;
  try {
    const written = jsonSchema?.input({ target: "draft-2020-12" });
    const { properties, additionalProperties, patternProperties } = written ?? {};
    const isOpen = (additionalProperties ?? false) !== false || patternProperties !== undefined;
    return typeof properties !== "object" || properties === null || isOpen ? null : Object.keys(properties);
  } catch {
    // It holds something that JSON Schema has no words for: then nobody knows.
    return null;
  }
}
