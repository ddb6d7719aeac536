/** The `attribute="a.b.0"` of filters. */
import { raise } from "../errors.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";

/** Gives the part of an item that a path names; null: the item itself. */
export type Getter = (item: PyValue) => PyValue;

export interface GetterOptions {
  /** Compare texts without regard to case. */
  readonly ignoreCase?: boolean;
  /** Stands for what an item lacks. */
  readonly byDefault?: PyValue;
}

export function attributeGetter(path: PyValue, rt: Runtime, options: GetterOptions = {}): Getter {
  const steps = stepsOf(path);
  const { ignoreCase = false, byDefault = null } = options;
  return (item) => {
    let value = item;
    for (const step of steps) {
      value = rt.item(value, step);
      if (byDefault !== null && value instanceof PyUndefined) value = byDefault;
    }
    return ignoreCase ? lowered(value) : value;
  };
}

/** Getters for `"a,b.c"`. */
export function attributeGetters(paths: PyValue, rt: Runtime, options: GetterOptions): Getter[] {
  const text = stringOf(paths);
  const all = text === undefined ? [paths] : text.split(",");
  return all.map((path) => attributeGetter(path, rt, options));
}

/** A text in lower case, other values as they are. */
export function lowered(value: PyValue): PyValue {
  return stringOf(value)?.toLowerCase() ?? value;
}

function stepsOf(path: PyValue): PyValue[] {
  if (path === null) return [];
  const text = stringOf(path);
  if (text === undefined)
    return typeof path === "bigint" ? [path] : raise("TypeError", "an attribute must be a name or an index");
  return text.split(".").map((step) => (/^\d+$/.test(step) ? BigInt(step) : step));
}
