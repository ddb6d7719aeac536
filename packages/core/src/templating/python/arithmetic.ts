/** Python's arithmetic on ints and floats. */
import { raise } from "../errors.ts";
import { divideHalfEven, roundFloat } from "./float-text.ts";
import { typeName } from "./protocol.ts";
import type { BinaryOperator, PyValue } from "./value.ts";

/** Bits that a result of `**` may have: far more than anybody prints, far less than hurts. */
const MOST_BITS = 1_000_000;

export type PyNumber = bigint | number;

/** `left op right`; undefined if numbers do not have the operator. */
export function numberOperation(operator: BinaryOperator, left: PyNumber, right: PyNumber): PyNumber | undefined {
  if (operator === "**") return power(left, right);
  if (typeof left === "bigint" && typeof right === "bigint") return intOperation(operator, left, right);
  return floatOperation(operator, toFloat(left), toFloat(right));
}

function intOperation(operator: BinaryOperator, left: bigint, right: bigint): PyNumber | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0n ? raise("ZeroDivisionError", "division by zero") : trueDivision(left, right);
    case "//":
      return right === 0n
        ? raise("ZeroDivisionError", "integer division or modulo by zero")
        : floorDivision(left, right);
    case "%":
      return right === 0n
        ? raise("ZeroDivisionError", "integer modulo by zero")
        : left - floorDivision(left, right) * right;
    case "|":
      return left | right;
    case "&":
      return left & right;
    case "^":
      return left ^ right;
    default:
      return undefined;
  }
}

function floatOperation(operator: BinaryOperator, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? raise("ZeroDivisionError", "float division by zero") : left / right;
    case "//":
      return right === 0
        ? raise("ZeroDivisionError", "float floor division by zero")
        : Math.floor((left - floatModulo(left, right)) / right + 0.5);
    case "%":
      return right === 0 ? raise("ZeroDivisionError", "float modulo") : floatModulo(left, right);
    default:
      return undefined;
  }
}

/** `left // right` of ints. */
export function floorDivision(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

function trueDivision(left: bigint, right: bigint): number {
  const [a, b] = [Number(left), Number(right)];
  if (Number.isFinite(a) && Number.isFinite(b)) return a / b;
  const scaled = (left * 10n ** 20n) / right;
  const quotient = Number(scaled) / 1e20;
  return Number.isFinite(quotient) ? quotient : raise("OverflowError", "integer division result too large for a float");
}

function floatModulo(left: number, right: number): number {
  const rest = left % right;
  if (rest === 0) return right < 0 ? -0 : 0;
  return rest < 0 !== right < 0 ? rest + right : rest;
}

function power(base: PyNumber, exponent: PyNumber): PyNumber {
  if (typeof base === "bigint" && typeof exponent === "bigint" && exponent >= 0n) {
    const bits = BigInt(base.toString(2).length) * exponent;
    if (bits > MOST_BITS && base * base > 1n) raise("OutOfFuel", `the result of ** has about ${bits} bits`);
    return base ** exponent;
  }
  const [a, b] = [toFloat(base), toFloat(exponent)];
  if (a === 0 && b < 0) raise("ZeroDivisionError", "0.0 cannot be raised to a negative power");
  if (a < 0 && !Number.isInteger(b)) raise("NotSupported", "a complex number as the result of **");
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b))
    raise("OverflowError", "Numerical result out of range");
  return result;
}

/** `float(int)`. @throws OverflowError beyond the range of floats. */
export function toFloat(value: PyNumber): number {
  const float = Number(value);
  if (typeof value === "bigint" && !Number.isFinite(float)) raise("OverflowError", "int too large to convert to float");
  return float;
}

/** `int(float)`: cut towards zero. */
export function truncate(value: number): bigint {
  if (Number.isNaN(value)) return raise("ValueError", "cannot convert float NaN to integer");
  if (!Number.isFinite(value)) return raise("OverflowError", "cannot convert float infinity to integer");
  return BigInt(Math.trunc(value));
}

/** `round(value, places)`: an int stays an int, a float a float. */
export function roundNumber(value: PyNumber, places: number): PyNumber {
  if (typeof value === "number") return roundFloat(value, places);
  if (places >= 0) return value;
  const unit = 10n ** BigInt(-places);
  return divideHalfEven(value, unit) * unit;
}

/** `int(text, base)`. */
export function parseInt10(text: string, base = 10): bigint | undefined {
  const match = /^\s*([+-]?)(0[xX](?=_?[\da-fA-F])|0[oO]|0[bB])?_?(\w(?:_?\w)*)\s*$/u.exec(text);
  if (match === null) return undefined;
  const [, sign, prefix = "", digits = ""] = match;
  const prefixBase = { x: 16, o: 8, b: 2 }[prefix.slice(1).toLowerCase()];
  if (prefix === "" && base === 0) return parseInt10(text, 10);
  if (prefixBase !== undefined && base !== 0 && base !== prefixBase) {
    return base === 16 ? digitsValue(sign, (prefix + digits).replaceAll("_", ""), base) : undefined;
  }
  return digitsValue(sign, digits.replaceAll("_", ""), prefixBase ?? base);
}

function digitsValue(sign: string | undefined, digits: string, base: number): bigint | undefined {
  let value = 0n;
  for (const char of digits) {
    const digit = Number.parseInt(char, 36);
    if (Number.isNaN(digit) || digit >= base) return undefined;
    value = value * BigInt(base) + BigInt(digit);
  }
  return sign === "-" ? -value : value;
}

/** `float(text)`. */
export function parseFloatText(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (/^[+-]?(inf|infinity)$/.test(trimmed)) return trimmed.startsWith("-") ? -Infinity : Infinity;
  if (/^[+-]?nan$/.test(trimmed)) return Number.NaN;
  const digits = "\\d(?:_?\\d)*";
  const form = new RegExp(`^[+-]?(${digits}\\.?(${digits})?|\\.${digits})(e[+-]?${digits})?$`);
  return form.test(trimmed) ? Number(trimmed.replaceAll("_", "")) : undefined;
}

/** The number that `int(x)` and `float(x)` start from; a TypeError for other types. */
export function numberArgument(value: PyValue): PyNumber {
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "bigint" || typeof value === "number") return value;
  return raise("TypeError", `must be real number, not ${typeName(value)}`);
}
