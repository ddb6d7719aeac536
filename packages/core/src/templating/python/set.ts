/** Python's `set`, in the order in which the members came. */
import { REQUIRED } from "./arguments.ts";
import { raise } from "../errors.ts";
import { boundMethod, type Method, method, methods } from "./function.ts";
import { hashKey, itemsOf, jsonOf, reprOf } from "./protocol.ts";
import {
  type BinaryOperator,
  type HashKey,
  type OrderOperator,
  PyObject,
  type PyValue,
  type Runtime,
} from "./value.ts";

export class PySet extends PyObject {
  readonly typeName = "set";
  readonly #members = new Map<HashKey, PyValue>();

  static of(items: Iterable<PyValue>, rt: Runtime): PySet {
    const set = new PySet();
    for (const item of items) set.add(item, rt);
    return set;
  }

  add(item: PyValue, rt: Runtime): void {
    const hash = hashKey(item, rt);
    if (!this.#members.has(hash)) this.#members.set(hash, item);
  }

  delete(item: PyValue, rt: Runtime): boolean {
    return this.#members.delete(hashKey(item, rt));
  }

  clear(): void {
    this.#members.clear();
  }

  override attribute(name: string): PyValue | undefined {
    return boundMethod(SET_METHODS, name, this);
  }

  override length(): number {
    return this.#members.size;
  }

  override iterate(): PyValue[] {
    return [...this.#members.values()];
  }

  override contains(needle: PyValue, rt: Runtime): boolean {
    return this.#members.has(hashKey(needle, rt));
  }

  /** Whether every member is in the other set. */
  within(other: PySet): boolean {
    return [...this.#members.keys()].every((key) => other.#members.has(key));
  }

  override equals(other: PyValue): boolean {
    return other instanceof PySet && other.length() === this.length() && this.within(other);
  }

  override order(operator: OrderOperator, other: PyValue): boolean | undefined {
    if (!(other instanceof PySet)) return undefined;
    const [small, large] = operator.startsWith("<") ? [this, other] : [other, this];
    return small.within(large) && (operator.endsWith("=") || small.length() < large.length());
  }

  override hashKey(): HashKey {
    return raise("TypeError", "unhashable type: 'set'");
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (!(other instanceof PySet)) return undefined;
    const combine = COMBINATIONS.get(operator);
    return combine === undefined ? undefined : PySet.of(combine(this, other, rt), rt);
  }

  override repr(rt: Runtime): string {
    if (this.length() === 0) return "set()";
    return `{${this.iterate()
      .map((item) => reprOf(item, rt))
      .join(", ")}}`;
  }

  override jsonStyle(rt: Runtime): string {
    return `[${this.iterate()
      .map((item) => jsonOf(item, rt, true))
      .join(",")}]`;
  }
}

type Combination = (left: PySet, right: PySet, rt: Runtime) => PyValue[];

const union: Combination = (left, right) => [...left.iterate(), ...right.iterate()];
const intersection: Combination = (left, right, rt) => left.iterate().filter((item) => right.contains(item, rt));
const difference: Combination = (left, right, rt) => left.iterate().filter((item) => !right.contains(item, rt));
const symmetricDifference: Combination = (left, right, rt) => [
  ...difference(left, right, rt),
  ...difference(right, left, rt),
];

const COMBINATIONS: ReadonlyMap<string, Combination> = new Map([
  ["|", union],
  ["&", intersection],
  ["-", difference],
  ["^", symmetricDifference],
]);

function combined(combine: Combination): Method<PySet> {
  return method("any", (self, others, rt) => {
    return others.reduce<PySet>(
      (sum, other) => PySet.of(combine(sum, asSet(other, rt), rt), rt),
      PySet.of(self.iterate(), rt),
    );
  });
}

function asSet(value: PyValue, rt: Runtime): PySet {
  return value instanceof PySet ? value : PySet.of(itemsOf(value, rt), rt);
}

const SET_METHODS = methods<PySet>({
  add: method({ elem: REQUIRED }, (self, [item], rt) => {
    self.add(item as PyValue, rt);
    return null;
  }),
  clear: method({}, (self) => {
    self.clear();
    return null;
  }),
  copy: method({}, (self, _args, rt) => PySet.of(self.iterate(), rt)),
  discard: method({ elem: REQUIRED }, (self, [item], rt) => {
    self.delete(item as PyValue, rt);
    return null;
  }),
  remove: method({ elem: REQUIRED }, (self, [item], rt) => {
    if (!self.delete(item as PyValue, rt)) raise("KeyError", reprOf(item as PyValue, rt));
    return null;
  }),
  update: method("any", (self, others, rt) => {
    for (const other of others) for (const item of itemsOf(other, rt)) self.add(item, rt);
    return null;
  }),
  union: combined(union),
  intersection: combined(intersection),
  difference: combined(difference),
  symmetric_difference: combined(symmetricDifference),
  issubset: method({ other: REQUIRED }, (self, [other], rt) => self.within(asSet(other as PyValue, rt))),
  issuperset: method({ other: REQUIRED }, (self, [other], rt) => asSet(other as PyValue, rt).within(self)),
  isdisjoint: method(
    { other: REQUIRED },
    (self, [other], rt) => intersection(self, asSet(other as PyValue, rt), rt).length === 0,
  ),
});
