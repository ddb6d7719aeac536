/** A tuple whose items have names too. */
import type { PyValue, Runtime } from "./value.ts";
import { PyTuple } from "./sequence.ts";
import { reprOf } from "./protocol.ts";

export class NamedTuple extends PyTuple {
  readonly #names: readonly string[];
  readonly #className: string | null;

  /** With a class name it prints as `Class(name=value)`, without one as a plain tuple. */
  constructor(names: readonly string[], items: PyValue[], className: string | null = null) {
    super(items);
    this.#names = names;
    this.#className = className;
  }

  override attribute(name: string): PyValue | undefined {
    const index = this.#names.indexOf(name);
    return index < 0 ? super.attribute(name) : this.items[index];
  }

  override repr(rt: Runtime): string {
    if (this.#className === null) return super.repr(rt);
    return `${this.#className}(${this.#names.map((name, index) => `${name}=${reprOf(this.items[index] as PyValue, rt)}`).join(", ")})`;
  }
}
