/** The words of a template's language. */

export type TokenType =
  | "data"
  | "variable_begin"
  | "variable_end"
  | "block_begin"
  | "block_end"
  | "name"
  | "string"
  | "integer"
  | "float"
  | "operator"
  | "eof";

export interface Token {
  readonly type: TokenType;
  /** The text; of strings and numbers the value. */
  readonly value: string | bigint | number;
  /** From 1. */
  readonly line: number;
}

const NAMES: { readonly [type in TokenType]: string } = {
  data: "template data / text",
  variable_begin: "begin of print statement",
  variable_end: "end of print statement",
  block_begin: "begin of statement block",
  block_end: "end of statement block",
  name: "name",
  string: "string",
  integer: "integer",
  float: "float",
  operator: "operator",
  eof: "end of template",
};

/** A token as errors name it. */
export function describeToken(token: Token): string {
  return token.type === "name" || token.type === "operator" ? String(token.value) : NAMES[token.type];
}

/** A kind of token as errors name it. */
export function describeType(type: TokenType): string {
  return NAMES[type];
}
