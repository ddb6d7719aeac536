/** The secrets backend that the settings name: one that comes along, a module of the user's, or that of a package. */
import type { SecretsBackend, SecretsBackendContext, SecretsBackendFactory } from "@momiji/sdk";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";
import { loadFactory, type ModuleSetting, readOptions, refusedModule } from "../outside-module.ts";
import { localFilesystem } from "./local-filesystem.ts";

/** By Airflow's name too, so that a configuration can be carried over. */
const BUILT_IN: ReadonlyMap<string, SecretsBackendFactory> = new Map([
  ["local-filesystem", localFilesystem],
  ["airflow.secrets.local_filesystem.LocalFilesystemBackend", localFilesystem],
]);

/** Backends of packages by Airflow's names. */
const OF_PACKAGES: ReadonlyMap<string, string> = new Map([
  ["airflow.providers.amazon.aws.secrets.secrets_manager.SecretsManagerBackend", "@momiji/amazon/secrets-backend"],
  [
    "airflow.providers.amazon.aws.secrets.systems_manager.SystemsManagerParameterStoreBackend",
    "@momiji/amazon/parameters-backend",
  ],
]);

/** Null: none is configured. @throws CliError `config_invalid` that says what is wrong with it */
export async function openBackend({ secrets }: Pick<Config, "secrets">, cwd: string): Promise<SecretsBackend | null> {
  const { backend: named, backendKwargs } = secrets;
  if (named === "") return null;
  const options = readOptions("secrets.backendKwargs", backendKwargs);
  const module = { setting: "secrets.backend", named: OF_PACKAGES.get(named) ?? named, gives: "a SecretsBackend" };
  const open = BUILT_IN.get(named) ?? (await loadFactory<SecretsBackend, SecretsBackendContext>(module, cwd));
  try {
    return checked(await open(options, { cwd }), module);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw refusedModule(module, `it could not be opened: ${(error as Error).message}`);
  }
}

function checked(backend: SecretsBackend, module: ModuleSetting): SecretsBackend {
  const isOne =
    typeof backend === "object" &&
    backend !== null &&
    (typeof backend.variable === "function" || typeof backend.connection === "function");
  if (!isOne) throw refusedModule(module, "what its function returned has neither variable(key) nor connection(id)");
  const { name } = backend;
  return typeof name === "string" && name !== "" ? backend : Object.assign(backend, { name: module.named });
}
