/** The details of a reason, read with care: those of an older or newer server may be others. */
export class Facts {
  readonly #all: { readonly [name: string]: unknown };

  constructor(all: unknown) {
    this.#all = isObject(all) ? all : {};
  }

  has(name: string): boolean {
    return this.#all[name] !== undefined && this.#all[name] !== null;
  }

  text(name: string): string | null {
    const value = this.#all[name];
    return typeof value === "string" && value !== "" ? value : null;
  }

  number(name: string): number | null {
    const value = this.#all[name];
    return typeof value === "number" ? value : null;
  }

  is(name: string): boolean {
    return this.#all[name] === true;
  }

  texts(name: string): readonly string[] {
    const value = this.#all[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  }

  /** What stands below a name; empty facts if nothing does. */
  of(name: string): Facts {
    return new Facts(this.#all[name]);
  }

  list(name: string): readonly Facts[] {
    const value = this.#all[name];
    return Array.isArray(value) ? value.map((each) => new Facts(each)) : [];
  }
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
