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
  | "object"
  | "rows"
  | "shapes"
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
  /** Inside an object: it may be left out. */
  readonly optional: boolean;
  /** What it holds before anything is typed: its default, if it has one. */
  readonly usual: Entry;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly examples: readonly string[];
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly pattern: string | undefined;
  /** What is in an object, or in each row; empty: it is neither. */
  readonly fields: readonly ParamField[];
  /** What an object, or each row, holds whatever is typed. */
  readonly fixed: Conf;
  /** The values that it may have, where they are of several kinds. */
  readonly shapes: readonly ParamField[];
}

/** What stands in a field: a value, nothing, or a text that is none. */
export type Entry = { readonly value: Value } | { readonly empty: true } | { readonly unread: string };

export type Entries = { readonly [name: string]: Entry };

type Params = { readonly [name: string]: Pick<Param, "value" | "schema" | "description"> };

/** In their order; what has one value only is no field. */
export function fieldsOf(params: Params): readonly ParamField[] {
  return Object.entries(params).flatMap(([name, param]) => fieldOf(name, param, false));
}

function fieldOf(name: string, param: Params[string], optional: boolean): readonly ParamField[] {
  const { schema, nullable } = unwrapped(param.schema as Schema);
  if (schema["const"] !== undefined) return [];
  const text = (word: string): string | undefined => (typeof schema[word] === "string" ? schema[word] : undefined);
  const number = (word: string): number | undefined => (typeof schema[word] === "number" ? schema[word] : undefined);
  return [
    {
      name,
      kind: kindOf(schema),
      title: text("title") ?? name,
      description: text("description_md") ?? param.description ?? text("description") ?? null,
      section: text("section") ?? null,
      nullable,
      required: !nullable && !optional && (param.value === null || param.value === undefined),
      optional,
      usual: usualOf(param),
      options: optionsOf(schema),
      examples: Array.isArray(schema["examples"]) ? schema["examples"].map(String) : [],
      min: number("minimum") ?? number("minLength"),
      max: number("maximum") ?? number("maxLength"),
      // Formats have patterns of their own, which nobody can read.
      pattern: text("format") === undefined ? text("pattern") : undefined,
      ...insideOf(schema),
    },
  ];
}

/** What an object, each object of a list, or one of several kinds of values consists of. */
function insideOf(schema: Schema): Pick<ParamField, "fields" | "fixed" | "shapes"> {
  const whole = propertiesOf(schema) === null ? asSchema(schema["items"]) : schema;
  const properties = Object.entries(propertiesOf(whole) ?? {});
  const needed = Array.isArray(whole["required"]) ? whole["required"] : [];
  const shapes = Array.isArray(schema["oneOf"]) ? (schema["oneOf"] as readonly Schema[]) : [];
  return {
    fields: properties.flatMap(([name, inner]) => fieldOf(name, inParam(inner), !needed.includes(name))),
    fixed: Object.fromEntries(
      properties.flatMap(([name, inner]) => (inner["const"] === undefined ? [] : [[name, inner["const"]] as const])),
    ),
    shapes: shapes.flatMap((shape) => fieldOf("", inParam(asChoice(shape)), false)),
  };
}

function inParam(schema: Schema): Params[string] {
  return { value: schema["default"] ?? null, schema, description: null };
}

/** A constant among other values is one that can be chosen. */
function asChoice({ const: only, ...schema }: Schema): Schema {
  return only === undefined ? schema : { ...schema, enum: [only], default: only };
}

/** Null: it says nothing of what is in it. */
function propertiesOf({ type, properties }: Schema): { readonly [name: string]: Schema } | null {
  const named = asSchema(properties) as { readonly [name: string]: Schema };
  return type === "object" && Object.keys(named).length > 0 ? named : null;
}

function asSchema(given: Value | undefined): Schema {
  return isObject(given) ? given : {};
}

export function isObject(value: Value | undefined): value is Conf {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
    return { schema: real.length > 1 ? { ...rest, oneOf: real as readonly Value[] } : rest, nullable };
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
  if (Array.isArray(schema["oneOf"])) return "shapes";
  switch (schema["type"]) {
    case "string":
      return (typeof schema["format"] === "string" ? OF_FORMAT[schema["format"]] : undefined) ?? "text";
    case "integer":
    case "number":
    case "boolean":
      return schema["type"];
    case "object":
      return propertiesOf(schema) === null ? "json" : "object";
    case "array": {
      const items = asSchema(schema["items"]);
      if (propertiesOf(items) !== null) return "rows";
      if (Array.isArray(items["enum"]) || Array.isArray(schema["examples"])) return "choices";
      return items["type"] === "string" ? "list" : "json";
    }
    default:
      return "json";
  }
}

function optionsOf(schema: Schema): ParamField["options"] {
  const items = asSchema(schema["items"]);
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
    if (field.optional) return { empty: true };
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

/** Fields by section, in their order; those without one come first. */
export function sectionsOf(
  fields: readonly ParamField[],
): readonly (readonly [string | null, readonly ParamField[]])[] {
  return [...Map.groupBy(fields, ({ section }) => section)];
}
