/** Python's `list`. */
import { raise } from "../errors.ts";
import { indexArgument, REQUIRED } from "./arguments.ts";
import { boundMethod, method, methods } from "./function.ts";
import { equal, isTrue, itemsOf, reprOf, sortedBy } from "./protocol.ts";
import { PySequence, sequenceMethod } from "./sequence.ts";
import { positionOf } from "./slice.ts";
import type { HashKey, PyValue, Runtime } from "./value.ts";

export class PyList extends PySequence {
  readonly typeName = "list";

  protected override like(items: PyValue[]): PyList {
    return new PyList(items);
  }

  override attribute(name: string): PyValue | undefined {
    return boundMethod(LIST_METHODS, name, this) ?? sequenceMethod(this, name);
  }

  override repr(rt: Runtime): string {
    return `[${this.items.map((item) => reprOf(item, rt)).join(", ")}]`;
  }

  override hashKey(): HashKey {
    return raise("TypeError", "unhashable type: 'list'");
  }
}

const LIST_METHODS = methods<PyList>({
  append: method({ object: REQUIRED }, (self, [item]) => {
    self.items.push(item as PyValue);
    return null;
  }),
  clear: method({}, (self) => {
    self.items.length = 0;
    return null;
  }),
  copy: method({}, (self) => new PyList([...self.items])),
  extend: method({ iterable: REQUIRED }, (self, [iterable], rt) => {
    self.items.push(...itemsOf(iterable as PyValue, rt));
    return null;
  }),
  insert: method({ index: REQUIRED, object: REQUIRED }, (self, [index, item]) => {
    const at = indexArgument(index as PyValue);
    self.items.splice(at < 0 ? Math.max(0, at + self.items.length) : at, 0, item as PyValue);
    return null;
  }),
  pop: method({ index: -1n }, (self, [index]) => {
    if (self.items.length === 0) raise("IndexError", "pop from empty list");
    return self.items.splice(positionOf(index as PyValue, self.items.length, "pop"), 1)[0] as PyValue;
  }),
  remove: method({ value: REQUIRED }, (self, [value], rt) => {
    const at = self.items.findIndex((item) => item === value || equal(item, value as PyValue, rt));
    if (at < 0) raise("ValueError", "list.remove(x): x not in list");
    self.items.splice(at, 1);
    return null;
  }),
  reverse: method({}, (self) => {
    self.items.reverse();
    return null;
  }),
  sort: method({ key: null, reverse: false }, (self, [key, reverse], rt) => {
    const by =
      key === null ? {} : { key: (item: PyValue) => rt.call(key as PyValue, { positional: [item], named: new Map() }) };
    self.items = sortedBy(self.items, rt, { ...by, reverse: isTrue(reverse as PyValue, rt) });
    return null;
  }),
});
