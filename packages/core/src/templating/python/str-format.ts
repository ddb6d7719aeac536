/** `str.format`: `'{0.name!r:>{width}}'.format(...)`. Attributes and items are looked up as Jinja's sandbox does. */
import { raise } from "../errors.ts";
import { formatFloat, formatInt, formatText } from "./format-spec.ts";
import { reprOf, strOf, typeName } from "./protocol.ts";
import { asciiOnly } from "./text.ts";
import { type CallArguments, PyObject, type PyValue, type Runtime, stringOf } from "./value.ts";

/** Replacement fields inside of format specs may nest this deep. */
const MOST_DEPTH = 2;

/** `template.format(*positional, **named)`. */
export function strFormat(template: string, args: CallArguments, rt: Runtime): string {
  return new Formatter(args, rt).format(template, MOST_DEPTH);
}

/** `format(value, spec)`. */
function formatValue(value: PyValue, spec: string, rt: Runtime): string {
  if (typeof value === "bigint" || (typeof value === "boolean" && spec !== "")) return formatInt(BigInt(value), spec);
  if (typeof value === "number") return formatFloat(value, spec);
  const text = stringOf(value);
  if (text !== undefined) return formatText(strOf(value, rt), spec);
  if (value instanceof PyObject) return value.format(spec, rt);
  if (spec === "") return strOf(value, rt);
  return raise("TypeError", `unsupported format string passed to ${typeName(value)}.__format__`);
}

class Formatter {
  readonly #args: CallArguments;
  readonly #rt: Runtime;
  #next = 0;
  #manual = false;

  constructor(args: CallArguments, rt: Runtime) {
    this.#args = args;
    this.#rt = rt;
  }

  format(template: string, depth: number): string {
    if (depth < 0) raise("ValueError", "Max string recursion exceeded");
    let out = "";
    let at = 0;
    while (at < template.length) {
      const char = template[at] as string;
      if ((char === "{" || char === "}") && template[at + 1] === char) {
        out += char;
        at += 2;
      } else if (char === "{") {
        const end = fieldEnd(template, at + 1);
        out += this.#field(template.slice(at + 1, end), depth);
        at = end + 1;
      } else if (char === "}") {
        raise("ValueError", "Single '}' encountered in format string");
      } else {
        out += char;
        at += 1;
      }
    }
    return out;
  }

  #field(field: string, depth: number): string {
    const match = /^((?:\[[^\]]*\]|[^!:[])*)(?:!(.))?(?::(.*))?$/su.exec(field);
    if (match === null) return raise("ValueError", "expected ':' after conversion specifier");
    const [, name = "", conversion, spec = ""] = match;
    const value = this.#convert(this.#value(name), conversion);
    return formatValue(value, this.format(spec, depth - 1), this.#rt);
  }

  #convert(value: PyValue, conversion: string | undefined): PyValue {
    switch (conversion) {
      case undefined:
        return value;
      case "s":
        return strOf(value, this.#rt);
      case "r":
        return reprOf(value, this.#rt);
      case "a":
        return asciiOnly(reprOf(value, this.#rt));
      default:
        return raise("ValueError", `Unknown conversion specifier ${conversion}`);
    }
  }

  #value(name: string): PyValue {
    const first = /^[^.[]*/.exec(name)?.[0] ?? "";
    let value = this.#first(first);
    for (const [, attribute, index] of name.slice(first.length).matchAll(/\.([^.[]*)|\[([^\]]*)\]/g)) {
      if (attribute !== undefined) value = this.#rt.attribute(value, attribute);
      else value = this.#rt.item(value, /^\d+$/.test(index ?? "") ? BigInt(index as string) : (index as string));
    }
    return value;
  }

  #first(name: string): PyValue {
    if (name !== "" && !/^\d+$/.test(name)) {
      return this.#args.named.get(name) ?? (this.#args.named.has(name) ? null : raise("KeyError", `'${name}'`));
    }
    if (name === "" && this.#manual)
      raise("ValueError", "cannot switch from manual field specification to automatic field numbering");
    if (name !== "" && this.#next > 0)
      raise("ValueError", "cannot switch from automatic field numbering to manual field specification");
    if (name !== "") this.#manual = true;
    const index = name === "" ? this.#next++ : Number(name);
    const value = this.#args.positional[index];
    return value === undefined
      ? raise("IndexError", `Replacement index ${index} out of range for positional args tuple`)
      : value;
  }
}

function fieldEnd(template: string, from: number): number {
  let depth = 1;
  for (let at = from; at < template.length; at++) {
    if (template[at] === "{") depth += 1;
    if (template[at] === "}" && --depth === 0) return at;
  }
  return raise(
    "ValueError",
    from === template.length ? "Single '{' encountered in format string" : "expected '}' before end of string",
  );
}
