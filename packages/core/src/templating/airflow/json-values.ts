/** JSON to template values and back. */
import { raise } from "../errors.ts";
import type { Json } from "../../json.ts";
import { PyDict } from "../python/dict.ts";
import { PyIterator } from "../python/iterator.ts";
import { PyList } from "../python/list.ts";
import { typeName, itemsOf, strOf } from "../python/protocol.ts";
import { PySequence } from "../python/sequence.ts";
import { PySet } from "../python/set.ts";
import { PyUndefined } from "../python/undefined.ts";
import { PyObject, type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { PyDateTime } from "../time/datetime.ts";

/** A whole number becomes an int, any other a float: JSON in JavaScript does not keep them apart. */
export function fromJson(value: Json): PyValue {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return new PyList(value.map(fromJson));
  return PyDict.named(Object.entries(value).map(([key, item]) => [key, fromJson(item)]));
}

/**
 * Like `toJson`, but what JSON lacks is tagged by its Python type: `{"<tuple>": [...]}`, `{"<set>": [...]}`,
 * `{"<datetime>": iso}`, and `{"<Class>": text}` for any other object. Ints lose what a JavaScript number cannot hold.
 */
export function toTaggedJson(value: PyValue, rt: Runtime): Json {
  if (typeof value === "bigint") return Number(value);
  if (!(value instanceof PyObject) || stringOf(value) !== undefined) return toJson(value, rt);
  if (value instanceof PyUndefined) return value.fail();
  if (value instanceof PyDict) {
    return Object.fromEntries(value.entries().map(([key, item]) => [strOf(key, rt), toTaggedJson(item, rt)] as const));
  }
  if (value instanceof PyDateTime) return { "<datetime>": value.isoFormat("T") };
  if (!(value instanceof PySequence || value instanceof PySet)) return { [`<${typeName(value)}>`]: strOf(value, rt) };
  const items = itemsOf(value, rt).map((item) => toTaggedJson(item, rt));
  return value instanceof PyList ? items : { [`<${value.typeName}>`]: items };
}

/**
 * Lists, tuples and sets become arrays, dicts objects with text keys, other objects what they print as JSON.
 * @throws TemplateError for undefined values, and for ints that a JavaScript number cannot hold.
 */
export function toJson(value: PyValue, rt: Runtime): Json {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number)
      ? number
      : raise("OverflowError", `${value} does not fit a JSON number; use | string`);
  }
  if (typeof value === "number")
    return Number.isFinite(value) ? value : raise("ValueError", `${value} has no form in JSON`);
  if (!(value instanceof PyObject)) return value;
  if (value instanceof PyUndefined) return value.fail();
  if (value instanceof PyDict) {
    const pairs = value.entries().map(([key, item]) => [strOf(key, rt), toJson(item, rt)] as const);
    return Object.fromEntries(pairs);
  }
  if (
    value instanceof PySequence ||
    value instanceof PySet ||
    value instanceof PyIterator ||
    typeName(value).startsWith("dict_")
  ) {
    return itemsOf(value, rt).map((item) => toJson(item, rt));
  }
  return stringOf(value) ?? value.jsonStyle(rt, false);
}
