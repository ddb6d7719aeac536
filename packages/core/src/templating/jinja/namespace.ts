/** The objects that Jinja's globals make: `namespace`, `cycler`, `joiner`, and modules of imported templates. */
import { raise } from "../errors.ts";
import type { PyDict } from "../python/dict.ts";
import { boundMethod, method, methods } from "../python/function.ts";
import { PyTuple } from "../python/sequence.ts";
import { type CallArguments, PyObject, type PyValue, type Runtime } from "../python/value.ts";

/** The one object whose attributes templates may set. */
export class Namespace extends PyObject {
  readonly typeName = "Namespace";
  readonly values: PyDict;

  constructor(values: PyDict) {
    super();
    this.values = values;
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    return this.values.contains(name, rt) ? this.values.item(name, rt) : undefined;
  }

  override repr(rt: Runtime): string {
    return `<Namespace ${this.values.repr(rt)}>`;
  }
}

export class Cycler extends PyObject {
  readonly typeName = "Cycler";
  readonly items: readonly PyValue[];
  at = 0;

  constructor(items: readonly PyValue[]) {
    super();
    if (items.length === 0) raise("RuntimeError", "at least one item has to be provided");
    this.items = items;
  }

  get current(): PyValue {
    return this.items[this.at] as PyValue;
  }

  override attribute(name: string): PyValue | undefined {
    if (name === "current") return this.current;
    if (name === "pos") return BigInt(this.at);
    return name === "items" ? new PyTuple([...this.items]) : boundMethod(CYCLER_METHODS, name, this);
  }

  override repr(): string {
    return "<Cycler>";
  }
}

const CYCLER_METHODS = methods<Cycler>({
  next: method({}, (self) => {
    const { current } = self;
    self.at = (self.at + 1) % self.items.length;
    return current;
  }),
  reset: method({}, (self) => {
    self.at = 0;
    return null;
  }),
});

/** Nothing the first time, then a separator. */
export class Joiner extends PyObject {
  readonly typeName = "Joiner";
  override readonly callable = true;
  readonly #separator: PyValue;
  #used = false;

  constructor(separator: PyValue) {
    super();
    this.#separator = separator;
  }

  override call(_args: CallArguments): PyValue {
    if (this.#used) return this.#separator;
    this.#used = true;
    return "";
  }

  override repr(): string {
    return "<Joiner>";
  }
}

/** What an imported template exports. */
export class TemplateModule extends PyObject {
  readonly typeName = "TemplateModule";
  readonly exported: ReadonlyMap<string, PyValue>;
  readonly #text: string;
  readonly #name: string;

  constructor(name: string, exported: ReadonlyMap<string, PyValue>, text: string) {
    super();
    this.#name = name;
    this.exported = exported;
    this.#text = text;
  }

  override attribute(name: string): PyValue | undefined {
    return name.startsWith("_") ? undefined : this.exported.get(name);
  }

  override str(): string {
    return this.#text;
  }

  override repr(): string {
    return `<TemplateModule '${this.#name}'>`;
  }
}
