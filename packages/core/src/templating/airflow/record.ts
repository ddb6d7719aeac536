/** Objects that only have attributes: the DAG, the run, a module. */
import { reprOf } from "../python/protocol.ts";
import { quoteText } from "../python/text.ts";
import { type CallArguments, PyObject, PyStringLike, type PyValue, quoteIf, type Runtime } from "../python/value.ts";

/** An attribute's value, or how to get it when it is asked for. */
export type Attribute = PyValue | ((rt: Runtime) => PyValue);

export interface RecordOptions {
  readonly typeName: string;
  readonly attributes: { readonly [name: string]: Attribute };
  /** How `str` and `repr` print it. */
  readonly print: (self: PyRecord, rt: Runtime) => string;
}

export class PyRecord extends PyObject {
  readonly typeName: string;
  readonly #attributes: ReadonlyMap<string, Attribute>;
  readonly #print: RecordOptions["print"];

  constructor(options: RecordOptions) {
    super();
    this.typeName = options.typeName;
    this.#attributes = new Map(Object.entries(options.attributes));
    this.#print = options.print;
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    const attribute = this.#attributes.get(name);
    return typeof attribute === "function" ? attribute(rt) : attribute;
  }

  override repr(rt: Runtime): string {
    return this.#print(this, rt);
  }

  /** `name=value` of all attributes, as pydantic and attrs print. */
  fields(rt: Runtime, separator: string): string {
    const names = [...this.#attributes.keys()];
    return names.map((name) => `${name}=${reprOf(this.attribute(name, rt) as PyValue, rt)}`).join(separator);
  }
}

/** A member of an enum of strings (`DagRunType.SCHEDULED`): a `str` that prints its name. */
export class PyEnumMember extends PyStringLike {
  readonly typeName: string;
  readonly text: string;

  constructor(typeName: string, text: string) {
    super();
    this.typeName = typeName;
    this.text = text;
  }

  override attribute(name: string): PyValue | undefined {
    if (name === "value") return this.text;
    return name === "name" ? this.text.toUpperCase() : undefined;
  }

  override truthy(): boolean {
    return this.text !== "";
  }

  override str(): string {
    return `${this.typeName}.${this.text.toUpperCase()}`;
  }

  override repr(): string {
    return `<${this.typeName}.${this.text.toUpperCase()}: ${quoteText(this.text)}>`;
  }
}

/** A class: it makes objects when called, and has functions of its own. */
export class PyType extends PyObject {
  readonly typeName = "type";
  override readonly callable = true;
  readonly #name: string;
  readonly #create: (args: CallArguments, rt: Runtime) => PyValue;
  readonly #attributes: ReadonlyMap<string, Attribute>;

  constructor(
    name: string,
    create: (args: CallArguments, rt: Runtime) => PyValue,
    attributes: RecordOptions["attributes"] = {},
  ) {
    super();
    this.#name = name;
    this.#create = create;
    this.#attributes = new Map(Object.entries(attributes));
  }

  override call(args: CallArguments, rt: Runtime): PyValue {
    return this.#create(args, rt);
  }

  override attribute(name: string, rt: Runtime): PyValue | undefined {
    const attribute = this.#attributes.get(name);
    return typeof attribute === "function" ? attribute(rt) : attribute;
  }

  override repr(): string {
    return `<class '${this.#name}'>`;
  }

  override jsonStyle(_rt: Runtime, nested: boolean): string {
    return quoteIf(nested, this.repr());
  }
}

/** A module: its functions, classes and submodules. */
export function pyModule(name: string, attributes: RecordOptions["attributes"]): PyRecord {
  return new PyRecord({ typeName: "module", attributes, print: () => `<module '${name}'>` });
}
