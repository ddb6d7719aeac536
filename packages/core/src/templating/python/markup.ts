/** `Markup`: a text that is safe in HTML. What is joined to it is escaped. */
import { boundMethod, method, methods } from "./function.ts";
import { strOf } from "./protocol.ts";
import { quoteText } from "./text.ts";
import { type BinaryOperator, PyStringLike, type PyValue, type Runtime, stringOf } from "./value.ts";

const ENTITIES: { readonly [char: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
  '"': "&#34;",
};

const NAMED: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The text with `& < > ' "` as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>'"]/g, (char) => ENTITIES[char] as string);
}

/** The text with entities as characters. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return (Object.hasOwn(NAMED, name as string) ? NAMED[name as string] : undefined) ?? whole;
  });
}

/** The text without tags and comments, white space as single spaces, entities as characters. */
export function stripTags(text: string): string {
  const bare = text.replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]*>/g, "");
  return unescapeHtml(bare.split(/\s+/).filter((word) => word !== "").join(" "));
}

export class PyMarkup extends PyStringLike {
  readonly typeName = "Markup";
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  /** The value as markup; text that is not markup yet is escaped. */
  static escape(value: PyValue, rt: Runtime): PyMarkup {
    return value instanceof PyMarkup ? value : new PyMarkup(escapeHtml(strOf(value, rt)));
  }

  override truthy(): boolean {
    return this.text !== "";
  }

  override attribute(name: string): PyValue | undefined {
    return boundMethod(MARKUP_METHODS, name, this);
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator !== "+" || stringOf(other) === undefined) return undefined;
    return new PyMarkup(this.text + PyMarkup.escape(other, rt).text);
  }

  override reflected(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator !== "+" || stringOf(other) === undefined) return undefined;
    return new PyMarkup(PyMarkup.escape(other, rt).text + this.text);
  }

  override str(): string {
    return this.text;
  }

  override repr(): string {
    return `Markup(${quoteText(this.text)})`;
  }
}

const MARKUP_METHODS = methods<PyMarkup>({
  striptags: method([], (self) => stripTags(self.text)),
  unescape: method([], (self) => unescapeHtml(self.text)),
});
