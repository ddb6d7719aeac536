/** Tokens in order, with the small questions that the parsers ask. */
import { TemplateError } from "../errors.ts";
import { describeToken, describeType, type Token, type TokenType } from "./token.ts";

export class TokenStream {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get current(): Token {
    return this.#tokens[this.#at] as Token;
  }

  get line(): number {
    return this.current.line;
  }

  /** The token after the current one. */
  look(): Token {
    return this.#tokens[Math.min(this.#at + 1, this.#tokens.length - 1)] as Token;
  }

  /** The current token; the stream moves on. */
  next(): Token {
    const token = this.current;
    if (token.type !== "eof") this.#at += 1;
    return token;
  }

  is(type: TokenType): boolean {
    return this.current.type === type;
  }

  isName(...names: readonly string[]): boolean {
    return this.current.type === "name" && names.includes(this.current.value as string);
  }

  isOperator(...operators: readonly string[]): boolean {
    return this.current.type === "operator" && operators.includes(this.current.value as string);
  }

  skipName(name: string): boolean {
    if (!this.isName(name)) return false;
    this.next();
    return true;
  }

  skipOperator(operator: string): boolean {
    if (!this.isOperator(operator)) return false;
    this.next();
    return true;
  }

  expect(type: TokenType): Token {
    return this.is(type) ? this.next() : this.#unexpected(describeType(type));
  }

  expectName(): string {
    return this.expect("name").value as string;
  }

  expectKeyword(name: string): void {
    if (!this.skipName(name)) this.#unexpected(name);
  }

  expectOperator(operator: string): void {
    if (!this.skipOperator(operator)) this.#unexpected(operator);
  }

  #unexpected(expected: string): never {
    if (this.is("eof")) return this.fail(`unexpected end of template, expected '${expected}'.`);
    return this.fail(`expected token '${expected}', got '${describeToken(this.current)}'`);
  }

  fail(detail: string, line = this.line, kind = "TemplateSyntaxError"): never {
    throw new TemplateError(kind, detail, line);
  }
}
