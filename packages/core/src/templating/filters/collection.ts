/** Filters on lists, dicts and other collections. */
import { raise } from "../errors.ts";
import { indexArgument, REQUIRED } from "../python/arguments.ts";
import { PyDict, dictArgument } from "../python/dict.ts";
import { PyIterator, PyRange } from "../python/iterator.ts";
import { PyList } from "../python/list.ts";
import { NamedTuple } from "../python/named-tuple.ts";
import { binary } from "../python/operators.ts";
import { prettyPrint } from "../python/pretty-print.ts";
import {
  equal,
  isTrue,
  iterate,
  iterateOrNull,
  itemsOf,
  lengthOf,
  sortedBy,
  strOf,
  ordered,
  typeName,
} from "../python/protocol.ts";
import { PySequence, PyTuple } from "../python/sequence.ts";
import { PySet } from "../python/set.ts";
import { characters } from "../python/text.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type PyValue, type Runtime, stringOf } from "../python/value.ts";
import { attributeGetter, attributeGetters, lowered } from "./attribute-path.ts";
import { filter, type FilterFunction, type FilterTable } from "./filter.ts";

/** `reversed(value)`; null if Python has none. */
function reversed(value: PyValue, rt: Runtime): PyValue[] | null {
  if (value instanceof PyUndefined) return value.fail();
  const text = stringOf(value);
  if (text !== undefined) return [...characters(text)].reverse();
  const ordered =
    value instanceof PySequence ||
    value instanceof PyDict ||
    value instanceof PyRange ||
    typeName(value).startsWith("dict_");
  return ordered ? itemsOf(value, rt).reverse() : null;
}

function* batches(
  value: PyValue,
  options: { readonly size: number; readonly fill: PyValue },
  rt: Runtime,
): Iterable<PyValue> {
  let batch: PyValue[] = [];
  for (const item of iterate(value, rt)) {
    if (batch.length === options.size) {
      yield new PyList(batch);
      batch = [];
    }
    batch.push(item);
  }
  if (batch.length === 0) return;
  while (options.fill !== null && batch.length < options.size) {
    rt.spend(1);
    batch.push(options.fill);
  }
  yield new PyList(batch);
}

function* slices(
  value: PyValue,
  options: { readonly count: number; readonly fill: PyValue },
  rt: Runtime,
): Iterable<PyValue> {
  const { count, fill } = options;
  if (count === 0) raise("ZeroDivisionError", "integer division or modulo by zero");
  const items = itemsOf(value, rt);
  const size = Math.floor(items.length / count);
  const larger = items.length % count;
  let at = 0;
  for (let i = 0; i < count; i++) {
    rt.spend(1);
    const end = at + size + (i < larger ? 1 : 0);
    yield new PyList([...items.slice(at, end), ...(fill !== null && i >= larger ? [fill] : [])]);
    at = end;
  }
}

function extreme(operator: "<" | ">"): FilterFunction {
  return filter({ case_sensitive: false, attribute: null }, (value, [caseSensitive, attribute], rt) => {
    const key = attributeGetter(attribute as PyValue, rt, { ignoreCase: !isTrue(caseSensitive as PyValue, rt) });
    const [first, ...rest] = itemsOf(value, rt);
    if (first === undefined) return new PyUndefined("No aggregated item, sequence was empty.");
    let best = { item: first, key: key(first) };
    for (const item of rest) {
      const candidate = key(item);
      if (ordered(operator, [candidate, best.key], rt)) best = { item, key: candidate };
    }
    return best.item;
  });
}

const dictsort = filter(
  { case_sensitive: false, by: "key", reverse: false },
  (value, [caseSensitive, by, reverse], rt) => {
    if (by !== "key" && by !== "value") raise("FilterArgumentError", 'You can only sort by either "key" or "value"');
    const keep = isTrue(caseSensitive as PyValue, rt);
    const pairs = dictArgument(value, rt).entries();
    const items = pairs.map((pair) => new PyTuple([...pair]));
    const key = (item: PyValue) => {
      const part = (item as PyTuple).items[by === "key" ? 0 : 1] as PyValue;
      return keep ? part : lowered(part);
    };
    return new PyList(sortedBy(items, rt, { key, reverse: isTrue(reverse as PyValue, rt) }));
  },
);

const sort = filter(
  { reverse: false, case_sensitive: false, attribute: null },
  (value, [reverse, caseSensitive, attribute], rt) => {
    const getters = attributeGetters(attribute as PyValue, rt, { ignoreCase: !isTrue(caseSensitive as PyValue, rt) });
    const key = (item: PyValue) => new PyList(getters.map((getter) => getter(item)));
    return new PyList(sortedBy(itemsOf(value, rt), rt, { key, reverse: isTrue(reverse as PyValue, rt) }));
  },
);

const unique = filter({ case_sensitive: false, attribute: null }, (value, [caseSensitive, attribute], rt) => {
  const key = attributeGetter(attribute as PyValue, rt, { ignoreCase: !isTrue(caseSensitive as PyValue, rt) });
  const seen = new PySet();
  const items = itemsOf(value, rt).filter((item) => {
    const before = seen.length();
    seen.add(key(item), rt);
    return seen.length() > before;
  });
  return new PyIterator(items);
});

const groupby = filter(
  { attribute: REQUIRED, default: null, case_sensitive: false },
  (value, [attribute, byDefault, caseSensitive], rt) => {
    const options = { byDefault: byDefault as PyValue };
    const exact = attributeGetter(attribute as PyValue, rt, options);
    const key = isTrue(caseSensitive as PyValue, rt)
      ? exact
      : attributeGetter(attribute as PyValue, rt, { ...options, ignoreCase: true });
    const groups: { key: PyValue; items: PyValue[] }[] = [];
    for (const item of sortedBy(itemsOf(value, rt), rt, { key })) {
      const last = groups.at(-1);
      if (last !== undefined && equal(last.key, key(item), rt)) last.items.push(item);
      else groups.push({ key: key(item), items: [item] });
    }
    return new PyList(
      groups.map(({ items }) => new NamedTuple(["grouper", "list"], [exact(items[0] as PyValue), new PyList(items)])),
    );
  },
);

export const COLLECTION_FILTERS: FilterTable = {
  batch: filter({ linecount: REQUIRED, fill_with: null }, (value, [size, fill], rt) => {
    return new PyIterator(batches(value, { size: indexArgument(size as PyValue), fill: fill as PyValue }, rt));
  }),
  count: filter({}, (value, _args, rt) => BigInt(lengthOf(value, rt))),
  dictsort,
  first: filter({}, (value, _args, rt) => {
    for (const item of iterate(value, rt)) return item;
    return new PyUndefined("No first item, sequence was empty.");
  }),
  groupby,
  items: filter({}, (value) => {
    if (value instanceof PyUndefined) return new PyIterator([]);
    if (!(value instanceof PyDict)) return raise("TypeError", "Can only get item pairs from a mapping.");
    return new PyIterator(value.entries().map((pair) => new PyTuple([...pair])));
  }),
  join: filter({ d: "", attribute: null }, (value, [separator, attribute], rt) => {
    const get = attributeGetter(attribute as PyValue, rt);
    return itemsOf(value, rt)
      .map((item) => strOf(get(item), rt))
      .join(strOf(separator as PyValue, rt));
  }),
  last: filter({}, (value, _args, rt) => {
    const items = reversed(value, rt) ?? raise("TypeError", `'${typeName(value)}' object is not reversible`);
    return items[0] ?? (items.length > 0 ? null : new PyUndefined("No last item, sequence was empty."));
  }),
  length: filter({}, (value, _args, rt) => BigInt(lengthOf(value, rt))),
  list: filter({}, (value, _args, rt) => new PyList(itemsOf(value, rt))),
  max: extreme(">"),
  min: extreme("<"),
  pprint: filter({}, (value, _args, rt) => prettyPrint(value, rt)),
  random: filter({}, (value, _args, rt) => {
    const length = lengthOf(value, rt);
    if (length === 0) return new PyUndefined("No random item, sequence was empty.");
    return rt.item(value, BigInt(Math.floor(rt.random() * length)));
  }),
  reverse: filter({}, (value, _args, rt) => {
    const text = stringOf(value);
    if (text !== undefined) return [...characters(text)].reverse().join("");
    const items = reversed(value, rt);
    if (items !== null) return new PyIterator(items, "list_reverseiterator");
    const iterable = iterateOrNull(value, rt) ?? raise("FilterArgumentError", "argument must be iterable");
    return new PyList([...iterable].reverse());
  }),
  slice: filter({ slices: REQUIRED, fill_with: null }, (value, [count, fill], rt) => {
    return new PyIterator(slices(value, { count: indexArgument(count as PyValue), fill: fill as PyValue }, rt));
  }),
  sort,
  sum: filter({ attribute: null, start: 0n }, (value, [attribute, start], rt) => {
    if (stringOf(start as PyValue) !== undefined)
      raise("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
    const get = attributeGetter(attribute as PyValue, rt);
    return itemsOf(value, rt).reduce<PyValue>((sum, item) => binary("+", [sum, get(item)], rt), start as PyValue);
  }),
  unique,
};
