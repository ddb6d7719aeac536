/** `text % values`. */
import { raise } from "../errors.ts";
import { toFloat, truncate } from "./arithmetic.ts";
import { PyDict } from "./dict.ts";
import { floatRepr, fixedDigits } from "./float-text.ts";
import { general, MOST_WIDTH, scientific } from "./format-spec.ts";
import { numberOf, reprOf, strOf, typeName } from "./protocol.ts";
import { PyTuple } from "./sequence.ts";
import { asciiOnly, textLength, textSlice } from "./text.ts";
import { type PyValue, type Runtime, stringOf } from "./value.ts";

const DIRECTIVE = /%(?:\(([^)]*)\))?([#0\- +]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?(.)?/gsu;

interface Directive {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
  readonly type: string;
}

/** Python's old formatting: `'%05.2f %s' % (1.5, 'x')`, `'%(a)s' % {'a': 1}`. */
export function percentFormat(template: string, values: PyValue, rt: Runtime): string {
  const source = new ValueSource(values, rt);
  const text = template.replace(DIRECTIVE, (...match) => {
    const [whole, key, flags = "", width, precision, type] = match as (string | undefined)[];
    if (type === undefined) return raise("ValueError", "incomplete format");
    const value = key === undefined ? undefined : source.named(key);
    const wide = size(width, source) ?? 0;
    const directive: Directive = {
      flags: wide < 0 ? `${flags}-` : flags,
      width: Math.abs(wide),
      precision: (whole as string).includes(".") ? (size(precision, source) ?? 0) : null,
      type,
    };
    if (type === "%") return "%";
    return formatDirective(value ?? source.next(), directive, rt);
  });
  source.finish();
  return text;
}

function size(text: string | undefined, source: ValueSource): number | null {
  if (text === undefined) return null;
  const value = text === "*" ? Number(numberOf(source.next()) ?? raise("TypeError", "* wants int")) : Number(text);
  if (Math.abs(value) > MOST_WIDTH) raise("OutOfFuel", `a format width of ${value}`);
  return value;
}

/** Hands out the right-hand side of `%`. */
class ValueSource {
  readonly #values: PyValue;
  readonly #rt: Runtime;
  #taken = 0;
  #named = false;

  constructor(values: PyValue, rt: Runtime) {
    this.#values = values;
    this.#rt = rt;
  }

  next(): PyValue {
    const all = this.#values instanceof PyTuple ? this.#values.items : [this.#values];
    const value = all[this.#taken++];
    return value === undefined ? raise("TypeError", "not enough arguments for format string") : value;
  }

  named(key: string): PyValue {
    this.#named = true;
    return this.#values instanceof PyDict
      ? this.#values.item(key, this.#rt)
      : raise("TypeError", "format requires a mapping");
  }

  finish(): void {
    if (this.#named || this.#values instanceof PyDict) return;
    const all = this.#values instanceof PyTuple ? this.#values.items.length : 1;
    const optional = this.#taken === 0 && !(this.#values instanceof PyTuple) && hasItems(this.#values);
    if (this.#taken < all && !optional) raise("TypeError", "not all arguments converted during string formatting");
  }
}

/** Python lets lists and other mappings go unused. */
function hasItems(value: PyValue): boolean {
  return value !== null && typeof value === "object" && stringOf(value) === undefined && typeName(value) === "list";
}

function formatDirective(value: PyValue, directive: Directive, rt: Runtime): string {
  switch (directive.type) {
    case "s":
    case "r":
    case "a": {
      const full = directive.type === "s" ? strOf(value, rt) : reprOf(value, rt);
      const text = directive.type === "a" ? asciiOnly(full) : full;
      return pad(["", directive.precision === null ? text : textSlice(text, 0, directive.precision)], directive, false);
    }
    case "c":
      return pad(["", character(value)], directive, false);
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X":
      return formatInteger(value, directive);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return formatReal(value, directive);
    default:
      return raise("ValueError", `unsupported format character '${directive.type}'`);
  }
}

function character(value: PyValue): string {
  const text = stringOf(value);
  if (text !== undefined && textLength(text) === 1) return text;
  const code = numberOf(value);
  return typeof code === "bigint" ? String.fromCodePoint(Number(code)) : raise("TypeError", "%c requires int or char");
}

function formatInteger(value: PyValue, directive: Directive): string {
  const number = numberOf(value);
  const { type, precision, flags } = directive;
  if (number === undefined || (typeof number === "number" && "oxX".includes(type))) {
    return raise("TypeError", `%${type} format: an integer is required, not ${typeName(value)}`);
  }
  const int = typeof number === "number" ? truncate(number) : number;
  const base = { o: 8, x: 16, X: 16 }[type] ?? 10;
  let digits = (int < 0n ? -int : int).toString(base).padStart(precision ?? 0, "0");
  if (type === "X") digits = digits.toUpperCase();
  const prefix = flags.includes("#") && base !== 10 ? `0${type}` : "";
  return pad([sign(int < 0n, flags) + prefix, digits], directive, true);
}

function formatReal(value: PyValue, directive: Directive): string {
  const number = numberOf(value);
  if (number === undefined) return raise("TypeError", `must be real number, not ${typeName(value)}`);
  const float = toFloat(number);
  const { type, flags } = directive;
  const precision = directive.precision ?? 6;
  const lower = type.toLowerCase();
  const magnitude = Math.abs(float);
  let digits: string;
  if (!Number.isFinite(float)) digits = floatRepr(magnitude);
  else if (lower === "f")
    digits = fixedDigits(magnitude, precision) + (precision === 0 && flags.includes("#") ? "." : "");
  else if (lower === "e") digits = scientific(magnitude, precision, { letter: "e", alternate: flags.includes("#") });
  else
    digits = general(magnitude, {
      precision: precision || 1,
      letter: "e",
      alternate: flags.includes("#"),
      keepPoint: false,
    });
  if (type !== lower) digits = digits.toUpperCase();
  return pad([sign(float < 0 || Object.is(float, -0), flags), digits], directive, Number.isFinite(float));
}

function sign(negative: boolean, flags: string): string {
  if (negative) return "-";
  return flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
}

function pad([prefix, body]: readonly [string, string], directive: Directive, numeric: boolean): string {
  const missing = Math.max(0, directive.width - textLength(prefix) - textLength(body));
  if (directive.flags.includes("-")) return prefix + body + " ".repeat(missing);
  if (numeric && directive.flags.includes("0")) return prefix + "0".repeat(missing) + body;
  return " ".repeat(missing) + prefix + body;
}
