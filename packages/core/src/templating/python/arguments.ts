/** Binding the arguments of a call to the parameters of a built-in function. */
import { raise } from "../errors.ts";
import { typeName } from "./protocol.ts";
import { type CallArguments, type PyValue, stringOf } from "./value.ts";

/** A parameter's name, and its default if it has one. */
export type Parameter = readonly [name: string, byDefault?: PyValue];

/** One value for each parameter. @throws TypeError for missing, unknown, doubled or too many arguments. */
export function bindArguments(callee: string, parameters: readonly Parameter[], args: CallArguments): PyValue[] {
  if (args.positional.length > parameters.length) {
    const given = `${parameters.length} positional arguments but ${args.positional.length} were given`;
    raise("TypeError", `${callee}() takes ${given}`);
  }
  for (const name of args.named.keys()) {
    const index = parameters.findIndex((parameter) => parameter[0] === name);
    if (index < 0) raise("TypeError", `${callee}() got an unexpected keyword argument '${name}'`);
    if (index < args.positional.length) raise("TypeError", `${callee}() got multiple values for argument '${name}'`);
  }
  return parameters.map(([name, byDefault], index) => {
    if (index < args.positional.length) return args.positional[index] as PyValue;
    const given = args.named.get(name);
    if (given !== undefined) return given;
    return byDefault !== undefined ? byDefault : raise("TypeError", `${callee}() missing required argument: '${name}'`);
  });
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
