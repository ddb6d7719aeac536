/** The `loop` of a `for`. */
import { raise } from "../errors.ts";
import { boundMethod, method, methods } from "../python/function.ts";
import { equal } from "../python/protocol.ts";
import { PyTuple } from "../python/sequence.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type CallArguments, PyObject, type PyValue } from "../python/value.ts";

export class Loop extends PyObject {
  readonly typeName = "LoopContext";
  override readonly callable = true;
  readonly #items: readonly PyValue[];
  readonly #depth: number;
  readonly #recurse: ((iterable: PyValue) => PyValue) | null;
  #index = -1;
  #changed: PyTuple | null = null;

  /** `recurse` prints the loop again over other items; null if it is not `recursive`. */
  constructor(items: readonly PyValue[], depth: number, recurse: ((iterable: PyValue) => PyValue) | null) {
    super();
    this.#items = items;
    this.#depth = depth;
    this.#recurse = recurse;
  }

  /** Goes on to the next item; undefined at the end. */
  next(): PyValue | undefined {
    this.#index += 1;
    return this.#items[this.#index];
  }

  get index0(): number {
    return this.#index;
  }

  /** Remembers a value; whether it differs from the one before. */
  changed(value: PyTuple, same: (a: PyTuple, b: PyTuple) => boolean): boolean {
    if (this.#changed !== null && same(this.#changed, value)) return false;
    this.#changed = value;
    return true;
  }

  override attribute(name: string): PyValue | undefined {
    const length = this.#items.length;
    switch (name) {
      case "index":
        return BigInt(this.#index + 1);
      case "index0":
        return BigInt(this.#index);
      case "revindex":
        return BigInt(length - this.#index);
      case "revindex0":
        return BigInt(length - this.#index - 1);
      case "first":
        return this.#index === 0;
      case "last":
        return this.#index === length - 1;
      case "length":
        return BigInt(length);
      case "depth":
        return BigInt(this.#depth + 1);
      case "depth0":
        return BigInt(this.#depth);
      case "previtem":
        return this.#items[this.#index - 1] ?? this.#neighbour(this.#index - 1, "there is no previous item");
      case "nextitem":
        return this.#items[this.#index + 1] ?? this.#neighbour(this.#index + 1, "there is no next item");
      default:
        return boundMethod(LOOP_METHODS, name, this);
    }
  }

  #neighbour(index: number, detail: string): PyValue {
    return index >= 0 && index < this.#items.length ? null : new PyUndefined(detail);
  }

  override length(): number {
    return this.#items.length;
  }

  override call(args: CallArguments): PyValue {
    if (this.#recurse === null)
      raise("TypeError", "The loop must have the 'recursive' marker to be called recursively.");
    const [iterable] = args.positional;
    return iterable === undefined
      ? raise("TypeError", "loop() missing required argument: 'iterable'")
      : this.#recurse(iterable);
  }

  override repr(): string {
    return `<LoopContext ${this.#index + 1}/${this.#items.length}>`;
  }
}

const LOOP_METHODS = methods<Loop>({
  cycle: method("any", (self, items) => {
    const item = items[self.index0 % items.length];
    return item === undefined ? raise("TypeError", "no items for cycling given") : item;
  }),
  changed: method("any", (self, values, rt) => self.changed(new PyTuple([...values]), (a, b) => equal(a, b, rt))),
});
