/** Binding the arguments of a call to the parameters of a built-in function. */
import { raise } from "../errors.ts";
import { typeName } from "./protocol.ts";
import { type CallArguments, type PyValue, stringOf } from "./value.ts";

/** Marks a parameter that has no default. */
export const REQUIRED = Symbol("required");

/** The parameters of a function in their order, each with its default. */
export interface Parameters {
  readonly [name: string]: PyValue | typeof REQUIRED;
}

/** One value for each parameter. @throws TypeError for missing, unknown, doubled or too many arguments. */
export function bindArguments(callee: string, parameters: Parameters, args: CallArguments): PyValue[] {
  const names = Object.keys(parameters);
  if (args.positional.length > names.length) {
    const given = `${names.length} positional arguments but ${args.positional.length} were given`;
    raise("TypeError", `${callee}() takes ${given}`);
  }
  for (const name of args.named.keys()) {
    const index = names.indexOf(name);
    if (index < 0) raise("TypeError", `${callee}() got an unexpected keyword argument '${name}'`);
    if (index < args.positional.length) raise("TypeError", `${callee}() got multiple values for argument '${name}'`);
  }
  return names.map((name, index) => {
    const given = index < args.positional.length ? args.positional[index] : args.named.get(name);
    if (given !== undefined) return given;
    const byDefault = parameters[name];
    if (byDefault === REQUIRED || byDefault === undefined) {
      return raise("TypeError", `${callee}() missing required argument: '${name}'`);
    }
    return byDefault;
  });
}

/** The same default for several parameters. */
export function parametersOf(names: readonly string[], byDefault: PyValue | typeof REQUIRED): Parameters {
  return Object.fromEntries(names.map((name) => [name, byDefault]));
}

/** A `str` argument. */
export function textArgument(value: PyValue, what: string): string {
  return stringOf(value) ?? raise("TypeError", `${what} must be str, not ${typeName(value)}`);
}

/** An `int` argument as a JavaScript number, cut to what an index can be. */
export function indexArgument(value: PyValue): number {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "bigint") {
    return raise("TypeError", `'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  return Number(BigInt.asIntN(53, value)) === Number(value) ? Number(value) : value > 0n ? 2 ** 52 : -(2 ** 52);
}

/** An `int` argument that may be None. */
export function optionalIndex(value: PyValue, byDefault: number): number {
  return value === null ? byDefault : indexArgument(value);
}
