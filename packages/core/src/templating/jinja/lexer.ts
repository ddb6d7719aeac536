/**
 * Cuts a template into tokens, after Jinja's rules with Airflow's settings: `{{ }}`, `{% %}`, `{# #}`, white space control
 * with `-` and `+`, one newline at the very end is dropped, all newlines become `\n`.
 */
import { TemplateError } from "../errors.ts";
import { unescapeString } from "./string-literal.ts";
import type { Token, TokenType } from "./token.ts";

const TAG_BEGIN = /\{([{%#])([-+]?)/g;
const RAW_BEGIN = /\{%[-+]?\s*raw\s*(?:-%\}\s*|%\})/y;
const RAW_END = /\{%([-+]?)\s*endraw\s*(?:\+%\}|-%\}\s*|%\})/g;
const COMMENT_END = /-#\}\s*|\+?#\}/g;
const BLOCK_END = /-%\}\s*|\+?%\}/y;
const VARIABLE_END = /-\}\}\s*|\}\}/y;
const SPACE = /\s+/y;
const FLOAT = /(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy;
const INTEGER = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy;
const NAME = /[\p{L}\p{N}_\p{M}]+/uy;
const STRING = /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y;
const OPERATOR = /\/\/|\*\*|==|!=|>=|<=|[+\-/*%~[\](){}><=.:|,;]/y;

const CLOSING: { readonly [open: string]: string } = { "(": ")", "[": "]", "{": "}" };

/** All tokens of a template; the last is `eof`. @throws TemplateError of kind `TemplateSyntaxError`. */
export function tokenize(template: string): Token[] {
  return new Lexer(normalizeNewlines(template)).run();
}

/** The text with `\n` for every line end, and without one at the very end. */
export function normalizeNewlines(text: string): string {
  const unified = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return unified.endsWith("\n") ? unified.slice(0, -1) : unified;
}

class Lexer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Token[] {
    while (this.#at < this.#text.length) this.#root();
    this.#push("eof", "", this.#text.length);
    return this.#tokens;
  }

  #root(): void {
    TAG_BEGIN.lastIndex = this.#at;
    const begin = TAG_BEGIN.exec(this.#text);
    if (begin === null) return this.#data(this.#text.slice(this.#at), this.#text.length);
    const [whole, kind, sign] = begin;
    this.#data(stripBefore(this.#text.slice(this.#at, begin.index), sign), begin.index);
    if (kind === "#") return this.#comment(begin.index + whole.length);
    const raw = kind === "%" ? matchAt(RAW_BEGIN, this.#text, begin.index) : null;
    if (raw !== null) return this.#raw(begin.index + raw.length);
    this.#push(kind === "{" ? "variable_begin" : "block_begin", whole, begin.index);
    this.#at = begin.index + whole.length;
    this.#expression(kind === "{" ? VARIABLE_END : BLOCK_END, kind === "{" ? "variable_end" : "block_end");
  }

  #data(text: string, next: number): void {
    if (text !== "") this.#push("data", text, this.#at);
    this.#at = next;
  }

  #comment(from: number): void {
    COMMENT_END.lastIndex = from;
    const end = COMMENT_END.exec(this.#text) ?? this.#unclosed(from, "Missing end of comment tag");
    this.#at = end === undefined ? from : end.index + end[0].length;
  }

  #raw(from: number): void {
    this.#at = from;
    RAW_END.lastIndex = from;
    const end = RAW_END.exec(this.#text) ?? this.#unclosed(from, "Missing end of raw directive");
    if (end !== undefined)
      this.#data(stripBefore(this.#text.slice(from, end.index), end[1]), end.index + end[0].length);
  }

  /** A begin at the very end of a template is let pass, as Jinja does. */
  #unclosed(from: number, detail: string): undefined {
    return from === this.#text.length ? undefined : this.#fail(detail);
  }

  /** The inside of a tag. Its end counts only when all brackets are closed. */
  #expression(end: RegExp, type: TokenType): void {
    const open: string[] = [];
    while (this.#at < this.#text.length) {
      const closing = open.length === 0 ? matchAt(end, this.#text, this.#at) : null;
      if (closing !== null) {
        this.#push(type, closing, this.#at);
        this.#at += closing.length;
        return;
      }
      this.#word(open);
    }
  }

  #word(open: string[]): void {
    const at = this.#at;
    const take = (pattern: RegExp) => {
      const found = matchAt(pattern, this.#text, at);
      if (found !== null) this.#at = at + found.length;
      return found;
    };
    if (take(SPACE) !== null) return;
    const float = take(FLOAT);
    if (float !== null) return this.#push("float", Number(float.replaceAll("_", "")), at);
    const integer = take(INTEGER);
    if (integer !== null) return this.#push("integer", BigInt(integer.replaceAll("_", "") || "0"), at);
    const name = take(NAME);
    if (name !== null) {
      if (!/^[\p{XID_Start}_]/u.test(name)) this.#fail("Invalid character in identifier");
      return this.#push("name", name, at);
    }
    const string = take(STRING);
    if (string !== null) return this.#push("string", unescapeString(string.slice(1, -1), this.#lineAt(at)), at);
    const operator = take(OPERATOR);
    if (operator === null) return this.#fail(`unexpected char '${this.#text[at]}' at ${at}`);
    this.#balance(operator, open);
    this.#push("operator", operator, at);
  }

  #balance(operator: string, open: string[]): void {
    const closing = Object.hasOwn(CLOSING, operator) ? CLOSING[operator] : undefined;
    if (closing !== undefined) open.push(closing);
    if (operator !== ")" && operator !== "]" && operator !== "}") return;
    const expected = open.pop();
    if (expected === undefined) this.#fail(`unexpected '${operator}'`);
    if (expected !== operator) this.#fail(`unexpected '${operator}', expected '${expected}'`);
  }

  #push(type: TokenType, value: Token["value"], at: number): void {
    this.#tokens.push({ type, value, line: this.#lineAt(at) });
  }

  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted++) if (this.#text[this.#counted] === "\n") this.#line += 1;
    return this.#line;
  }

  #fail(detail: string): never {
    throw new TemplateError("TemplateSyntaxError", detail, this.#lineAt(this.#at));
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function stripBefore(text: string, sign: string | undefined): string {
  return sign === "-" ? text.trimEnd() : text;
}
