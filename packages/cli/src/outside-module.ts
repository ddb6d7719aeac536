/** A module that the settings name (a file of the user's, or a package), and the options that it is given. */
import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Json } from "@momiji/core";
import { CliError } from "./errors.ts";

/** What a module opens something with. */
export type Factory<Opened, Context> = (
  options: { readonly [name: string]: Json },
  context: Context,
) => Opened | Promise<Opened>;

export interface ModuleSetting {
  /** The setting: `secrets.backend`. */
  readonly setting: string;
  readonly named: string;
  /** What its function gives: "a SecretsBackend". */
  readonly gives: string;
}

/** The text of a setting such as `secrets.backendKwargs`. @throws CliError `config_invalid` */
export function readOptions(setting: string, text: string): { readonly [name: string]: Json } {
  try {
    const options = JSON.parse(text) as Json;
    if (typeof options === "object" && options !== null && !Array.isArray(options))
      return options as { readonly [name: string]: Json };
  } catch {
    // The parser's own words quote the text, and it may hold secrets.
  }
  throw new CliError("config_invalid", `${setting} must be a JSON object`);
}

/** @throws CliError `config_invalid` */
export async function loadFactory<Opened, Context>(
  module: ModuleSetting,
  cwd: string,
): Promise<Factory<Opened, Context>> {
  const { default: factory } = await importModule(module, cwd);
  if (typeof factory === "function") return factory as Factory<Opened, Context>;
  throw refusedModule(module, `its module must export a function as default: (options, { cwd }) => ${module.gives}`);
}

export function refusedModule({ setting, named }: ModuleSetting, problem: string): CliError {
  return new CliError("config_invalid", `${setting} ${named}: ${problem}`);
}

async function importModule(module: ModuleSetting, cwd: string): Promise<{ readonly default?: unknown }> {
  const { named } = module;
  try {
    const path = named.startsWith(".") || isAbsolute(named) ? resolve(cwd, named) : fromPackage(named, cwd);
    return (await import(path === null ? named : pathToFileURL(path).href)) as { readonly default?: unknown };
  } catch (error) {
    throw refusedModule(module, `it cannot be loaded: ${(error as Error).message}`);
  }
}

/** As a file in the working folder would find it; null: only the installation of Momiji may. */
function fromPackage(named: string, cwd: string): string | null {
  try {
    return createRequire(join(cwd, "package.json")).resolve(named);
  } catch {
    return null;
  }
}
