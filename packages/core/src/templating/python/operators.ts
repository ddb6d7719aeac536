/** Python's operators and attribute access over any value. */
import { raise } from "../errors.ts";
import { indexArgument } from "./arguments.ts";
import { numberOperation } from "./arithmetic.ts";
import { numberAttribute } from "./number-methods.ts";
import { percentFormat } from "./percent-format.ts";
import { numberOf, type Operands, typeName } from "./protocol.ts";
import { repeatText, stringItem, stringMethod } from "./string-methods.ts";
import { type BinaryOperator, PyObject, PyStringLike, type PyValue, type Runtime, stringOf } from "./value.ts";

/** `left op right`. */
export function binary(operator: BinaryOperator, operands: Operands, rt: Runtime): PyValue {
  const [left, right] = operands;
  const [a, b] = [numberOf(left), numberOf(right)];
  const result =
    a !== undefined && b !== undefined ? numberOperation(operator, a, b) : otherOperation(operator, operands, rt);
  if (result !== undefined) return result;
  const types = `'${typeName(left)}' and '${typeName(right)}'`;
  return raise("TypeError", `unsupported operand type(s) for ${operator}: ${types}`);
}

function otherOperation(operator: BinaryOperator, operands: Operands, rt: Runtime): PyValue | undefined {
  const [left, right] = operands;
  if (left instanceof PyObject) {
    const result = left.binary(operator, right, rt);
    if (result !== undefined) return result;
  }
  if (right instanceof PyObject) {
    const result = operator === "%" && stringOf(left) !== undefined ? undefined : right.reflected(operator, left, rt);
    if (result !== undefined) return result;
  }
  return textOperation(operator, operands, rt);
}

function textOperation(operator: BinaryOperator, [left, right]: Operands, rt: Runtime): PyValue | undefined {
  const [leftText, rightText] = [stringOf(left), stringOf(right)];
  if (leftText !== undefined && operator === "%") return percentFormat(leftText, right, rt);
  if (operator === "+" && leftText !== undefined) {
    if (rightText === undefined) raise("TypeError", `can only concatenate str (not "${typeName(right)}") to str`);
    rt.spend((leftText.length + rightText.length) >> 8);
    return leftText + rightText;
  }
  if (operator !== "*") return undefined;
  const [text, times] = leftText === undefined ? [rightText, left] : [leftText, right];
  if (text === undefined) return undefined;
  if (typeof times !== "bigint" && typeof times !== "boolean") {
    return raise("TypeError", `can't multiply sequence by non-int of type '${typeName(times)}'`);
  }
  return repeatText(text, indexArgument(times), rt);
}

/** `-value`. */
export function negate(value: PyValue, rt: Runtime): PyValue {
  const number = numberOf(value);
  if (number !== undefined) return -number;
  const result = value instanceof PyObject ? value.negate(rt) : undefined;
  return result ?? raise("TypeError", `bad operand type for unary -: '${typeName(value)}'`);
}

/** `+value`. */
export function positive(value: PyValue, rt: Runtime): PyValue {
  const number = numberOf(value);
  if (number !== undefined) return number;
  negate(value, rt);
  return value;
}

/** Python's `getattr(value, name)`, undefined if there is none; only what types declare can be reached. */
export function attributeOf(value: PyValue, name: string, rt: Runtime): PyValue | undefined {
  if (typeof value === "string") return stringMethod(value, name);
  if (value instanceof PyStringLike) return value.attribute(name, rt) ?? stringMethod(value.text, name);
  if (value instanceof PyObject) return value.attribute(name, rt);
  return value === null ? undefined : numberAttribute(value, name);
}

/** Python's `value[key]`. */
export function itemOf(value: PyValue, key: PyValue, rt: Runtime): PyValue {
  const text = stringOf(value);
  if (text !== undefined) return stringItem(text, key);
  return value instanceof PyObject
    ? value.item(key, rt)
    : raise("TypeError", `'${typeName(value)}' object is not subscriptable`);
}
