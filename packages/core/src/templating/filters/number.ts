/** Filters on numbers. */
import { raise } from "../errors.ts";
import { indexArgument, textArgument } from "../python/arguments.ts";
import { numberOperation, parseFloatText, parseInt10, roundNumber, toFloat, truncate } from "../python/arithmetic.ts";
import { fixedDigits } from "../python/float-text.ts";
import { isTrue, numberOf, typeName } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type PyValue, stringOf } from "../python/value.ts";
import { PyTimedelta } from "../time/timedelta.ts";
import { filter, type FilterTable } from "./filter.ts";

/** `float(value)`; undefined where Python raises TypeError or ValueError. */
function floatOf(value: PyValue): number | undefined {
  if (value instanceof PyUndefined) return value.fail();
  const text = stringOf(value);
  if (text !== undefined) return parseFloatText(text);
  const number = numberOf(value);
  return number === undefined ? undefined : toFloat(number);
}

const int = filter({ default: 0n, base: 10n }, (value, [byDefault, base]) => {
  const text = stringOf(value);
  if (text !== undefined) {
    const parsed = parseInt10(text, indexArgument(base as PyValue));
    if (parsed !== undefined) return parsed;
    const float = parseFloatText(text);
    return float === undefined || !Number.isFinite(float) ? (byDefault as PyValue) : truncate(float);
  }
  const number = numberOf(value);
  if (typeof number === "bigint") return number;
  if (number !== undefined && !Number.isNaN(number)) return truncate(number);
  return value instanceof PyUndefined ? value.fail() : (byDefault as PyValue);
});

const round = filter({ precision: 0n, method: "common" }, (value, [precision, method]) => {
  const how = textArgument(method as PyValue, "method");
  if (!["common", "ceil", "floor"].includes(how)) raise("FilterArgumentError", "method must be common, ceil or floor");
  if (value instanceof PyUndefined) value.fail();
  const number = numberOf(value);
  if (number === undefined) return raise("TypeError", `type ${typeName(value)} doesn't define __round__ method`);
  const places = indexArgument(precision as PyValue);
  if (how === "common") return roundNumber(number, places);
  const unit = numberOperation("**", 10n, BigInt(places)) as bigint | number;
  const scaled = toFloat(numberOperation("*", number, unit) as bigint | number);
  const whole = truncate(how === "ceil" ? Math.ceil(scaled) : Math.floor(scaled));
  return numberOperation("/", whole, unit) as number;
});

const PREFIXES = ["k", "M", "G", "T", "P", "E", "Z", "Y"] as const;

const filesizeformat = filter({ binary: false }, (value, [binary], rt) => {
  const bytes =
    floatOf(value) ?? raise(stringOf(value) === undefined ? "TypeError" : "ValueError", "could not convert to float");
  const isBinary = isTrue(binary as PyValue, rt);
  const base = isBinary ? 1024 : 1000;
  if (bytes === 1) return "1 Byte";
  if (bytes < base) return `${truncate(bytes)} Bytes`;
  const power = PREFIXES.findIndex((_, index) => bytes < base ** (index + 2));
  const index = power < 0 ? PREFIXES.length - 1 : power;
  const prefix = isBinary ? `${(PREFIXES[index] as string).toUpperCase()}i` : (PREFIXES[index] as string);
  return `${fixedDigits((base * bytes) / base ** (index + 2), 1)} ${prefix}B`;
});

export const NUMBER_FILTERS: FilterTable = {
  abs: filter({}, (value) => {
    if (value instanceof PyUndefined) value.fail();
    if (value instanceof PyTimedelta) return value.magnitude();
    const number = numberOf(value);
    if (number === undefined) return raise("TypeError", `bad operand type for abs(): '${typeName(value)}'`);
    return number < 0 ? -number : number;
  }),
  filesizeformat,
  float: filter({ default: 0 }, (value, [byDefault]) => floatOf(value) ?? (byDefault as PyValue)),
  int,
  round,
};
