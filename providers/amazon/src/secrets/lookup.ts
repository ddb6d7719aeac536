/** Which names a secrets backend of AWS is asked for, and under which paths: Airflow's options. */
import { type GivenOptions, textOption } from "../settings/settings-options.ts";

export interface Lookup {
  /** Null: it is never asked for these. */
  readonly prefix: string | null;
  /** Null: it is asked for all. */
  readonly pattern: RegExp | null;
}

export interface Lookups {
  readonly connections: Lookup;
  readonly variables: Lookup;
}

/** Those of `config_` are known so that a configuration can be carried over: settings of Momiji are not looked for in a backend. */
export const LOOKUP_KINDS = {
  connections_prefix: "text",
  variables_prefix: "text",
  config_prefix: "text",
  connections_lookup_pattern: "text",
  variables_lookup_pattern: "text",
  config_lookup_pattern: "text",
} as const;

type Prefixes = { readonly [kind in keyof Lookups]: string };

/** @throws an Error that names a pattern which is none */
export function readLookups(options: GivenOptions, defaults: Prefixes): Lookups {
  const of = (kind: keyof Lookups): Lookup => {
    const given = options[`${kind}_prefix`];
    const pattern = textOption(options, `${kind}_lookup_pattern`);
    const prefix = given === undefined ? defaults[kind] : typeof given === "string" ? given : null;
    return { prefix, pattern: pattern === undefined ? null : readPattern(`${kind}_lookup_pattern`, pattern) };
  };
  return { connections: of("connections"), variables: of("variables") };
}

export function isAskedFor({ prefix, pattern }: Lookup, name: string): boolean {
  return prefix !== null && (pattern === null || pattern.test(name));
}

/** With an empty prefix the name alone. */
export function pathOf({ prefix }: Lookup, name: string, separator: string): string {
  return prefix === null || prefix === "" ? name : `${prefix}${separator}${name}`;
}

/** As Python's `re.match` with `IGNORECASE`: from the beginning of the name, not up to its end. */
function readPattern(option: string, pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})`, "i");
  } catch (error) {
    throw new Error(`${option} is no pattern: ${(error as Error).message}`, { cause: error });
  }
}
