/** Filters that apply other filters and tests: `map`, `select`, `reject`; and `default` and `attr`. */
import { raise } from "../errors.ts";
import { textArgument, REQUIRED } from "../python/arguments.ts";
import { PyIterator } from "../python/iterator.ts";
import { attributeOf } from "../python/operators.ts";
import { isTrue, iterate } from "../python/protocol.ts";
import { PyUndefined } from "../python/undefined.ts";
import type { CallArguments, PyValue, Runtime } from "../python/value.ts";
import { attributeGetter } from "./attribute-path.ts";
import { filter, type FilterFunction, type FilterTable } from "./filter.ts";

function* mapped(value: PyValue, args: CallArguments, rt: Runtime): Iterable<PyValue> {
  if (!isTrue(value, rt)) return;
  const apply = mapping(args, rt);
  for (const item of iterate(value, rt)) {
    rt.spend(1);
    yield apply(item);
  }
}

function mapping({ positional, named }: CallArguments, rt: Runtime): (item: PyValue) => PyValue {
  if (positional.length === 0 && named.has("attribute")) {
    const unknown = [...named.keys()].find((name) => name !== "attribute" && name !== "default");
    if (unknown !== undefined) raise("FilterArgumentError", `Unexpected keyword argument '${unknown}'`);
    return attributeGetter(named.get("attribute") as PyValue, rt, { byDefault: named.get("default") ?? null });
  }
  const [name, ...rest] = positional;
  if (name === undefined) return raise("FilterArgumentError", "map requires a filter argument");
  const filterName = textArgument(name, "the name of a filter");
  return (item) => rt.filter(filterName, item, { positional: rest, named });
}

interface Selection {
  readonly keep: boolean;
  /** Whether the first argument names an attribute. */
  readonly byAttribute: boolean;
}

function* selected(
  value: PyValue,
  selection: Selection & { readonly args: CallArguments },
  rt: Runtime,
): Iterable<PyValue> {
  if (!isTrue(value, rt)) return;
  const holds = condition(selection, rt);
  for (const item of iterate(value, rt)) {
    rt.spend(1);
    if (holds(item) === selection.keep) yield item;
  }
}

function condition(
  { byAttribute, args }: Selection & { readonly args: CallArguments },
  rt: Runtime,
): (item: PyValue) => boolean {
  const [attribute] = args.positional;
  if (byAttribute && attribute === undefined) raise("FilterArgumentError", "Missing parameter for attribute name");
  const get = byAttribute ? attributeGetter(attribute as PyValue, rt) : (item: PyValue) => item;
  const [name, ...rest] = byAttribute ? args.positional.slice(1) : args.positional;
  if (name === undefined) return (item) => isTrue(get(item), rt);
  const test = textArgument(name, "the name of a test");
  return (item) => rt.test(test, get(item), { positional: rest, named: args.named });
}

function selecting(selection: Selection): FilterFunction {
  return (value, args, rt) => new PyIterator(selected(value, { ...selection, args }, rt));
}

const byDefault = filter({ default_value: "", boolean: false }, (value, [instead, falsy], rt) => {
  if (value instanceof PyUndefined) return instead as PyValue;
  return isTrue(falsy as PyValue, rt) && !isTrue(value, rt) ? (instead as PyValue) : value;
});

export const SELECT_FILTERS: FilterTable = {
  attr: filter({ name: REQUIRED }, (value, [name], rt) => {
    const attribute = textArgument(name as PyValue, "the name of an attribute");
    if (attribute.startsWith("__")) return rt.attribute(value, attribute);
    const found = attributeOf(value, attribute, rt);
    return found === undefined ? new PyUndefined(`the object has no attribute '${attribute}'`) : found;
  }),
  d: byDefault,
  default: byDefault,
  map: (value, args, rt) => new PyIterator(mapped(value, args, rt)),
  reject: selecting({ keep: false, byAttribute: false }),
  rejectattr: selecting({ keep: false, byAttribute: true }),
  select: selecting({ keep: true, byAttribute: false }),
  selectattr: selecting({ keep: true, byAttribute: true }),
};
