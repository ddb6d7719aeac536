/** Params that consist of others: objects, lists of them, and values of several kinds. Pure. */
import { type Conf, confOf, type Entries, type Entry, isObject, type ParamField, type Value } from "./params.ts";

/** What an object holds for one of its fields. */
export function entryIn(value: Conf, name: string): Entry {
  const inner = value[name];
  return inner === undefined ? { empty: true } : { value: inner };
}

/** What the fields of an object begin with. */
export function partsOf({ fields }: ParamField, entry: Entry | undefined): Entries {
  const value = valueOf(entry);
  const known = isObject(value) ? value : {};
  return Object.fromEntries(fields.map(({ name }) => [name, entryIn(known, name)]));
}

/** What a new row begins with. */
export function usualRow({ fields, fixed }: ParamField): Entry {
  return { value: { ...fixed, ...confOf(Object.fromEntries(fields.map(({ name, usual }) => [name, usual]))) } };
}

/** The object that its fields make; what nobody has a field for stays as it is in `before`. */
export function wholeOf(field: ParamField, parts: Entries, before: Entry | undefined): Entry {
  const entries = Object.values(parts);
  if (entries.some((part) => "unread" in part)) return { unread: "" };
  const isNothing = entries.every((part) => !("value" in part));
  if (isNothing && field.nullable) return { value: null };
  if (isNothing && field.optional) return { empty: true };
  return { value: { ...restOf(field, before), ...field.fixed, ...confOf(parts) } };
}

function restOf({ fields }: ParamField, before: Entry | undefined): Conf {
  const value = valueOf(before);
  const named = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).filter(([name]) => !named.has(name)));
}

/** The list that its rows make. */
export function listOf(rows: readonly Entry[]): Entry {
  const values = rows.flatMap((row) => ("value" in row ? [row.value] : []));
  return values.length === rows.length ? { value: values } : { unread: "" };
}

/** Each row of a list. */
export function rowsOf(entry: Entry | undefined): readonly Entry[] {
  const value = valueOf(entry);
  return Array.isArray(value) ? value.map((row: Value): Entry => ({ value: row })) : [];
}

function valueOf(entry: Entry | undefined): Value | undefined {
  return entry !== undefined && "value" in entry ? entry.value : undefined;
}

/** Which of several kinds a value is of; -1: of none. */
export function shapeOf(shapes: readonly ParamField[], value: Value): number {
  return shapes.findIndex((shape) => fits(shape, value));
}

function fits({ kind, options, fields, fixed }: ParamField, value: Value): boolean {
  switch (kind) {
    case "number":
    case "boolean":
      return typeof value === kind;
    case "integer":
      return Number.isInteger(value);
    case "choice":
      return options.some((option) => isSame(option.value, value));
    case "choices":
    case "list":
    case "rows":
      return Array.isArray(value);
    case "object":
      return (
        isObject(value) &&
        Object.entries(fixed).every(([name, only]) => isSame(only, value[name])) &&
        fields.every(({ name, optional }) => optional || name in value)
      );
    case "json":
      return true;
    default:
      return typeof value === "string";
  }
}

function isSame(a: Value, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
