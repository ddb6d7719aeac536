/** Callables, and the tables of methods that types declare. */
import { raise } from "../errors.ts";
import { bindArguments, type Parameters } from "./arguments.ts";
import { type CallArguments, PyObject, type PyValue, type Runtime } from "./value.ts";

/** A built-in function or a bound method. */
export class PyFunction extends PyObject {
  readonly typeName = "builtin_function_or_method";
  override readonly callable = true;
  readonly name: string;
  readonly #body: (args: CallArguments, rt: Runtime) => PyValue;

  constructor(name: string, body: (args: CallArguments, rt: Runtime) => PyValue) {
    super();
    this.name = name;
    this.#body = body;
  }

  override call(args: CallArguments, rt: Runtime): PyValue {
    rt.spend(1);
    return this.#body(args, rt);
  }

  override repr(): string {
    return `<built-in function ${this.name}>`;
  }
}

/** A function of fixed parameters. */
export function builtin(
  name: string,
  parameters: Parameters,
  body: (args: readonly PyValue[], rt: Runtime) => PyValue,
): PyFunction {
  return new PyFunction(name, (args, rt) => body(bindArguments(name, parameters, args), rt));
}

/** What a method of a type does with the object. */
export type Method<Self> = (self: Self, args: CallArguments, rt: Runtime) => PyValue;

/** Methods by name. A `Map`, so that no name of JavaScript's (`constructor`) is ever found. */
export type MethodTable<Self> = ReadonlyMap<string, Method<Self>>;

/** A method of fixed parameters, or of any number of positional arguments. */
export function method<Self>(
  parameters: Parameters | "any",
  body: (self: Self, args: readonly PyValue[], rt: Runtime) => PyValue,
): Method<Self> {
  if (parameters !== "any") return (self, args, rt) => body(self, bindArguments("method", parameters, args), rt);
  return (self, args, rt) => {
    if (args.named.size > 0) raise("TypeError", "the method takes no keyword arguments");
    return body(self, args.positional, rt);
  };
}

export function methods<Self>(table: { readonly [name: string]: Method<Self> }): MethodTable<Self> {
  return new Map(Object.entries(table));
}

/** The method of that name bound to the object, or undefined. */
export function boundMethod<Self>(table: MethodTable<Self>, name: string, self: Self): PyFunction | undefined {
  const found = table.get(name);
  if (found === undefined) return undefined;
  return new PyFunction(name, (args, rt) => found(self, args, rt));
}
