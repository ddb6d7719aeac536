/** Things that are only good for iterating: generators (what `map` and `select` give), and `range`. */
import { raise } from "../errors.ts";
import { indexArgument } from "./arguments.ts";
import { equal } from "./protocol.ts";
import { PySlice, positionOf } from "./slice.ts";
import { PyObject, type PyValue, type Runtime } from "./value.ts";

/** Gives its items once, as a Python iterator does. */
export class PyIterator extends PyObject {
  readonly typeName: string;
  readonly #items: Iterator<PyValue>;

  constructor(items: Iterable<PyValue>, typeName = "generator") {
    super();
    this.#items = items[Symbol.iterator]();
    this.typeName = typeName;
  }

  /** The next item, or undefined at the end. */
  next(): PyValue | undefined {
    const step = this.#items.next();
    return step.done === true ? undefined : step.value;
  }

  override *iterate(): Iterable<PyValue> {
    for (let item = this.next(); item !== undefined; item = this.next()) yield item;
  }

  override repr(): string {
    return `<${this.typeName} object>`;
  }

  override jsonStyle(rt: Runtime): string {
    const items: string[] = [];
    for (const item of this.iterate()) items.push(jsonItem(item, rt));
    return `[${items.join(",")}]`;
  }
}

function jsonItem(item: PyValue, rt: Runtime): string {
  if (item instanceof PyObject) return item.jsonStyle(rt, true);
  return typeof item === "bigint" ? item.toString() : JSON.stringify(item);
}

/** Python's `range`; Jinja's sandbox refuses longer ones than `MOST_ITEMS`. */
export class PyRange extends PyObject {
  static readonly MOST_ITEMS = 100_000;
  readonly typeName = "range";
  readonly start: number;
  readonly stop: number;
  readonly step: number;

  constructor(start: number, stop: number, step: number) {
    super();
    if (step === 0) raise("ValueError", "range() arg 3 must not be zero");
    this.start = start;
    this.stop = stop;
    this.step = step;
    if (this.length() <= PyRange.MOST_ITEMS) return;
    raise("OverflowError", `Range too big. The sandbox blocks ranges larger than ${PyRange.MOST_ITEMS}.`);
  }

  static of(args: readonly PyValue[]): PyRange {
    if (args.length === 0) raise("TypeError", "range expected at least 1 argument, got 0");
    if (args.length > 3) raise("TypeError", `range expected at most 3 arguments, got ${args.length}`);
    const [first = 0, second, third = 1] = args.map(indexArgument);
    return second === undefined ? new PyRange(0, first, 1) : new PyRange(first, second, third);
  }

  override length(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step));
  }

  override *iterate(): Iterable<bigint> {
    const length = this.length();
    for (let i = 0; i < length; i++) yield BigInt(this.start + i * this.step);
  }

  override item(key: PyValue): PyValue {
    if (key instanceof PySlice) return raise("NotSupported", "a slice of a range: write (range(...) | list)[a:b]");
    return BigInt(this.start + positionOf(key, this.length(), "range object") * this.step);
  }

  override equals(other: PyValue, rt: Runtime): boolean {
    if (!(other instanceof PyRange) || other.length() !== this.length()) return false;
    return (
      this.length() === 0 || (equal(this.item(0n), other.item(0n), rt) && equal(this.item(-1n), other.item(-1n), rt))
    );
  }

  override attribute(name: string): PyValue | undefined {
    if (name === "start") return BigInt(this.start);
    if (name === "stop") return BigInt(this.stop);
    return name === "step" ? BigInt(this.step) : undefined;
  }

  override repr(): string {
    return `range(${this.start}, ${this.stop}${this.step === 1 ? "" : `, ${this.step}`})`;
  }

  override jsonStyle(): string {
    return `[${Array.from(this.iterate(), String).join(",")}]`;
  }
}
