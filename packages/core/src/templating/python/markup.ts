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

/** Named characters: those of Latin-1, in order from U+00A0, and the usual ones of typography. */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot " +
  "cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml " +
  "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute " +
  "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    hellip: "…",
    ndash: "–",
    mdash: "—",
    bull: "•",
  }),
  ...Object.entries({ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", euro: "€", trade: "™" }),
]);

/** The text with `& < > ' "` as entities. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>'"]/g, (char) => ENTITIES[char] as string);
}

/** The text with entities as characters. */
function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g, (...match) => {
    const [whole, decimal, hex, name] = match as [string, string?, string?, string?];
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED.get(name as string) ?? whole;
  });
}

/** The text without tags and comments, white space as single spaces, entities as characters. */
export function stripTags(text: string): string {
  const bare = text.replace(/<!--[\s\S]*?-->/g, "").replace(/<[^>]*>/g, "");
  return unescapeHtml(
    bare
      .split(/\s+/)
      .filter((word) => word !== "")
      .join(" "),
  );
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
  striptags: method({}, (self) => stripTags(self.text)),
  unescape: method({}, (self) => unescapeHtml(self.text)),
});
