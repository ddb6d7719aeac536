/** Python's `pprint.pformat`: dicts sorted by key, 80 columns. */
import { isKind } from "../errors.ts";
import { PyDict } from "./dict.ts";
import { ordered, reprOf, typeName } from "./protocol.ts";
import { PySequence, PyTuple } from "./sequence.ts";
import { PySet } from "./set.ts";
import { splitLines } from "./string-parts.ts";
import { textLength } from "./text.ts";
import { type PyValue, type Runtime, stringOf } from "./value.ts";

const WIDTH = 80;

export function prettyPrint(value: PyValue, rt: Runtime): string {
  return new Printer(rt).print(value, { indent: 0, allowance: 0, level: 0 });
}

interface Place {
  /** Columns already taken on the left. */
  readonly indent: number;
  /** Columns that closing brackets will take. */
  readonly allowance: number;
  readonly level: number;
}

class Printer {
  readonly #rt: Runtime;

  constructor(rt: Runtime) {
    this.#rt = rt;
  }

  print(value: PyValue, place: Place): string {
    const short = this.#repr(value);
    if (textLength(short) <= WIDTH - place.indent - place.allowance) return short;
    const inner = { ...place, level: place.level + 1 };
    if (value instanceof PyDict && value.length() > 0) return this.#dict(value, inner);
    if (value instanceof PyTuple) {
      const close = value.items.length === 1 ? ",)" : ")";
      return `(${this.#items(value.items, { ...inner, allowance: inner.allowance + close.length })}${close}`;
    }
    if (value instanceof PySequence)
      return `[${this.#items(value.items, { ...inner, allowance: inner.allowance + 1 })}]`;
    if (value instanceof PySet)
      return `{${this.#items(this.#sorted(value.iterate()), { ...inner, allowance: inner.allowance + 1 })}}`;
    const text = stringOf(value);
    return text === undefined ? short : this.#text(text, inner);
  }

  /** `repr` with sorted dicts. */
  #repr(value: PyValue): string {
    this.#rt.spend(1);
    if (value instanceof PyDict) {
      return `{${this.#sorted(value.keys())
        .map((key) => `${this.#repr(key)}: ${this.#repr(value.item(key, this.#rt))}`)
        .join(", ")}}`;
    }
    if (value instanceof PyTuple)
      return value.items.length === 1 ? `(${this.#repr(value.items[0] as PyValue)},)` : `(${this.#reprs(value)})`;
    return value instanceof PySequence ? `[${this.#reprs(value)}]` : reprOf(value, this.#rt);
  }

  #reprs(value: PySequence): string {
    return value.items.map((item) => this.#repr(item)).join(", ");
  }

  #dict(dict: PyDict, place: Place): string {
    const indent = place.indent + 1;
    const keys = this.#sorted(dict.keys());
    const lines = keys.map((key, index) => {
      const name = this.#repr(key);
      const allowance = index === keys.length - 1 ? place.allowance + 1 : 1;
      const inner = { indent: indent + textLength(name) + 2, allowance, level: place.level };
      return `${name}: ${this.print(dict.item(key, this.#rt), inner)}`;
    });
    return `{${lines.join(`,\n${" ".repeat(indent)}`)}}`;
  }

  #items(items: readonly PyValue[], place: Place): string {
    const indent = place.indent + 1;
    const lines = items.map((item, index) => {
      return this.print(item, {
        indent,
        allowance: index === items.length - 1 ? place.allowance : 1,
        level: place.level,
      });
    });
    return lines.join(`,\n${" ".repeat(indent)}`);
  }

  /** A long text as several literals, cut at white space. */
  #text(text: string, place: Place): string {
    const top = place.level === 1;
    const indent = place.indent + (top ? 1 : 0);
    const allowance = place.allowance + (top ? 1 : 0);
    const lines = splitLines(text, true);
    const chunks = lines.flatMap((line, index) => {
      const last = index === lines.length - 1;
      const room = WIDTH - indent;
      if (textLength(reprOf(line, this.#rt)) <= room - (last ? allowance : 0)) return [reprOf(line, this.#rt)];
      return this.#cut(line, room, last ? allowance : 0);
    });
    if (chunks.length === 1) return chunks[0] as string;
    const joined = chunks.join(`\n${" ".repeat(indent)}`);
    return top ? `(${joined})` : joined;
  }

  #cut(line: string, room: number, allowance: number): string[] {
    const words = (line.match(/\S*\s*/g) ?? []).slice(0, -1);
    const chunks: string[] = [];
    let current = "";
    words.forEach((word, index) => {
      const limit = room - (index === words.length - 1 ? allowance : 0);
      if (textLength(reprOf(current + word, this.#rt)) <= limit) current += word;
      else {
        if (current !== "") chunks.push(reprOf(current, this.#rt));
        current = word;
      }
    });
    return current === "" ? chunks : [...chunks, reprOf(current, this.#rt)];
  }

  #sorted(keys: readonly PyValue[]): PyValue[] {
    return [...keys].sort((a, b) => (this.#less(a, b) ? -1 : this.#less(b, a) ? 1 : 0));
  }

  #less(a: PyValue, b: PyValue): boolean {
    try {
      return ordered("<", [a, b], this.#rt);
    } catch (error) {
      if (!isKind(error, "TypeError")) throw error;
      return typeName(a) < typeName(b);
    }
  }
}
