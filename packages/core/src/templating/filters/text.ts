/** Filters on texts. */
import { raise } from "../errors.ts";
import { indexArgument, optionalIndex, textArgument, REQUIRED } from "../python/arguments.ts";
import { PyMarkup } from "../python/markup.ts";
import { PyDict } from "../python/dict.ts";
import { capitalize } from "../python/letter-case.ts";
import { binary } from "../python/operators.ts";
import { isTrue, lengthOf, strOf } from "../python/protocol.ts";
import { PyTuple } from "../python/sequence.ts";
import { splitLines, stripText } from "../python/string-parts.ts";
import { characters, textLength, textSlice } from "../python/text.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { filter, type FilterFunction, type FilterTable } from "./filter.ts";
import { wrapText } from "./wrap-text.ts";

/** The value as text (`soft_str`): markup stays markup. */
export function softText(value: PyValue, rt: Runtime): string {
  return stringOf(value) ?? strOf(value, rt);
}

function changing(change: (text: string) => string): FilterFunction {
  return filter({}, (value, _args, rt) => like(value, change(softText(value, rt))));
}

/** A changed text, as markup if the original was. */
function like(original: PyValue, text: string): PyValue {
  return original instanceof PyMarkup ? new PyMarkup(text) : text;
}

function titleOf(text: string): string {
  const parts = text.split(/([-\s({[<]+)/);
  return parts
    .map((part) =>
      part === ""
        ? ""
        : (characters(part)[0] as string).toUpperCase() + textSlice(part, 1, textLength(part)).toLowerCase(),
    )
    .join("");
}

function centered(text: string, width: number): string {
  const missing = Math.max(0, width - textLength(text));
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return " ".repeat(left) + text + " ".repeat(missing - left);
}

const replace = filter({ old: REQUIRED, new: REQUIRED, count: null }, (value, [old, replacement, count], rt) => {
  const [from, to] = [strOf(old as PyValue, rt), strOf(replacement as PyValue, rt)];
  let left = optionalIndex(count as PyValue, -1);
  const text = strOf(value, rt);
  return text.replaceAll(from, (found) => {
    if (left === 0) return found;
    left -= 1;
    return to;
  });
});

const truncate = filter(
  { length: 255n, killwords: false, end: "...", leeway: null },
  (value, [length, kill, end, leeway], rt) => {
    const [most, tail, slack] = [
      indexArgument(length as PyValue),
      textArgument(end as PyValue, "end"),
      optionalIndex(leeway as PyValue, 5),
    ];
    if (most < textLength(tail)) raise("AssertionError", `expected length >= ${textLength(tail)}, got ${most}`);
    if (slack < 0) raise("AssertionError", `expected leeway >= 0, got ${slack}`);
    if (lengthOf(value, rt) <= most + slack) return value;
    const cut = textSlice(textArgument(value, "truncate"), 0, most - textLength(tail));
    if (isTrue(kill as PyValue, rt)) return cut + tail;
    const space = cut.lastIndexOf(" ");
    return (space < 0 ? cut : cut.slice(0, space)) + tail;
  },
);

const indent = filter({ width: 4n, first: false, blank: false }, (value, [width, first, blank], rt) => {
  const text = textArgument(value, "indent");
  const indention = stringOf(width as PyValue) ?? " ".repeat(Math.max(0, indexArgument(width as PyValue)));
  const lines = splitLines(`${text}\n`, false);
  const all = isTrue(blank as PyValue, rt);
  const body = lines.map((line, index) => (index > 0 && (all || line !== "") ? indention + line : line)).join("\n");
  return like(value, (isTrue(first as PyValue, rt) ? indention : "") + body);
});

const wordwrap = filter(
  { width: 79n, break_long_words: true, wrapstring: null, break_on_hyphens: true },
  (value, [width, breakWords, wrapstring, breakHyphens], rt) => {
    const text = textArgument(value, "wordwrap");
    const newline = wrapstring === null ? "\n" : textArgument(wrapstring as PyValue, "wrapstring");
    const options = {
      width: indexArgument(width as PyValue),
      breakLongWords: isTrue(breakWords as PyValue, rt),
      breakOnHyphens: isTrue(breakHyphens as PyValue, rt),
    };
    return splitLines(text, false)
      .map((line) => wrapText(line, options).join(newline))
      .join(newline);
  },
);

const format: FilterFunction = (value, { positional, named }, rt) => {
  if (positional.length > 0 && named.size > 0) {
    raise("FilterArgumentError", "can't handle positional and keyword arguments at the same time");
  }
  const values = named.size > 0 ? PyDict.named(named) : new PyTuple([...positional]);
  return binary("%", [softText(value, rt), values], rt);
};

export const TEXT_FILTERS: FilterTable = {
  capitalize: changing(capitalize),
  center: filter({ width: 80n }, (value, [width], rt) =>
    like(value, centered(softText(value, rt), indexArgument(width as PyValue))),
  ),
  format,
  indent,
  lower: changing((text) => text.toLowerCase()),
  replace,
  string: filter({}, (value, _args, rt) => (stringOf(value) === undefined ? strOf(value, rt) : value)),
  title: changing(titleOf),
  trim: filter({ chars: null }, (value, [chars], rt) => {
    return like(
      value,
      stripText(softText(value, rt), "both", chars === null ? null : textArgument(chars as PyValue, "chars")),
    );
  }),
  truncate,
  upper: changing((text) => text.toUpperCase()),
  wordcount: filter({}, (value, _args, rt) => BigInt(softText(value, rt).match(/[\p{L}\p{N}_\p{M}]+/gu)?.length ?? 0)),
  wordwrap,
};
