/** Filters for HTML, URLs and JSON. */
import { raise } from "../errors.ts";
import { indexArgument, textArgument } from "../python/arguments.ts";
import { dictArgument, pairsOf } from "../python/dict.ts";
import { dumpJson, PLAIN_DUMP } from "../python/json-write.ts";
import { escapeHtml, PyMarkup, stripTags } from "../python/markup.ts";
import { isTrue, iterateOrNull, itemsOf, strOf } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { filter, type FilterTable } from "./filter.ts";
import { softText } from "./text.ts";
import { urlize } from "./urlize.ts";

/** Percent-encoded UTF-8; letters, digits, `_.-~` and the characters of `safe` stay. */
function quoteUrl(text: string, safe: string): string {
  let out = "";
  for (const byte of new TextEncoder().encode(text)) {
    const char = String.fromCharCode(byte);
    out += /[\w.~-]/.test(char) || safe.includes(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return out;
}

/** Quoted for a query string, with `+` for spaces. */
function quoteQuery(text: string): string {
  return quoteUrl(text, "").replaceAll("%20", "+");
}

const urlencode = filter({}, (value, _args, rt) => {
  if (stringOf(value) !== undefined || iterateOrNull(value, rt) === null) return quoteUrl(softText(value, rt), "/");
  return pairsOf(value, rt)
    .map(([key, item]) => `${quoteQuery(strOf(key, rt))}=${quoteQuery(strOf(item, rt))}`)
    .join("&");
});

const xmlattr = filter({ autospace: true }, (value, [autospace], rt) => {
  const parts: string[] = [];
  for (const [key, item] of dictArgument(value, rt).entries()) {
    if (item === null || item instanceof PyUndefined) continue;
    const name = textArgument(key, "an attribute name");
    if (/[\s/>=]/.test(name)) raise("ValueError", `Invalid character in attribute name: '${name}'`);
    parts.push(`${escapeHtml(name)}="${PyMarkup.escape(item, rt).text}"`);
  }
  const text = parts.join(" ");
  return isTrue(autospace as PyValue, rt) && text !== "" ? ` ${text}` : text;
});

const HTML_SAFE: { readonly [char: string]: string } = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "'": "\\u0027",
};

const tojson = filter({ indent: null }, (value, [indent], rt) => {
  const options = { ...PLAIN_DUMP, sortKeys: true, indent: indentText(indent as PyValue) };
  return new PyMarkup(dumpJson(value, options, rt).replace(/[<>&']/g, (char) => HTML_SAFE[char] as string));
});

/** `indent=` of `json.dumps`: spaces or a text. */
export function indentText(indent: PyValue): string | null {
  if (indent === null) return null;
  return stringOf(indent) ?? " ".repeat(Math.max(0, indexArgument(indent)));
}

function escape(value: PyValue, _args: readonly PyValue[], rt: Runtime): PyMarkup {
  return PyMarkup.escape(value, rt);
}

export const HTML_FILTERS: FilterTable = {
  e: filter({}, escape),
  escape: filter({}, escape),
  forceescape: filter({}, (value, _args, rt) => new PyMarkup(escapeHtml(strOf(value, rt)))),
  safe: filter({}, (value, _args, rt) => new PyMarkup(strOf(value, rt))),
  striptags: filter({}, (value, _args, rt) => stripTags(strOf(value, rt))),
  tojson,
  urlencode,
  urlize: filter(
    { trim_url_limit: null, nofollow: false, target: null, rel: null, extra_schemes: null },
    (value, [limit, nofollow, target, rel, schemes], rt) => {
      const relations = new Set(
        rel === null
          ? []
          : textArgument(rel as PyValue, "rel")
              .split(/\s+/)
              .filter((part) => part !== ""),
      );
      if (isTrue(nofollow as PyValue, rt)) relations.add("nofollow");
      relations.add("noopener");
      return urlize(PyMarkup.escape(value, rt).text, {
        limit: limit === null ? Number.POSITIVE_INFINITY : indexArgument(limit as PyValue),
        rel: [...relations].sort().join(" "),
        target: target === null ? "" : textArgument(target as PyValue, "target"),
        schemes: schemes === null ? [] : itemsOf(schemes as PyValue, rt).map((scheme) => schemeOf(scheme, rt)),
      });
    },
  ),
  xmlattr,
};

function schemeOf(value: PyValue, rt: Runtime): string {
  const scheme = strOf(value, rt);
  return /^[\w.+-]{2,}:\/{0,2}$/.test(scheme)
    ? scheme
    : raise("FilterArgumentError", `'${scheme}' is not a valid URI scheme prefix.`);
}
