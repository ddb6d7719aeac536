/** What lists and tuples share: printing, comparing, concatenating and indexing. */
import { raise } from "../errors.ts";
import { indexArgument, REQUIRED } from "./arguments.ts";
import { boundMethod, method, methods } from "./function.ts";
import { equal, hashKey, holds, jsonOf, ordered, reprOf } from "./protocol.ts";
import { PySlice, positionOf } from "./slice.ts";
import {
  type BinaryOperator,
  type HashKey,
  type OrderOperator,
  PyObject,
  type PyValue,
  type Runtime,
} from "./value.ts";

export abstract class PySequence extends PyObject {
  items: PyValue[];

  constructor(items: PyValue[]) {
    super();
    this.items = items;
  }

  /** A sequence of the same type. */
  protected abstract like(items: PyValue[]): PySequence;

  override jsonStyle(rt: Runtime): string {
    return `[${this.items.map((item) => jsonOf(item, rt, true)).join(",")}]`;
  }

  override length(): number {
    return this.items.length;
  }

  override iterate(): Iterable<PyValue> {
    return this.items;
  }

  override item(key: PyValue): PyValue {
    if (key instanceof PySlice) {
      return this.like(key.indexes(this.items.length).map((index) => this.items[index] as PyValue));
    }
    return this.items[positionOf(key, this.items.length, this.typeName)] as PyValue;
  }

  override equals(other: PyValue, rt: Runtime): boolean {
    if (!this.#sameType(other) || other.items.length !== this.items.length) return false;
    return this.items.every(
      (item, index) => item === other.items[index] || equal(item, other.items[index] as PyValue, rt),
    );
  }

  override order(operator: OrderOperator, other: PyValue, rt: Runtime): boolean | undefined {
    if (!this.#sameType(other)) return undefined;
    for (let i = 0; i < this.items.length && i < other.items.length; i++) {
      const [a, b] = [this.items[i] as PyValue, other.items[i] as PyValue];
      if (a !== b && !equal(a, b, rt)) return ordered(operator, [a, b], rt);
    }
    return holds(operator, this.items.length - other.items.length);
  }

  override binary(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator === "+") {
      if (this.#sameType(other)) return this.like([...this.items, ...other.items]);
      return raise("TypeError", `can only concatenate ${this.typeName} to ${this.typeName}`);
    }
    return this.reflected(operator, other, rt);
  }

  override reflected(operator: BinaryOperator, other: PyValue, rt: Runtime): PyValue | undefined {
    if (operator !== "*" || (typeof other !== "bigint" && typeof other !== "boolean")) return undefined;
    const times = Math.max(0, indexArgument(other));
    rt.spend(times * this.items.length);
    return this.like(Array.from({ length: times }, () => this.items).flat(1));
  }

  #sameType(other: PyValue): other is PySequence {
    return other instanceof PySequence && other.typeName === this.typeName;
  }
}

/** Immutable. */
export class PyTuple extends PySequence {
  readonly typeName = "tuple";

  protected override like(items: PyValue[]): PyTuple {
    return new PyTuple(items);
  }

  override attribute(name: string): PyValue | undefined {
    return sequenceMethod(this, name);
  }

  override repr(rt: Runtime): string {
    const [only] = this.items;
    if (this.items.length === 1) return `(${reprOf(only as PyValue, rt)},)`;
    return `(${this.items.map((item) => reprOf(item, rt)).join(", ")})`;
  }

  override hashKey(rt: Runtime): HashKey {
    const parts = this.items.map((item) => {
      const key = hashKey(item, rt);
      if (key !== null && typeof key === "object") return raise("NotSupported", "a tuple of objects as a key");
      return `${typeof key}:${key}`;
    });
    return `\0tuple:${JSON.stringify(parts)}`;
  }
}

const SEQUENCE_METHODS = methods<PySequence>({
  count: method({ value: REQUIRED }, (self, [value], rt) => {
    return BigInt(self.items.filter((item) => item === value || equal(item, value as PyValue, rt)).length);
  }),
  index: method({ value: REQUIRED, start: 0n, stop: null }, (self, [value, start, stop], rt) => {
    const range = new PySlice(start as PyValue, stop as PyValue, 1n).indexes(self.items.length);
    const found = range.find((i) => self.items[i] === value || equal(self.items[i] as PyValue, value as PyValue, rt));
    return found === undefined ? raise("ValueError", `${reprOf(value as PyValue, rt)} is not in list`) : BigInt(found);
  }),
});

/** The methods that lists and tuples share. */
export function sequenceMethod(self: PySequence, name: string): PyValue | undefined {
  return boundMethod(SEQUENCE_METHODS, name, self);
}
