/**
 * The values that templates compute with, with Python's meaning.
 *
 * `None`, `bool`, `int`, `float` and `str` are JavaScript's null, boolean, bigint, number and string: an int is always a
 * bigint and a number always a float, so `1` and `1.0` stay apart. Everything else is a `PyObject`, which shows templates
 * only what its class declares: no JavaScript property and no prototype is reachable from a template.
 */
import { raise } from "../errors.ts";

export type PyValue = null | boolean | bigint | number | string | PyObject;

/** What a dict or set knows a value by: equal values (1, 1.0, True) have the same key. */
export type HashKey = null | bigint | number | string | object;

export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "|" | "&" | "^";
export type OrderOperator = "<" | "<=" | ">" | ">=";

/** The arguments of a call, after `*` and `**` were spread. */
export interface CallArguments {
  readonly positional: readonly PyValue[];
  readonly named: ReadonlyMap<string, PyValue>;
}

export const NO_ARGUMENTS: CallArguments = { positional: [], named: new Map() };

/** How values print: as JSON (TypeScript DAGs) or as Python's `str` (Airflow DAG files). */
export type TemplateStyle = "json" | "python";

/** What values and filters need from the rendering that they take part in. */
export interface Runtime {
  readonly style: TemplateStyle;
  /** Counts work; throws `OutOfFuel` when the budget is spent. */
  spend(steps: number): void;
  /** Microseconds since 1970; fails if the rendering was given no clock. */
  now(): number;
  /** In [0, 1); fails if the rendering was given no source of randomness. */
  random(): number;
  /** Jinja's `target.name`: the attribute, else the item, else undefined. */
  attribute(target: PyValue, name: string): PyValue;
  /** Jinja's `target[key]`: the item, else the attribute, else undefined. */
  item(target: PyValue, key: PyValue): PyValue;
  call(callee: PyValue, args: CallArguments): PyValue;
  filter(name: string, value: PyValue, args: CallArguments): PyValue;
  test(name: string, value: PyValue, args: CallArguments): boolean;
  /** Whether a filter or a test has this name. */
  knows(what: "filter" | "test", name: string): boolean;
}

/** A value with behaviour. Every hook has Python's default: an object has no length, no items, is true, equals itself. */
export abstract class PyObject {
  /** `type(x).__name__`. */
  abstract readonly typeName: string;

  /** An attribute that the object declares; undefined (JavaScript's) if it has none of that name. */
  attribute(_name: string, _rt: Runtime): PyValue | undefined {
    return undefined;
  }

  abstract repr(rt: Runtime): string;

  str(rt: Runtime): string {
    return this.repr(rt);
  }

  /** How it prints in a TypeScript DAG: bare on its own, as JSON inside of a list or an object. */
  jsonStyle(rt: Runtime, nested: boolean): string {
    return quoteIf(nested, this.str(rt));
  }

  /** Null: it has no length. */
  length(_rt: Runtime): number | null {
    return null;
  }

  truthy(rt: Runtime): boolean {
    return this.length(rt) !== 0;
  }

  /** Null: it cannot be iterated. */
  iterate(_rt: Runtime): Iterable<PyValue> | null {
    return null;
  }

  item(_key: PyValue, _rt: Runtime): PyValue {
    return raise("TypeError", `'${this.typeName}' object is not subscriptable`);
  }

  /** Undefined: look through `iterate`. */
  contains(_needle: PyValue, _rt: Runtime): boolean | undefined {
    return undefined;
  }

  equals(other: PyValue, _rt: Runtime): boolean {
    return this === other;
  }

  /** Undefined: the operator is not supported between the two. */
  order(_operator: OrderOperator, _other: PyValue, _rt: Runtime): boolean | undefined {
    return undefined;
  }

  hashKey(_rt: Runtime): HashKey {
    return this;
  }

  /** `this op other`. Undefined: not supported. */
  binary(_operator: BinaryOperator, _other: PyValue, _rt: Runtime): PyValue | undefined {
    return undefined;
  }

  /** `other op this`, asked when `other` does not support it. */
  reflected(_operator: BinaryOperator, _other: PyValue, _rt: Runtime): PyValue | undefined {
    return undefined;
  }

  negate(_rt: Runtime): PyValue | undefined {
    return undefined;
  }

  readonly callable: boolean = false;

  call(_args: CallArguments, _rt: Runtime): PyValue {
    return raise("TypeError", `'${this.typeName}' object is not callable`);
  }

  format(spec: string, rt: Runtime): string {
    if (spec === "") return this.str(rt);
    return raise("TypeError", `unsupported format string passed to ${this.typeName}.__format__`);
  }
}

/** A text bare, or as a JSON string. */
export function quoteIf(nested: boolean, text: string): string {
  return nested ? JSON.stringify(text) : text;
}

/** A `str` of a subclass (`Markup`, a string enum): it compares, hashes and has methods as its text does. */
export abstract class PyStringLike extends PyObject {
  abstract readonly text: string;

  override jsonStyle(_rt: Runtime, nested: boolean): string {
    return quoteIf(nested, this.text);
  }
}

/** The text of a `str` or of a subclass of it; undefined for other values. */
export function stringOf(value: PyValue): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof PyStringLike ? value.text : undefined;
}
