/** Python's `ast.literal_eval`. */
import { raise } from "../errors.ts";
import { PyBytes } from "../python/bytes.ts";
import { PyDict } from "../python/dict.ts";
import { PyList } from "../python/list.ts";
import { PyTuple } from "../python/sequence.ts";
import { PySet } from "../python/set.ts";
import type { PyValue, Runtime } from "../python/value.ts";
import { unescapeString } from "./string-literal.ts";

const NUMBER =
  /(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d(?:_?\d)*)?|\d(?:_?\d)*\.?(?:[eE][+-]?\d(?:_?\d)*)?)(?![\w.])/y;
const STRING = /([rRuUbB]{0,2})('''[\s\S]*?'''|"""[\s\S]*?"""|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/y;
const NAME = /[A-Za-z_]\w*/y;

/** The value of a literal. @throws TemplateError of kind `SyntaxError` or `ValueError` if the text is none. */
export function readLiteral(text: string, rt: Runtime): PyValue {
  const code = text.replace(/^(?:[ \t\f]*(?:#[^\n]*)?\n)+/, "");
  if (/^[ \t\f]/.test(code)) raise("SyntaxError", "unexpected indent");
  return new LiteralReader(code, rt).read();
}

class LiteralReader {
  readonly #text: string;
  readonly #rt: Runtime;
  #at = 0;
  #depth = 0;

  constructor(text: string, rt: Runtime) {
    this.#text = text;
    this.#rt = rt;
  }

  read(): PyValue {
    const value = this.#tuple("");
    this.#space();
    while (/[\n\r]/.test(this.#peek())) {
      this.#at += 1;
      this.#space();
    }
    return this.#at === this.#text.length ? value : raise("SyntaxError", "invalid syntax");
  }

  /** One value, or several with commas between, up to `close`. */
  #tuple(close: string): PyValue {
    const items = [this.#value()];
    let isTuple = false;
    while (this.#take(",")) {
      isTuple = true;
      if (this.#peek() === close || this.#peek() === "\n") break;
      items.push(this.#value());
    }
    return isTuple ? new PyTuple(items) : (items[0] as PyValue);
  }

  #value(): PyValue {
    this.#rt.spend(1);
    if (++this.#depth > 90) raise("SyntaxError", "too many nested parentheses");
    const value = this.#atom();
    this.#depth -= 1;
    return value;
  }

  #atom(): PyValue {
    if (this.#take("-")) return negated(this.#number());
    if (this.#take("+")) return this.#number();
    if (this.#take("(")) return this.#parenthesized();
    if (this.#take("[")) return this.#bracketed("]", (items) => new PyList(items));
    if (this.#take("{")) return this.#braced();
    if (/[\d.]/.test(this.#peek())) return this.#number();
    return this.#match(STRING, false) === null ? this.#name() : this.#strings();
  }

  #parenthesized(): PyValue {
    this.#open();
    if (this.#peek() === ")") {
      this.#close(")");
      return new PyTuple([]);
    }
    const value = this.#tuple(")");
    this.#close(")");
    return value;
  }

  #bracketed(close: string, make: (items: PyValue[]) => PyValue): PyValue {
    this.#open();
    const items: PyValue[] = [];
    while (this.#peek() !== close) {
      items.push(this.#value());
      if (!this.#take(",")) break;
    }
    this.#close(close);
    return make(items);
  }

  #braced(): PyValue {
    this.#open();
    if (this.#peek() === "}") {
      this.#close("}");
      return new PyDict();
    }
    const first = this.#value();
    if (this.#peek() !== ":") return this.#setFrom(first);
    const pairs: [PyValue, PyValue][] = [];
    let key = first;
    while (true) {
      if (!this.#take(":")) raise("SyntaxError", "':' expected");
      pairs.push([key, this.#value()]);
      if (!this.#take(",") || this.#peek() === "}") break;
      key = this.#value();
    }
    this.#close("}");
    return PyDict.of(pairs, this.#rt);
  }

  #setFrom(first: PyValue): PyValue {
    const items = [first];
    while (this.#take(",") && this.#peek() !== "}") items.push(this.#value());
    this.#close("}");
    return PySet.of(items, this.#rt);
  }

  #number(): PyValue {
    const text = this.#match(NUMBER, true);
    if (text === null) return raise("ValueError", "malformed node or string");
    if (/^0\d|^0_\d/.test(text) && /[1-9]/.test(text) && /^[\d_]+$/.test(text))
      raise("SyntaxError", "leading zeros in decimal integer literals are not permitted");
    const digits = text.replaceAll("_", "");
    return /^0[xXoObB]/.test(digits) || /^\d+$/.test(digits) ? BigInt(digits) : Number(digits);
  }

  #strings(): PyValue {
    let text = "";
    let isBytes: boolean | undefined;
    for (let part = this.#match(STRING, true); part !== null; part = this.#match(STRING, true)) {
      const [, prefix = "", quoted = ""] = /^([a-zA-Z]*)([\s\S]*)$/.exec(part) as RegExpExecArray;
      const long = /^('''|""")/.test(quoted) ? 3 : 1;
      const body = quoted.slice(long, -long);
      if (isBytes !== undefined && isBytes !== /b/i.test(prefix))
        raise("SyntaxError", "cannot mix bytes and nonbytes literals");
      isBytes = /b/i.test(prefix);
      text += /r/i.test(prefix) ? body : unescapeString(body, 1);
    }
    return isBytes === true ? new PyBytes(Uint8Array.from(text, (char) => char.charCodeAt(0))) : text;
  }

  #name(): PyValue {
    const name = this.#match(NAME, true);
    if (name === "None") return null;
    if (name === "True" || name === "False") return name === "True";
    if (name === "set" && this.#take("(") && this.#take(")")) return new PySet();
    return raise(name === null ? "SyntaxError" : "ValueError", "malformed node or string");
  }

  /** Newlines are spaces inside of brackets. */
  #lines = 0;

  #open(): void {
    this.#lines += 1;
  }

  #close(bracket: string): void {
    this.#space();
    if (this.#text[this.#at] !== bracket) raise("SyntaxError", `'${bracket}' expected`);
    this.#lines -= 1;
    this.#at += 1;
  }

  #space(): void {
    const pattern = this.#lines > 0 ? /(?:[\s\\]|#[^\n]*)*/y : /(?:[ \t\f]|#[^\n]*)*/y;
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }

  #peek(): string {
    this.#space();
    return this.#text[this.#at] ?? "";
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp, take: boolean): string | null {
    this.#space();
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null && take) this.#at += found.length;
    return found;
  }
}

function negated(value: PyValue): PyValue {
  return typeof value === "bigint" || typeof value === "number"
    ? -value
    : raise("ValueError", "malformed node or string");
}
