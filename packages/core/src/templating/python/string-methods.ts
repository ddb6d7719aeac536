/** The methods of `str`. */
import { raise } from "../errors.ts";
import { indexArgument, optionalIndex, textArgument, REQUIRED } from "./arguments.ts";
import { PyBytes } from "./bytes.ts";
import { PyDict } from "./dict.ts";
import { boundMethod, method, type Method, methods, type PyFunction } from "./function.ts";
import { capitalize, swapCase, TEXT_QUESTIONS, titleCase } from "./letter-case.ts";
import { PyList } from "./list.ts";
import { isTrue, itemsOf, typeName } from "./protocol.ts";
import { PyTuple } from "./sequence.ts";
import { PySlice } from "./slice.ts";
import { strFormat } from "./str-format.ts";
import { partition, splitLines, splitText, stripText } from "./string-parts.ts";
import { characters, isPrintable, textLength, textSlice } from "./text.ts";
import { type PyValue, type Runtime, stringOf } from "./value.ts";

/** The method of that name of a `str`, bound to the text. */
export function stringMethod(text: string, name: string): PyFunction | undefined {
  return boundMethod(STRING_METHODS, name, text);
}

/** Joined texts may be this long. */
const MOST_CHARACTERS = 50_000_000;

/** `text * times`. */
export function repeatText(text: string, times: number, rt: Runtime): string {
  const length = text.length * Math.max(0, times);
  if (length > MOST_CHARACTERS) raise("OutOfFuel", `a text of ${length} characters`);
  rt.spend(length >> 8);
  return text.repeat(Math.max(0, times));
}

function plain(change: (text: string) => PyValue): Method<string> {
  return method({}, change);
}

function aligned(place: (text: string, missing: number, fill: string) => string): Method<string> {
  return method({ width: REQUIRED, fillchar: " " }, (text, [width, fill], rt) => {
    const char = textArgument(fill as PyValue, "The fill character");
    if (textLength(char) !== 1) raise("TypeError", "The fill character must be exactly one character long");
    const missing = indexArgument(width as PyValue) - textLength(text);
    if (missing > MOST_CHARACTERS) raise("OutOfFuel", `a text of ${missing} characters`);
    rt.spend(Math.max(0, missing) >> 8);
    return missing <= 0 ? text : place(text, missing, char);
  });
}

function stripping(side: "left" | "right" | "both"): Method<string> {
  return method({ chars: null }, (text, [chars]) => {
    return stripText(text, side, chars === null ? null : textArgument(chars as PyValue, "strip arg"));
  });
}

/** find, index, rfind, rindex: the place of a part within `text[start:end]`, counted in characters. */
function finding(last: boolean, orFail: boolean): Method<string> {
  return method({ sub: REQUIRED, start: null, end: null }, (text, [sub, start, end]) => {
    const part = textArgument(sub as PyValue, "sub");
    const [from, to] = bounds(text, start as PyValue, end as PyValue);
    const window = from > to ? null : textSlice(text, from, to);
    const at = window === null ? -1 : last ? window.lastIndexOf(part) : window.indexOf(part);
    if (at >= 0) return BigInt(from + textLength((window as string).slice(0, at)));
    return orFail ? raise("ValueError", "substring not found") : -1n;
  });
}

function bounds(text: string, start: PyValue, end: PyValue): [from: number, to: number] {
  const length = textLength(text);
  const absolute = (index: number) => Math.max(0, index < 0 ? index + length : index);
  return [absolute(optionalIndex(start, 0)), Math.min(length, absolute(optionalIndex(end, length)))];
}

/** startswith and endswith, of a text or of any text of a tuple. */
function matching(test: (window: string, part: string) => boolean): Method<string> {
  return method({ prefix: REQUIRED, start: null, end: null }, (text, [parts, start, end]) => {
    const [from, to] = bounds(text, start as PyValue, end as PyValue);
    if (from > to) return false;
    const window = textSlice(text, from, to);
    const all = parts instanceof PyTuple ? parts.items : [parts as PyValue];
    return all.some((part) => test(window, textArgument(part, "the first argument")));
  });
}

function splitting(last: boolean): Method<string> {
  return method({ sep: null, maxsplit: -1n }, (text, [separator, most]) => {
    const by = separator === null ? null : textArgument(separator as PyValue, "sep");
    return new PyList(splitText(text, by, { most: indexArgument(most as PyValue), fromEnd: last }));
  });
}

function join(text: string, items: PyValue, rt: Runtime): string {
  return itemsOf(items, rt)
    .map((item, index) => {
      return (
        stringOf(item) ?? raise("TypeError", `sequence item ${index}: expected str instance, ${typeName(item)} found`)
      );
    })
    .join(text);
}

function count(text: string, part: string): bigint {
  return BigInt(part === "" ? textLength(text) + 1 : text.split(part).length - 1);
}

function replace(text: string, [old, replacement]: readonly [string, string], most: number): string {
  if (most < 0) return text.replaceAll(old, () => replacement);
  let left = most;
  return text.replaceAll(old, (found) => (left-- > 0 ? replacement : found));
}

function zeroFill(text: string, width: number): string {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  return sign + "0".repeat(Math.max(0, width - textLength(text))) + text.slice(sign.length);
}

function expandTabs(text: string, size: number): string {
  let column = 0;
  let out = "";
  for (const char of text) {
    const piece = char === "\t" ? " ".repeat(size > 0 ? size - (column % size) : 0) : char;
    column = char === "\n" || char === "\r" ? 0 : column + textLength(piece);
    out += piece;
  }
  return out;
}

function translate(text: string, table: PyDict, rt: Runtime): string {
  const changed = characters(text).map((char) => {
    const key = BigInt(char.codePointAt(0) as number);
    if (!table.contains(key, rt)) return char;
    const value = table.item(key, rt);
    return typeof value === "bigint" ? String.fromCodePoint(Number(value)) : (stringOf(value) ?? "");
  });
  return changed.join("");
}

function maketrans([first, second, third]: readonly PyValue[], rt: Runtime): PyDict {
  const table = new PyDict();
  const code = (key: PyValue) => (typeof key === "string" ? BigInt(key.codePointAt(0) as number) : key);
  if (first instanceof PyDict) for (const [key, value] of first.entries()) table.set(code(key), value, rt);
  else {
    const to = characters(textArgument(second ?? "", "maketrans"));
    characters(textArgument(first ?? "", "maketrans")).forEach((char, index) => {
      table.set(
        code(char),
        to[index] ?? raise("ValueError", "the first two maketrans arguments must have equal length"),
        rt,
      );
    });
  }
  for (const char of characters(textArgument(third ?? "", "maketrans"))) table.set(code(char), null, rt);
  return table;
}

const STRING_METHODS = methods<string>({
  ...Object.fromEntries(Object.entries(TEXT_QUESTIONS).map(([name, ask]) => [name, plain(ask)])),
  isprintable: plain(isPrintable),
  capitalize: plain(capitalize),
  casefold: plain((text) => text.toLowerCase().replaceAll("ß", "ss")),
  lower: plain((text) => text.toLowerCase()),
  swapcase: plain(swapCase),
  title: plain(titleCase),
  upper: plain((text) => text.toUpperCase()),
  center: aligned((text, missing, fill) => {
    const left = Math.floor(missing / 2) + (missing & (missing + textLength(text)) & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }),
  ljust: aligned((text, missing, fill) => text + fill.repeat(missing)),
  rjust: aligned((text, missing, fill) => fill.repeat(missing) + text),
  zfill: method({ width: REQUIRED }, (text, [width]) =>
    zeroFill(text, Math.min(indexArgument(width as PyValue), MOST_CHARACTERS)),
  ),
  count: method({ sub: REQUIRED, start: null, end: null }, (text, [sub, start, end]) => {
    return count(
      textSlice(text, ...bounds(text, start as PyValue, end as PyValue)),
      textArgument(sub as PyValue, "sub"),
    );
  }),
  encode: method({ encoding: "utf-8", errors: "strict" }, (text) => PyBytes.encode(text)),
  endswith: matching((window, part) => window.endsWith(part)),
  startswith: matching((window, part) => window.startsWith(part)),
  expandtabs: method({ tabsize: 8n }, (text, [size]) => expandTabs(text, indexArgument(size as PyValue))),
  find: finding(false, false),
  index: finding(false, true),
  rfind: finding(true, false),
  rindex: finding(true, true),
  format: (text, args, rt) => strFormat(text, args, rt),
  format_map: method({ mapping: REQUIRED }, (text, [mapping], rt) => {
    const named = mapping instanceof PyDict ? mapping.entries() : raise("TypeError", "format_map wants a mapping");
    const byName = named.map(([key, value]) => [stringOf(key) ?? "", value] as const);
    return strFormat(text, { positional: [], named: new Map(byName) }, rt);
  }),
  join: method({ iterable: REQUIRED }, (text, [items], rt) => join(text, items as PyValue, rt)),
  lstrip: stripping("left"),
  rstrip: stripping("right"),
  strip: stripping("both"),
  maketrans: method("any", (_text, args, rt) => maketrans(args, rt)),
  translate: method({ table: REQUIRED }, (text, [table], rt) => {
    return table instanceof PyDict ? translate(text, table, rt) : raise("TypeError", "translate wants a mapping");
  }),
  partition: method(
    { sep: REQUIRED },
    (text, [by]) => new PyTuple(partition(text, textArgument(by as PyValue, "sep"), false)),
  ),
  rpartition: method(
    { sep: REQUIRED },
    (text, [by]) => new PyTuple(partition(text, textArgument(by as PyValue, "sep"), true)),
  ),
  removeprefix: method({ prefix: REQUIRED }, (text, [part]) => {
    const prefix = textArgument(part as PyValue, "prefix");
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
  }),
  removesuffix: method({ suffix: REQUIRED }, (text, [part]) => {
    const suffix = textArgument(part as PyValue, "suffix");
    return suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  }),
  replace: method({ old: REQUIRED, new: REQUIRED, count: -1n }, (text, [old, replacement, most]) => {
    const pair = [textArgument(old as PyValue, "old"), textArgument(replacement as PyValue, "new")] as const;
    return replace(text, pair, indexArgument(most as PyValue));
  }),
  rsplit: splitting(true),
  split: splitting(false),
  splitlines: method(
    { keepends: false },
    (text, [keep], rt) => new PyList(splitLines(text, isTrue(keep as PyValue, rt))),
  ),
});

/** `text[key]`. */
export function stringItem(text: string, key: PyValue): string {
  const chars = characters(text);
  if (key instanceof PySlice)
    return key
      .indexes(chars.length)
      .map((index) => chars[index])
      .join("");
  if (typeof key !== "bigint" && typeof key !== "boolean") {
    return raise("TypeError", `string indices must be integers, not '${typeName(key)}'`);
  }
  const index = Number(key);
  return chars[index < 0 ? index + chars.length : index] ?? raise("IndexError", "string index out of range");
}
