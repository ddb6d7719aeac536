/** `momiji variables ...`: as Airflow's. Those of a home are read from its store; changes, and all of servers elsewhere, go through the server. */
import type { Variable } from "@momiji/api";
import { isSensitiveName, type Json, pythonJson, REDACTED, setVariableHint } from "@momiji/core";
import type { MomijiClient } from "@momiji/client";
import type { Command } from "commander";
import type { CommandContext, Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { formatRows, readFormat } from "../output.ts";
import { withApi } from "../presets/api-in-process.ts";
import { readSettings, readVault } from "../presets/stored-settings.ts";
import { entriesText, formatOf, readEntries, writeEntries } from "../settings-file.ts";
import { connectElsewhere } from "../server/connect.ts";
import { acting, type PlaceOptions } from "../server/place.ts";
import { readList } from "../server/read-list.ts";

const VARIABLES = "/api/v2/variables";
const VARIABLE = "/api/v2/variables/{variable_key}";

interface HomeOption {
  home?: string;
}

export const registerVariables: Register = (parent, context) => {
  const variables = parent.command("variables").description("list, read, set and remove variables");
  for (const register of [list, get, set, remove, importFile, exportFile]) register(variables, context);
};

interface ListOptions extends PlaceOptions {
  readonly output: string;
  readonly showValues?: boolean;
  readonly hideSensitive?: boolean;
}

function list(parent: Command, context: CommandContext): void {
  acting(parent.command("list"))
    .description("list the variables of the store")
    .option("--show-values", "show their values; a server elsewhere hides secrets")
    .option("--hide-sensitive", "with --show-values: hide those whose names say that they are secrets")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: ListOptions) => {
      const format = readFormat(options.output);
      const client = await connectElsewhere(context, options);
      const rows = client === null ? await listHere(context, options) : await readList(client, VARIABLES);
      const shown = options.showValues === true ? rows : rows.map(({ key, description }) => ({ key, description }));
      const columns = options.showValues === true ? ["key", "value", "description"] : ["key", "description"];
      context.print(await formatRows(shown, columns, format));
    });
}

async function listHere(context: CommandContext, options: ListOptions) {
  const all = await readVault(context, context.home(options), (vault) => vault.listVariables());
  return all.map((listed) => {
    if ("problem" in listed) return { key: listed.name, description: listed.problem.message, value: null };
    const { key, value, description } = listed.whole;
    return { key, description, value: options.hideSensitive === true && isSensitiveName(key) ? REDACTED : value };
  });
}

function get(parent: Command, context: CommandContext): void {
  acting(parent.command("get"))
    .description("print the value of a variable; a server elsewhere hides secrets")
    .argument("<key>", "name of the variable")
    .option("-d, --default <value>", "what to print if there is none")
    .option("-j, --json", "read the value as JSON")
    .action(async (key: string, options: PlaceOptions & { default?: string; json?: boolean }) => {
      const client = await connectElsewhere(context, options);
      // Of a home as a task would find it.
      const found =
        client === null
          ? await readSettings(context, context.home(options), (settings) => settings.variable(key))
          : await valueOn(client, key);
      const value = found ?? options.default;
      if (value === undefined) {
        throw new CliError("not_found", `there is no variable ${key}`, setVariableHint(key));
      }
      context.print(`${options.json === true ? JSON.stringify(readJson(key, value), null, 2) : value}\n`);
    });
}

/** Undefined: there is none, or no key of the server opens it. */
async function valueOn(client: MomijiClient, key: string): Promise<string | undefined> {
  try {
    return (await client.get(VARIABLE, { params: { path: { variable_key: key } } })).value ?? undefined;
  } catch (error) {
    if (error instanceof CliError && error.code === "not_found") return undefined;
    throw error;
  }
}

function set(parent: Command, context: CommandContext): void {
  acting(parent.command("set"))
    .description("create a variable, or give it another value")
    .argument("<key>", "name of the variable")
    .argument("<value>", "its value")
    .option("-j, --json", "the value is JSON")
    .option("--description <text>", "what it is for")
    .action(async (key: string, given: string, options: PlaceOptions & { json?: boolean; description?: string }) => {
      const value = options.json === true ? readJson(key, given) : given;
      const description = options.description === undefined ? {} : { description: options.description };
      await write(context, options, {
        entities: [{ key, value, ...description }],
        onExisting: "overwrite",
      });
      context.print(`Variable ${key} is set\n`);
    });
}

function remove(parent: Command, context: CommandContext): void {
  acting(parent.command("delete"))
    .description("remove a variable")
    .argument("<key>", "name of the variable")
    .action(async (key: string, options: PlaceOptions) => {
      const params = { path: { variable_key: key } };
      await withApi(context, options, (client) => client.delete(VARIABLE, { params }));
      context.print(`Variable ${key} is gone\n`);
    });
}

const ON_EXISTING = ["overwrite", "fail", "skip"] as const;

function importFile(parent: Command, context: CommandContext): void {
  acting(parent.command("import"))
    .description("read variables from a JSON, YAML or .env file")
    .argument("<file>", "the file: names to values, or to { value, description }")
    .option("-a, --action-on-existing-key <action>", ON_EXISTING.join(", "), "overwrite")
    .action(async (file: string, options: PlaceOptions & { actionOnExistingKey: string }) => {
      const onExisting = ON_EXISTING.find((known) => known === options.actionOnExistingKey);
      if (onExisting === undefined) {
        throw new CliError("usage", `--action-on-existing-key must be one of ${ON_EXISTING.join(", ")}`);
      }
      const entries = Object.entries(await readEntries(context.cwd, file));
      const entities = entries.map(([key, entry]) => ({ key, ...described(entry) }));
      const written = await write(context, options, { entities, onExisting });
      context.print(`${written} of ${entities.length} variables were written\n`);
    });
}

function exportFile(parent: Command, context: CommandContext): void {
  parent
    .command("export")
    .description("write all variables to a JSON or YAML file, in the clear; - is standard output")
    .argument("<file>", "the file")
    .option("--home <dir>", "home folder")
    .action(async (file: string, options: HomeOption) => {
      const format = formatOf(file, ["json", "yaml"]) as "json" | "yaml";
      const all = await readVault(context, context.home(options), (vault) => vault.listVariables());
      const entries = all.map((listed): [string, Json] => {
        if ("problem" in listed) throw listed.problem;
        return [listed.whole.key, exported(listed.whole)];
      });
      const text = await entriesText(Object.fromEntries(entries), format);
      if (file === "-") return context.print(text);
      writeEntries(context.cwd, file, text);
      context.print(`${entries.length} variables were written to ${file}\n`);
    });
}

interface Writing {
  readonly entities: readonly { readonly key: string; readonly value: Json }[];
  readonly onExisting: (typeof ON_EXISTING)[number];
}

/** How many were written. @throws CliError `refused` with the first that was not */
async function write(context: CommandContext, options: PlaceOptions, writing: Writing): Promise<number> {
  const { entities, onExisting } = writing;
  const create = { action: "create", entities, action_on_existence: onExisting } as const;
  const given: unknown = await withApi(context, options, (client) =>
    client.patch(VARIABLES, { body: { actions: [create] } }),
  );
  const answer = given as {
    create: { success: string[]; errors: { error: string }[] };
  };
  const [failed] = answer.create.errors;
  if (failed !== undefined) throw new CliError("refused", failed.error, `${answer.create.success.length} were written`);
  return answer.create.success.length;
}

/** Airflow's form with a description, or the bare value; what is no text is kept as its JSON. */
function described(entry: Json): { value: Json; description?: string } {
  const isObject = typeof entry === "object" && entry !== null && !Array.isArray(entry);
  const { value, description, ...rest } = (isObject ? entry : {}) as { readonly [name: string]: Json };
  if (value === undefined || Object.keys(rest).length > 0) return { value: textOf(entry) };
  return { value: textOf(value), ...(typeof description === "string" ? { description } : {}) };
}

function textOf(value: Json): Json {
  return typeof value === "string" ? value : pythonJson(value);
}

/** A value that is JSON is written as JSON, as Airflow does. */
function exported({ value, description }: Variable): Json {
  const shown = parsedOr(value);
  return description === null ? shown : { value: shown, description };
}

function parsedOr(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function readJson(key: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CliError("usage", `the value of ${key} is not JSON`, "leave --json out, or correct the value");
  }
}
