/**
 * Variables and connections from files (Airflow's `LocalFilesystemBackend`): JSON, YAML or `.env`, in the forms that
 * `export` writes. They are read at each question, so that a change counts from then on.
 */
import { type Json, pythonJson } from "@momiji/core";
import type { SecretsBackendFactory } from "@momiji/sdk";
import { CliError } from "../errors.ts";
import { readEntries } from "../settings-file.ts";

const OPTIONS = ["variables_file_path", "connections_file_path"] as const;
type Option = (typeof OPTIONS)[number];

export const localFilesystem: SecretsBackendFactory = (options, { cwd }) => {
  const { variables_file_path: variables, connections_file_path: connections } = checked(options);
  const files = [variables, connections].filter((file) => file !== undefined);
  return {
    name: `local-filesystem (${files.join(", ")})`,
    variable: async (key) => {
      const found = await entryOf(cwd, variables, key);
      return found === undefined ? undefined : typeof found === "string" ? found : pythonJson(found);
    },
    connection: (id) => entryOf(cwd, connections, id),
  };
};

async function entryOf(cwd: string, file: string | undefined, name: string): Promise<Json | undefined> {
  if (file === undefined) return undefined;
  const entries = await readEntries(cwd, file);
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** @throws CliError `config_invalid` */
function checked(options: { readonly [name: string]: Json }): { readonly [option in Option]?: string } {
  for (const [name, value] of Object.entries(options)) {
    if (!(OPTIONS as readonly string[]).includes(name))
      throw refused(`there is no ${name}; known are ${OPTIONS.join(" and ")}`);
    if (typeof value !== "string") throw refused(`${name} must be the path of a file`);
  }
  if (Object.keys(options).length === 0) throw refused(`one of ${OPTIONS.join(" and ")} is needed`);
  return options;
}

function refused(problem: string): CliError {
  return new CliError("config_invalid", `secrets.backendKwargs of local-filesystem: ${problem}`);
}
