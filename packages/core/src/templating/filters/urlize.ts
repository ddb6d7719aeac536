/** Makes links of the addresses in a text. */
import { escapeHtml } from "../python/markup.ts";
import { characters, textLength } from "../python/text.ts";

export interface UrlizeOptions {
  /** Characters of an address that are shown. */
  readonly limit: number;
  readonly rel: string;
  readonly target: string;
  /** More prefixes that make a word an address. */
  readonly schemes: readonly string[];
}

const WEB = "(?:https?:\\/\\/|www\\.)(?:[\\w%-]+\\.)*(?:[a-z]{2,63}|xn--[\\w%]{2,59})";
const BARE = "(?:[\\w%-]{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)";
const NUMERIC = "https?:\\/\\/(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[(?:[\\da-f]{0,4}:){2}(?:[\\da-f]{0,4}:?){1,6}\\])";
const HTTP = new RegExp(`^(?:${WEB}|${BARE}|${NUMERIC})(?::\\d{1,5})?(?:[/?#]\\S*)?$`, "i");
const MAIL = /^\S+@\w[\w.-]*\.\w+$/;
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["(", ")"],
  ["<", ">"],
  ["&lt;", "&gt;"],
];

/** `text` is escaped already. */
export function urlize(text: string, options: UrlizeOptions): string {
  return text
    .split(/(\s+)/)
    .map((word) => linked(word, options))
    .join("");
}

function linked(word: string, options: UrlizeOptions): string {
  const head = /^(?:[(<]|&lt;)+/.exec(word)?.[0] ?? "";
  let middle = word.slice(head.length);
  let tail = /(?:[)>.,\n]|&gt;)+$/.exec(middle)?.[0] ?? "";
  middle = middle.slice(0, middle.length - tail.length);
  for (const [open, close] of PAIRS) {
    const opened = occurrences(middle, open);
    if (opened <= occurrences(middle, close)) continue;
    for (let i = Math.min(opened, occurrences(tail, close)); i > 0; i--) {
      const end = tail.indexOf(close) + close.length;
      middle += tail.slice(0, end);
      tail = tail.slice(end);
    }
  }
  return head + link(middle, options) + tail;
}

function link(word: string, options: UrlizeOptions): string {
  const rel = options.rel === "" ? "" : ` rel="${escapeHtml(options.rel)}"`;
  const target = options.target === "" ? "" : ` target="${escapeHtml(options.target)}"`;
  if (HTTP.test(word)) {
    const address = /^https?:\/\//.test(word) ? word : `https://${word}`;
    return `<a href="${address}"${rel}${target}>${trimmed(word, options.limit)}</a>`;
  }
  if (word.startsWith("mailto:") && MAIL.test(word.slice(7))) return `<a href="${word}">${word.slice(7)}</a>`;
  if (word.includes("@") && !/^(www\.|@)/.test(word) && !word.includes(":") && MAIL.test(word)) {
    return `<a href="mailto:${word}">${word}</a>`;
  }
  const hasScheme = options.schemes.some((scheme) => word !== scheme && word.startsWith(scheme));
  return hasScheme ? `<a href="${word}"${rel}${target}>${word}</a>` : word;
}

function trimmed(word: string, limit: number): string {
  return textLength(word) > limit ? `${characters(word).slice(0, limit).join("")}...` : word;
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
