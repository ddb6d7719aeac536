/** Macros, and the `caller` of call blocks. */
import { raise } from "../errors.ts";
import { PyDict } from "../python/dict.ts";
import { PyTuple } from "../python/sequence.ts";
import { PyUndefined } from "../python/undefined.ts";
import { type CallArguments, PyObject, type PyValue } from "../python/value.ts";
import type { MacroNode } from "./nodes.ts";
import type { Scope } from "./scope.ts";

/** Runs the body where the parameters have their values; undefined: the default counts. */
export type MacroBody = (bind: (scope: Scope) => readonly (PyValue | undefined)[]) => PyValue;

export class Macro extends PyObject {
  readonly typeName = "Macro";
  override readonly callable = true;
  readonly #node: MacroNode;
  readonly #run: MacroBody;

  constructor(node: MacroNode, run: MacroBody) {
    super();
    this.#node = node;
    this.#run = run;
  }

  override attribute(name: string): PyValue | undefined {
    switch (name) {
      case "name":
        return this.#node.name;
      case "arguments":
        return new PyTuple([...this.#node.parameters.names]);
      case "catch_kwargs":
        return this.#node.uses.has("kwargs");
      case "catch_varargs":
        return this.#node.uses.has("varargs");
      case "caller":
        return this.#node.uses.has("caller");
      default:
        return undefined;
    }
  }

  override call(args: CallArguments): PyValue {
    const { parameters, uses, name } = this.#node;
    const named = new Map(args.named);
    const values = parameters.names.map((parameter, index) => {
      if (index < args.positional.length) return args.positional[index];
      const value = named.get(parameter);
      named.delete(parameter);
      return value;
    });
    const explicitCaller = parameters.names.includes("caller");
    const caller = explicitCaller ? undefined : this.#caller(named);
    if (named.size > 0 && !uses.has("kwargs")) {
      raise("TypeError", `macro '${name}' takes no keyword argument '${[...named.keys()][0]}'`);
    }
    const rest = args.positional.slice(parameters.names.length);
    if (rest.length > 0 && !uses.has("varargs")) {
      raise("TypeError", `macro '${name}' takes not more than ${parameters.names.length} argument(s)`);
    }
    return this.#run((scope) => {
      if (caller !== undefined) scope.set("caller", caller);
      if (uses.has("kwargs")) scope.set("kwargs", PyDict.named(named));
      if (uses.has("varargs")) scope.set("varargs", new PyTuple([...rest]));
      return values;
    });
  }

  /** Takes `caller` out of the named arguments if the body speaks of it. */
  #caller(named: Map<string, PyValue>): PyValue | undefined {
    if (!this.#node.uses.has("caller")) return undefined;
    const caller = named.get("caller") ?? new PyUndefined("No caller defined");
    named.delete("caller");
    return caller;
  }

  override repr(): string {
    return `<Macro '${this.#node.name}'>`;
  }
}
