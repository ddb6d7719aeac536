/** What is wrong at sight with what stands in the fields of params. The server judges. Pure. */
import { entryIn, shapeOf } from "./nested-params.ts";
import { type Entries, type Entry, type FieldKind, isObject, type ParamField, type Value } from "./params.ts";

export type ProblemCode =
  | "required"
  | "number"
  | "integer"
  | "min"
  | "max"
  | "short"
  | "long"
  | "pattern"
  | "date"
  | "json"
  | "inside";

export interface FieldProblem {
  readonly code: ProblemCode;
  readonly limit?: number;
}

/** What is wrong at sight; null: nothing is. */
export function problemOf(field: ParamField, entry: Entry | undefined): FieldProblem | null {
  if (entry === undefined || "empty" in entry) return field.optional ? null : { code: "required" };
  if ("unread" in entry) return { code: UNREAD[field.kind] ?? "number" };
  const { value } = entry;
  if (value === null) return field.nullable ? null : { code: "required" };
  if (NESTED.has(field.kind)) return isRightInside(field, value) ? null : { code: "inside" };
  if (typeof value === "number") return problemOfNumber(field, value);
  if (typeof value === "string") return problemOfText(field, value);
  return null;
}

const UNREAD: { readonly [kind in FieldKind]?: ProblemCode } = {
  json: "json",
  object: "inside",
  rows: "inside",
  shapes: "inside",
};

const NESTED: ReadonlySet<FieldKind> = new Set<FieldKind>(["object", "rows", "shapes"]);

function isRightInside(field: ParamField, value: Value): boolean {
  const { kind, fields, shapes } = field;
  if (kind === "rows")
    return Array.isArray(value) && value.every((row) => isRightInside({ ...field, kind: "object" }, row));
  if (kind === "shapes") {
    const shape = shapes[shapeOf(shapes, value)];
    return shape !== undefined && problemOf(shape, { value }) === null;
  }
  return isObject(value) && fields.every((inner) => problemOf(inner, entryIn(value, inner.name)) === null);
}

function problemOfNumber({ kind, min, max }: ParamField, value: number): FieldProblem | null {
  if (kind === "integer" && !Number.isInteger(value)) return { code: "integer" };
  if (min !== undefined && value < min) return { code: "min", limit: min };
  return max !== undefined && value > max ? { code: "max", limit: max } : null;
}

function problemOfText({ kind, min, max, pattern }: ParamField, value: string): FieldProblem | null {
  if (kind === "number" || kind === "integer") return { code: "number" };
  if (kind !== "text" && kind !== "lines" && kind !== "password") return null;
  if (min !== undefined && value.length < min) return { code: "short", limit: min };
  if (max !== undefined && value.length > max) return { code: "long", limit: max };
  return pattern !== undefined && !matches(pattern, value) ? { code: "pattern" } : null;
}

/** A pattern that this browser cannot read is left to the server. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
}

/** The first field with something wrong, in the order of the form. */
export function firstWrong(fields: readonly ParamField[], entries: Entries): ParamField | undefined {
  return fields.find((field) => problemOf(field, entries[field.name]) !== null);
}
