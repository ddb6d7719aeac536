/** Names and their values while a template runs. */
import type { PyValue } from "../python/value.ts";

/** Loops, macros, `with` and the like open a scope of their own; what is set there is gone afterwards. */
export class Scope {
  readonly #values = new Map<string, PyValue>();
  readonly #parent: Scope | null;
  /** Sees the globals only, not the context: the inside of templates that were imported without it. */
  readonly isolated: boolean;

  constructor(parent: Scope | null, isolated = parent?.isolated ?? false) {
    this.#parent = parent;
    this.isolated = isolated;
  }

  /** Undefined: nobody set it. */
  get(name: string): PyValue | undefined {
    for (let scope: Scope | null = this; scope !== null; scope = scope.#parent) {
      const value = scope.#values.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  set(name: string, value: PyValue): void {
    this.#values.set(name, value);
  }

  /** What was set in this scope itself. */
  own(): ReadonlyMap<string, PyValue> {
    return this.#values;
  }
}
