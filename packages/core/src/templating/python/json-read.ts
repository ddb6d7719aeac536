/** Python's `json.loads`: integers and floats stay apart, keys keep their order. */
import { raise } from "../errors.ts";
import { PyDict } from "./dict.ts";
import { PyList } from "./list.ts";
import type { PyValue } from "./value.ts";

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS: readonly (readonly [string, PyValue])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
];

/** @throws TemplateError of kind `JSONDecodeError`. */
export function readJson(text: string): PyValue {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PyValue {
    const value = this.#value();
    this.#space();
    return this.#at === this.#text.length ? value : this.#fail("Extra data");
  }

  #value(): PyValue {
    this.#space();
    const char = this.#text[this.#at];
    if (char === "{") return this.#object();
    if (char === "[") return this.#array();
    if (char === '"') return this.#string();
    for (const [word, value] of WORDS) if (this.#skip(word)) return value;
    const number = this.#match(NUMBER);
    if (number === undefined) return this.#fail("Expecting value");
    return number[1] === undefined && number[2] === undefined ? BigInt(number[0]) : Number(number[0]);
  }

  #object(): PyDict {
    const pairs = new Map<string, PyValue>();
    this.#at += 1;
    this.#space();
    if (this.#skip("}")) return new PyDict();
    do {
      this.#space();
      const key = this.#string();
      this.#space();
      if (!this.#skip(":")) this.#fail("Expecting ':' delimiter");
      pairs.set(key, this.#value());
      this.#space();
    } while (this.#skip(","));
    if (!this.#skip("}")) this.#fail("Expecting ',' delimiter");
    return PyDict.named(pairs);
  }

  #array(): PyList {
    const items: PyValue[] = [];
    this.#at += 1;
    this.#space();
    if (this.#skip("]")) return new PyList(items);
    do {
      items.push(this.#value());
      this.#space();
    } while (this.#skip(","));
    if (!this.#skip("]")) this.#fail("Expecting ',' delimiter");
    return new PyList(items);
  }

  #string(): string {
    const found = this.#match(STRING) ?? this.#fail("Expecting property name enclosed in double quotes");
    return JSON.parse(found[0]) as string;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found !== undefined) this.#at += found[0].length;
    return found;
  }

  #skip(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #fail(detail: string): never {
    return raise("JSONDecodeError", `${detail}: char ${this.#at}`);
  }
}
