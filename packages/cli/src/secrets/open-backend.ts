/** The secrets backend that the settings name: one that comes along, a module of the user's, or that of a package. */
import { createRequire } from "node:module";
import { isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Json } from "@momiji/core";
import type { SecretsBackend, SecretsBackendFactory } from "@momiji/sdk";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";
import { localFilesystem } from "./local-filesystem.ts";

/** By Airflow's name too, so that a configuration can be carried over. */
const BUILT_IN: ReadonlyMap<string, SecretsBackendFactory> = new Map([
  ["local-filesystem", localFilesystem],
  ["airflow.secrets.local_filesystem.LocalFilesystemBackend", localFilesystem],
]);

/** Null: none is configured. @throws CliError `config_invalid` that says what is wrong with it */
export async function openBackend({ secrets }: Pick<Config, "secrets">, cwd: string): Promise<SecretsBackend | null> {
  const { backend: named, backendKwargs } = secrets;
  if (named === "") return null;
  const options = readOptions(backendKwargs);
  const open = BUILT_IN.get(named) ?? (await load(named, cwd));
  try {
    return checked(await open(options, { cwd }), named);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw refused(named, `it could not be opened: ${(error as Error).message}`);
  }
}

function readOptions(text: string): { readonly [name: string]: Json } {
  try {
    const options = JSON.parse(text) as Json;
    if (typeof options === "object" && options !== null && !Array.isArray(options))
      return options as { readonly [name: string]: Json };
  } catch {
    // The parser's own words quote the text, and it may hold secrets.
  }
  throw new CliError("config_invalid", "secrets.backendKwargs must be a JSON object");
}

async function load(named: string, cwd: string): Promise<SecretsBackendFactory> {
  const { default: factory } = await importModule(named, cwd);
  if (typeof factory === "function") return factory as SecretsBackendFactory;
  throw refused(named, "its module must export a function as default: (options, { cwd }) => a SecretsBackend");
}

async function importModule(named: string, cwd: string): Promise<{ readonly default?: unknown }> {
  try {
    const path = named.startsWith(".") || isAbsolute(named) ? resolve(cwd, named) : fromPackage(named, cwd);
    return (await import(path === null ? named : pathToFileURL(path).href)) as { readonly default?: unknown };
  } catch (error) {
    throw refused(named, `it cannot be loaded: ${(error as Error).message}`);
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

function checked(backend: SecretsBackend, named: string): SecretsBackend {
  const isOne =
    typeof backend === "object" &&
    backend !== null &&
    (typeof backend.variable === "function" || typeof backend.connection === "function");
  if (!isOne) throw refused(named, "what its function returned has neither variable(key) nor connection(id)");
  return typeof backend.name === "string" && backend.name !== "" ? backend : Object.assign(backend, { name: named });
}

function refused(named: string, problem: string): CliError {
  return new CliError("config_invalid", `secrets.backend ${named}: ${problem}`);
}
