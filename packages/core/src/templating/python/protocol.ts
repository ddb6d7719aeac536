/** Python's built-in functions over any value: `str`, `repr`, `bool`, `len`, `iter`, `==`, `<`, `hash`. */
import { raise } from "../errors.ts";
import { floatRepr } from "./float-text.ts";
import { characters, compareText, quoteText, textLength } from "./text.ts";
import {
  type HashKey,
  type OrderOperator,
  PyObject,
  PyStringLike,
  type PyValue,
  type Runtime,
  stringOf,
} from "./value.ts";

/** Python refuses to print longer ints. */
const MOST_INT_DIGITS = 4300;

/** `type(value).__name__`. */
export function typeName(value: PyValue): string {
  if (value === null) return "NoneType";
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "float";
    case "string":
      return "str";
    default:
      return value.typeName;
  }
}

/** `str(value)`, or its text in the JSON style. */
export function strOf(value: PyValue, rt: Runtime): string {
  if (typeof value === "string") return value;
  if (rt.style === "json") return jsonOf(value, rt, false);
  return value instanceof PyObject ? value.str(rt) : reprOf(value, rt);
}

/** `repr(value)`, or its JSON in the JSON style. */
export function reprOf(value: PyValue, rt: Runtime): string {
  if (rt.style === "json") return jsonOf(value, rt, true);
  if (value === null) return "None";
  switch (typeof value) {
    case "boolean":
      return value ? "True" : "False";
    case "bigint":
      return intText(value);
    case "number":
      return floatRepr(value);
    case "string":
      return quoteText(value);
    default:
      rt.spend(1);
      return value.repr(rt);
  }
}

/** The value as it prints in a TypeScript DAG. */
export function jsonOf(value: PyValue, rt: Runtime, nested: boolean): string {
  if (typeof value === "string") return nested ? JSON.stringify(value) : value;
  if (typeof value === "bigint") return intText(value);
  if (!(value instanceof PyObject)) return JSON.stringify(value);
  rt.spend(1);
  return value.jsonStyle(rt, nested);
}

/** The decimal digits of an int. */
export function intText(value: bigint): string {
  const text = value.toString();
  if (text.length <= MOST_INT_DIGITS) return text;
  return raise("ValueError", `Exceeds the limit (${MOST_INT_DIGITS} digits) for integer string conversion`);
}

/** `bool(value)`. */
export function isTrue(value: PyValue, rt: Runtime): boolean {
  if (value instanceof PyObject) return value.truthy(rt);
  return Boolean(value);
}

/** `len(value)`. */
export function lengthOf(value: PyValue, rt: Runtime): number {
  const text = stringOf(value);
  if (text !== undefined) return textLength(text);
  const length = value instanceof PyObject ? value.length(rt) : null;
  return length ?? raise("TypeError", `object of type '${typeName(value)}' has no len()`);
}

/** `iter(value)`; null if it cannot be iterated. */
export function iterateOrNull(value: PyValue, rt: Runtime): Iterable<PyValue> | null {
  const text = stringOf(value);
  if (text !== undefined) return characters(text);
  return value instanceof PyObject ? value.iterate(rt) : null;
}

/** `iter(value)`. */
export function iterate(value: PyValue, rt: Runtime): Iterable<PyValue> {
  return iterateOrNull(value, rt) ?? raise("TypeError", `'${typeName(value)}' object is not iterable`);
}

/** `list(value)` as an array; every item costs a step. */
export function itemsOf(value: PyValue, rt: Runtime): PyValue[] {
  const items: PyValue[] = [];
  for (const item of iterate(value, rt)) {
    rt.spend(1);
    items.push(item);
  }
  return items;
}

/** The number that a bool, int or float is for arithmetic; undefined for other values. */
export function numberOf(value: PyValue): bigint | number | undefined {
  if (typeof value === "boolean") return value ? 1n : 0n;
  return typeof value === "bigint" || typeof value === "number" ? value : undefined;
}

/** `left == right`. */
export function equal(left: PyValue, right: PyValue, rt: Runtime): boolean {
  if (left instanceof PyObject && !(left instanceof PyStringLike)) return left.equals(right, rt);
  if (right instanceof PyObject && !(right instanceof PyStringLike)) return right.equals(left, rt);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return sameNumber(a, b);
  const text = stringOf(left);
  if (text !== undefined) return text === stringOf(right);
  return left === right;
}

/** The two sides of an operator. */
export type Operands = readonly [left: PyValue, right: PyValue];

/** An int and a float are compared exactly; NaN equals nothing. */
function sameNumber(a: bigint | number, b: bigint | number): boolean {
  if (typeof a === typeof b) return a === b;
  const [int, float] = typeof a === "bigint" ? [a, b as number] : [b as bigint, a];
  return Number.isInteger(float) && BigInt(float) === int;
}

/** `left < right` and its kin. */
export function ordered(operator: OrderOperator, [left, right]: Operands, rt: Runtime): boolean {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined)
    return holds(operator, a < b ? -1 : a > b ? 1 : sameNumber(a, b) ? 0 : Number.NaN);
  const [leftText, rightText] = [stringOf(left), stringOf(right)];
  if (leftText !== undefined && rightText !== undefined) return holds(operator, compareText(leftText, rightText));
  const answer =
    (left instanceof PyObject ? left.order(operator, right, rt) : undefined) ??
    (right instanceof PyObject ? right.order(mirrored(operator), left, rt) : undefined);
  if (answer !== undefined) return answer;
  const types = `'${typeName(left)}' and '${typeName(right)}'`;
  return raise("TypeError", `'${operator}' not supported between instances of ${types}`);
}

/** Whether a comparison of sign `sign` satisfies the operator; NaN satisfies none. */
export function holds(operator: OrderOperator, sign: number): boolean {
  switch (operator) {
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
  }
}

function mirrored(operator: OrderOperator): OrderOperator {
  return operator.replace(/[<>]/, (sign) => (sign === "<" ? ">" : "<")) as OrderOperator;
}

/** `needle in haystack`. */
export function contains(haystack: PyValue, needle: PyValue, rt: Runtime): boolean {
  const text = stringOf(haystack);
  if (text !== undefined) {
    const part = stringOf(needle);
    if (part !== undefined) return text.includes(part);
    return raise("TypeError", `'in <string>' requires string as left operand, not ${typeName(needle)}`);
  }
  const known = haystack instanceof PyObject ? haystack.contains(needle, rt) : undefined;
  if (known !== undefined) return known;
  const items = iterateOrNull(haystack, rt);
  if (items === null) return raise("TypeError", `argument of type '${typeName(haystack)}' is not iterable`);
  for (const item of items) {
    rt.spend(1);
    if (item === needle || equal(item, needle, rt)) return true;
  }
  return false;
}

/** What a dict or a set knows the value by. @throws TypeError for lists, dicts and sets. */
export function hashKey(value: PyValue, rt: Runtime): HashKey {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  const text = stringOf(value);
  if (text !== undefined) return text.startsWith("\0") ? `\0${text}` : text;
  return value instanceof PyObject ? value.hashKey(rt) : value;
}

/** `sorted(items, key=..., reverse=...)`: stable, by `<` alone. */
export function sortedBy(
  items: readonly PyValue[],
  rt: Runtime,
  options: { readonly key?: (item: PyValue) => PyValue; readonly reverse?: boolean } = {},
): PyValue[] {
  const { key = (item) => item, reverse = false } = options;
  const keyed = items.map((item) => ({ item, key: key(item) }));
  keyed.sort((a, b) => {
    rt.spend(1);
    const [left, right] = reverse ? [b.key, a.key] : [a.key, b.key];
    if (ordered("<", [left, right], rt)) return -1;
    return ordered("<", [right, left], rt) ? 1 : 0;
  });
  return keyed.map((entry) => entry.item);
}
