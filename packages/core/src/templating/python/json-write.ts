/** Python's `json.dumps`. */
import { raise } from "../errors.ts";
import { PyDict } from "./dict.ts";
import { floatRepr } from "./float-text.ts";
import { intText, sortedBy, typeName } from "./protocol.ts";
import { PySequence } from "./sequence.ts";
import { PyObject, type PyValue, type Runtime, stringOf } from "./value.ts";

export interface DumpOptions {
  /** Spaces or a text for each level; null: one line. */
  readonly indent: string | null;
  readonly sortKeys: boolean;
  readonly ensureAscii: boolean;
  readonly itemSeparator: string;
  readonly keySeparator: string;
}

export const PLAIN_DUMP: DumpOptions = {
  indent: null,
  sortKeys: false,
  ensureAscii: true,
  itemSeparator: ", ",
  keySeparator: ": ",
};

/** @throws TypeError for values that JSON has no form for; in the JSON style those print as they do in templates. */
export function dumpJson(value: PyValue, options: DumpOptions, rt: Runtime): string {
  return new Writer(options, rt).write(value, "");
}

class Writer {
  readonly #options: DumpOptions;
  readonly #rt: Runtime;

  constructor(options: DumpOptions, rt: Runtime) {
    this.#options = options;
    this.#rt = rt;
  }

  write(value: PyValue, indent: string): string {
    this.#rt.spend(1);
    const text = stringOf(value);
    if (text !== undefined) return this.#string(text);
    if (value === null || typeof value === "boolean") return String(value);
    if (typeof value === "bigint") return intText(value);
    if (typeof value === "number") return this.#rt.style === "json" ? JSON.stringify(value) : floatText(value);
    if (value instanceof PySequence) return this.#list(value.items, indent);
    if (value instanceof PyDict) return this.#dict(value, indent);
    if (this.#rt.style === "json" && value instanceof PyObject) return value.jsonStyle(this.#rt, true);
    return raise("TypeError", `Object of type ${typeName(value)} is not JSON serializable`);
  }

  #string(text: string): string {
    const quoted = JSON.stringify(text).replaceAll("\x7f", this.#options.ensureAscii ? "\\u007f" : "\x7f");
    if (!this.#options.ensureAscii) return quoted;
    return quoted.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }

  #list(items: readonly PyValue[], indent: string): string {
    if (items.length === 0) return "[]";
    const inner = indent + (this.#options.indent ?? "");
    return `[${this.#joined(
      items.map((item) => this.write(item, inner)),
      indent,
      inner,
    )}]`;
  }

  #dict(dict: PyDict, indent: string): string {
    if (dict.length() === 0) return "{}";
    const inner = indent + (this.#options.indent ?? "");
    const keys = this.#options.sortKeys ? sortedBy(dict.keys(), this.#rt) : dict.keys();
    const parts = keys.map((key) => {
      return this.#string(keyText(key)) + this.#options.keySeparator + this.write(dict.item(key, this.#rt), inner);
    });
    return `{${this.#joined(parts, indent, inner)}}`;
  }

  #joined(parts: readonly string[], indent: string, inner: string): string {
    if (this.#options.indent === null) return parts.join(this.#options.itemSeparator);
    return `\n${inner}${parts.join(`${this.#options.itemSeparator.trimEnd()}\n${inner}`)}\n${indent}`;
  }
}

function floatText(value: number): string {
  if (Number.isFinite(value)) return floatRepr(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}

function keyText(key: PyValue): string {
  const text = stringOf(key);
  if (text !== undefined) return text;
  if (key === null || typeof key === "boolean" || typeof key === "bigint") return String(key);
  if (typeof key === "number") return floatText(key);
  return raise("TypeError", `keys must be str, int, float, bool or None, not ${typeName(key)}`);
}
