/** The params of a DAG as fields of a form, and values as people type them. The server judges; what is wrong at sight is said here. Pure. */
import type { components } from "@momiji/client";

type Param = components["schemas"]["ParamResponse"];

/** Whatever JSON can hold. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

interface Schema {
  readonly [word: string]: Value | undefined;
}

export type FieldKind =
  | "text"
  | "lines"
  | "password"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "datetime"
  | "time"
  | "choice"
  | "choices"
  | "list"
  | "json";

export interface ParamField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly title: string;
  readonly description: string | null;
  readonly section: string | null;
  /** Null is a value of its own. */
  readonly nullable: boolean;
  /** Has no default, and must have a value. */
  readonly required: boolean;
  /** What it holds before anything is typed: its default, if it has one. */
  readonly usual: Entry;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly examples: readonly string[];
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly pattern: string | undefined;
}

/** What stands in a field: a value, nothing, or a text that is none. */
export type Entry = { readonly value: Value } | { readonly empty: true } | { readonly unread: string };

export type Entries = { readonly [name: string]: Entry };

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
  | "json";

export interface FieldProblem {
  readonly code: ProblemCode;
  readonly limit?: number;
}

type Params = { readonly [name: string]: Pick<Param, "value" | "schema" | "description"> };

/** In their order; what has one value only is no field. */
export function fieldsOf(params: Params): readonly ParamField[] {
  return Object.entries(params).flatMap(([name, param]) => {
    const { schema, nullable } = unwrapped(param.schema as Schema);
    if (schema["const"] !== undefined) return [];
    const text = (word: string): string | undefined => (typeof schema[word] === "string" ? schema[word] : undefined);
    const number = (word: string): number | undefined => (typeof schema[word] === "number" ? schema[word] : undefined);
    const kind = kindOf(schema);
    return [
      {
        name,
        kind,
        title: text("title") ?? name,
        description: text("description_md") ?? param.description ?? text("description") ?? null,
        section: text("section") ?? null,
        nullable,
        required: !nullable && (param.value === null || param.value === undefined),
        usual: usualOf(param),
        options: optionsOf(schema),
        examples: Array.isArray(schema["examples"]) ? schema["examples"].map(String) : [],
        min: number("minimum") ?? number("minLength"),
        max: number("maximum") ?? number("maxLength"),
        // Formats have patterns of their own, which nobody can read.
        pattern: text("format") === undefined ? text("pattern") : undefined,
      },
    ];
  });
}

/** `anyOf` with null, or null among the types: the same without it. */
function unwrapped(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  const { anyOf, oneOf, ...rest } = schema;
  const branches = anyOf ?? oneOf;
  if (Array.isArray(branches)) {
    const real = (branches as readonly Schema[]).filter((branch) => branch["type"] !== "null");
    const [only] = real;
    const nullable = real.length < branches.length;
    if (real.length === 1 && only !== undefined) return { schema: { ...only, ...rest }, nullable };
    const consts = real.map((branch) => branch["const"]);
    if (consts.every((value) => value !== undefined)) return { schema: { ...rest, enum: consts }, nullable };
    return { schema: rest, nullable };
  }
  const { type } = schema;
  if (!Array.isArray(type)) return { schema, nullable: false };
  const types = type.filter((each) => each !== "null");
  const { type: _many, ...others } = schema;
  const [single] = types;
  return {
    schema: types.length === 1 && single !== undefined ? { ...others, type: single } : others,
    nullable: types.length < type.length,
  };
}

const OF_FORMAT: { readonly [format: string]: FieldKind } = {
  date: "date",
  "date-time": "datetime",
  time: "time",
  multiline: "lines",
  password: "password",
};

function kindOf(schema: Schema): FieldKind {
  if (Array.isArray(schema["enum"])) return "choice";
  switch (schema["type"]) {
    case "string":
      return (typeof schema["format"] === "string" ? OF_FORMAT[schema["format"]] : undefined) ?? "text";
    case "integer":
    case "number":
    case "boolean":
      return schema["type"];
    case "array": {
      const items = (schema["items"] ?? {}) as Schema;
      if (Array.isArray(items["enum"]) || Array.isArray(schema["examples"])) return "choices";
      return items["type"] === "string" ? "list" : "json";
    }
    default:
      return "json";
  }
}

function optionsOf(schema: Schema): ParamField["options"] {
  const items = (schema["items"] ?? {}) as Schema;
  const values = schema["enum"] ?? items["enum"] ?? (schema["type"] === "array" ? schema["examples"] : undefined);
  if (!Array.isArray(values)) return [];
  const words = (schema["values_display"] ?? {}) as { readonly [value: string]: string };
  return values.map((value: Value) => ({ value, label: words[textOf(value)] ?? textOf(value) }));
}

export function textOf(value: Value): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What the fields hold before anything is typed. */
export function entriesOf(params: Params, conf: Conf = {}): Entries {
  const whole: { [name: string]: Entry } = {};
  for (const [name, param] of Object.entries(params)) {
    const given = conf[name];
    whole[name] = given === undefined ? usualOf(param) : { value: given };
  }
  for (const [name, value] of Object.entries(conf)) whole[name] ??= { value };
  return whole;
}

function usualOf({ value, schema }: Params[string]): Entry {
  const usual = (value as Value | undefined) ?? (schema as Schema)["const"] ?? null;
  return usual === null && !unwrapped(schema as Schema).nullable ? { empty: true } : { value: usual };
}

/** Values by the names of their params. */
export interface Conf {
  readonly [name: string]: Value;
}

/** What the run is given: everything that has a value. */
export function confOf(entries: Entries): Conf {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) => ("value" in entry ? [[name, entry.value] as const] : [])),
  );
}

/** What a run is given that repeats another: what that one was given, and beside it only what is different. */
export function changedConf(entries: Entries, initial: Entries, copied: Conf): Conf {
  const before = confOf(initial);
  const isMeant = ([name, value]: readonly [string, Value]): boolean =>
    name in copied || JSON.stringify(value) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(confOf(entries)).filter(isMeant));
}

/** What somebody has typed. */
export function entryOf(field: ParamField, typed: string): Entry {
  if (typed === "") {
    if (field.nullable) return { value: null };
    return field.kind === "text" || field.kind === "lines"
      ? field.required
        ? { empty: true }
        : { value: "" }
      : { empty: true };
  }
  switch (field.kind) {
    case "number":
    case "integer": {
      const number = Number(typed);
      return Number.isFinite(number) && typed.trim() !== "" ? { value: number } : { unread: typed };
    }
    case "json":
      try {
        return { value: JSON.parse(typed) as Value };
      } catch {
        return { unread: typed };
      }
    default:
      return { value: typed };
  }
}

export function typedOf(entry: Entry | undefined): string {
  if (entry === undefined || "empty" in entry) return "";
  if ("unread" in entry) return entry.unread;
  if (entry.value === null) return "";
  return typeof entry.value === "object" ? JSON.stringify(entry.value, null, 2) : String(entry.value);
}

/** What is wrong at sight; null: nothing is. */
export function problemOf(field: ParamField, entry: Entry | undefined): FieldProblem | null {
  if (entry === undefined || "empty" in entry) return { code: "required" };
  if ("unread" in entry) return { code: field.kind === "json" ? "json" : "number" };
  const { value } = entry;
  if (value === null) return field.nullable ? null : { code: "required" };
  if (typeof value === "number") return problemOfNumber(field, value);
  if (typeof value === "string") return problemOfText(field, value);
  return null;
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

/** Fields by section, in their order; those without one come first. */
export function sectionsOf(
  fields: readonly ParamField[],
): readonly (readonly [string | null, readonly ParamField[]])[] {
  return [...Map.groupBy(fields, ({ section }) => section)];
}
