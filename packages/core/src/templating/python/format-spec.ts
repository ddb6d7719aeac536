/** Python's format mini-language: `[[fill]align][sign][#][0][width][grouping][.precision][type]`. */
import { raise } from "../errors.ts";
import { toFloat } from "./arithmetic.ts";
import { fixedDigits, floatRepr, significantDigits, signedExponent } from "./float-text.ts";
import { textLength, textSlice } from "./text.ts";

export interface FormatSpec {
  readonly fill: string;
  readonly align: "<" | ">" | "^" | "=" | "";
  readonly sign: "+" | "-" | " ";
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: "" | "," | "_";
  readonly precision: number | null;
  readonly type: string;
}

const SPEC = /^(?:(.)?([<>=^]))?([+\- ])?z?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([bcdeEfFgGnosxX%])?$/su;

/** Widths and precisions beyond this are refused: they would only fill memory. */
export const MOST_WIDTH = 100_000;

function parseSpec(spec: string): FormatSpec {
  const match = SPEC.exec(spec);
  if (match === null) return raise("ValueError", `Invalid format specifier '${spec}'`);
  const [, fill, align, sign, alternate, zero, width, grouping, precision, type] = match;
  const wide = Math.max(Number(width ?? 0), Number(precision ?? 0));
  if (wide > MOST_WIDTH) raise("OutOfFuel", `a format width of ${wide}`);
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: (align ?? (zero !== undefined ? "=" : "")) as FormatSpec["align"],
    sign: (sign ?? "-") as FormatSpec["sign"],
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    grouping: (grouping ?? "") as FormatSpec["grouping"],
    precision: precision === undefined ? null : Number(precision),
    type: type ?? "",
  };
}

/** `format(str, spec)`. */
export function formatText(text: string, spec: string): string {
  const parsed = parseSpec(spec);
  if (parsed.type !== "" && parsed.type !== "s") {
    raise("ValueError", `Unknown format code '${parsed.type}' for object of type 'str'`);
  }
  if (parsed.align === "=" && !/^.?0/.test(spec))
    raise("ValueError", "'=' alignment not allowed in string format specifier");
  if (parsed.grouping !== "") raise("ValueError", `Cannot specify '${parsed.grouping}' with 's'.`);
  if (parsed.alternate) raise("ValueError", "Alternate form (#) not allowed in string format specifier");
  if (/^(?:.?[<>=^])?[+\- ]/su.test(spec)) raise("ValueError", "Sign not allowed in string format specifier");
  const cut = parsed.precision === null ? text : textSlice(text, 0, parsed.precision);
  return pad(["", cut], { ...parsed, align: parsed.align === "=" ? "<" : parsed.align }, "<");
}

/** `format(int, spec)`. */
export function formatInt(value: bigint, spec: string): string {
  const parsed = parseSpec(spec);
  if ("eEfFgG%".includes(parsed.type) && parsed.type !== "") return formatFloat(toFloat(value), spec);
  if (parsed.type === "s") raise("ValueError", "Unknown format code 's' for object of type 'int'");
  if (parsed.precision !== null) raise("ValueError", "Precision not allowed in integer format specifier");
  if (parsed.type === "c") return pad(["", String.fromCodePoint(Number(value))], parsed, "<");
  const base = { b: 2, o: 8, x: 16, X: 16 }[parsed.type] ?? 10;
  if ((base !== 10 && parsed.grouping === ",") || parsed.type === "n") refuseGrouping(parsed);
  let digits = (value < 0n ? -value : value).toString(base);
  if (parsed.type === "X") digits = digits.toUpperCase();
  const prefix = parsed.alternate && base !== 10 ? `0${parsed.type}` : "";
  const sign = signOf(value < 0n, parsed) + prefix;
  return pad([sign, grouped(digits, parsed, { size: base === 10 ? 3 : 4, around: sign.length })], parsed, ">");
}

function refuseGrouping({ grouping, type }: FormatSpec): void {
  if (grouping !== "") raise("ValueError", `Cannot specify '${grouping}' with '${type}'.`);
}

/** `format(float, spec)`. */
export function formatFloat(value: number, spec: string): string {
  const parsed = parseSpec(spec);
  if ("bcdosxX".includes(parsed.type) && parsed.type !== "") {
    raise("ValueError", `Unknown format code '${parsed.type}' for object of type 'float'`);
  }
  if (parsed.type === "n") refuseGrouping(parsed);
  const sign = signOf(value < 0 || Object.is(value, -0), parsed);
  return pad([sign, floatDigits(value, parsed, sign.length)], parsed, ">");
}

function floatDigits(value: number, spec: FormatSpec, signLength: number): string {
  if (!Number.isFinite(value)) {
    const text = floatRepr(Math.abs(value));
    return "EFG".includes(spec.type) && spec.type !== "" ? text.toUpperCase() : text;
  }
  const magnitude = Math.abs(spec.type === "%" ? value * 100 : value);
  const text = unsigned(magnitude, spec);
  const [whole, rest] = splitWhole(spec.type === "%" ? `${text}%` : text);
  return grouped(whole, spec, { size: 3, around: signLength + rest.length }) + rest;
}

function unsigned(magnitude: number, spec: FormatSpec): string {
  const { precision, alternate } = spec;
  switch (spec.type) {
    case "f":
    case "F":
    case "%":
      return fixedDigits(magnitude, precision ?? 6) + (alternate && precision === 0 ? "." : "");
    case "e":
    case "E":
      return scientific(magnitude, precision ?? 6, { letter: spec.type, alternate });
    case "":
      if (precision === null) return floatRepr(magnitude);
      return general(magnitude, { precision: precision || 1, letter: "e", alternate, keepPoint: true });
    default: {
      const letter = spec.type === "G" ? "E" : "e";
      return general(magnitude, { precision: (precision ?? 6) || 1, letter, alternate, keepPoint: false });
    }
  }
}

/** `1.5e+00`: `precision` decimals; `alternate` keeps the point where there are none. */
export function scientific(
  magnitude: number,
  precision: number,
  form: { readonly letter: string; readonly alternate: boolean },
): string {
  const { digits, exponent } = significantDigits(magnitude, precision);
  const point = precision > 0 || form.alternate ? "." : "";
  return `${digits[0]}${point}${digits.slice(1)}${form.letter}${signedExponent(exponent)}`;
}

interface GeneralForm {
  readonly precision: number;
  readonly letter: string;
  readonly alternate: boolean;
  /** Without a type the result keeps a `.0`. */
  readonly keepPoint: boolean;
}

/** `%g`: the shorter of fixed and scientific, without trailing zeros. */
export function general(magnitude: number, form: GeneralForm): string {
  const { digits, exponent } = significantDigits(magnitude, form.precision - 1);
  const fixed = exponent >= -4 && exponent < form.precision - (form.keepPoint ? 1 : 0);
  const strip = (text: string) => (form.alternate || !text.includes(".") ? text : text.replace(/\.?0+$/, ""));
  if (!fixed) {
    const mantissa = form.precision > 1 || form.alternate ? `${digits[0]}.${digits.slice(1)}` : (digits[0] as string);
    return `${strip(mantissa)}${form.letter}${signedExponent(exponent)}`;
  }
  const text = strip(fixedDigits(magnitude, Math.max(0, form.precision - 1 - exponent)));
  if (text.includes(".")) return text;
  return text + (form.keepPoint ? ".0" : form.alternate ? "." : "");
}

function splitWhole(text: string): [string, string] {
  const end = text.search(/[^\d]/);
  return end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
}

/** Digits in groups. Leading zeros that fill the width are grouped too; `around` are the characters beside the digits. */
function grouped(digits: string, spec: FormatSpec, place: { readonly size: number; readonly around: number }): string {
  if (spec.grouping === "" || digits === "") return digits;
  const pattern = new RegExp(`\\B(?=(\\w{${place.size}})+$)`, "g");
  const group = (text: string) => text.replace(pattern, spec.grouping);
  if (spec.fill !== "0" || spec.align !== "=") return group(digits);
  let filled = digits;
  while (group(filled).length + place.around < spec.width) filled = `0${filled}`;
  return group(filled);
}

function signOf(negative: boolean, spec: FormatSpec): string {
  if (negative) return "-";
  return spec.sign === "-" ? "" : spec.sign;
}

function pad([prefix, body]: readonly [string, string], spec: FormatSpec, byDefault: "<" | ">"): string {
  const missing = spec.width - textLength(prefix) - textLength(body);
  if (missing <= 0) return prefix + body;
  switch (spec.align || byDefault) {
    case "<":
      return prefix + body + spec.fill.repeat(missing);
    case "=":
      return prefix + spec.fill.repeat(missing) + body;
    case "^": {
      const left = Math.floor(missing / 2);
      return spec.fill.repeat(left) + prefix + body + spec.fill.repeat(missing - left);
    }
    default:
      return spec.fill.repeat(missing) + prefix + body;
  }
}
