/** `momiji connections ...`: as Airflow's. Those of a home are read from its store; changes, and all of servers elsewhere, go through the server. */
import { presentConnection } from "@momiji/api";
import {
  addConnectionHint,
  connectionJson,
  ConnectionInvalid,
  type ConnectionRecord,
  connectionUri,
  extraOf,
  type Json,
  parseConnectionJson,
} from "@momiji/core";
import type { Command } from "commander";
import type { CommandContext, Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { formatRows, readFormat, type Row } from "../output.ts";
import { withApi } from "../presets/api-in-process.ts";
import { readSettings, readVault } from "../presets/stored-settings.ts";
import { entriesText, type FileFormat, formatOf, readEntries, writeEntries } from "../settings-file.ts";
import { type AddOptions, connectionOfOptions } from "./connections/add-options.ts";
import { connectElsewhere } from "../server/connect.ts";
import { acting, type PlaceOptions } from "../server/place.ts";
import { readList } from "../server/read-list.ts";

const CONNECTIONS = "/api/v2/connections";
const CONNECTION = "/api/v2/connections/{connection_id}";
const COLUMNS = ["conn_id", "conn_type", "description", "host", "schema", "login", "password", "port", "extra"];

interface HomeOption {
  home?: string;
}

export const registerConnections: Register = (parent, context) => {
  const connections = parent.command("connections").description("list, read, add and remove connections");
  for (const register of [list, get, test, add, remove, importFile, exportFile]) register(connections, context);
};

interface ListOptions extends PlaceOptions {
  readonly output: string;
  readonly showValues?: boolean;
  readonly hideSensitive?: boolean;
}

function list(parent: Command, context: CommandContext): void {
  acting(parent.command("list"))
    .description("list the connections of the store")
    .option("--show-values", "show all fields, with passwords, which a server elsewhere hides")
    .option("--hide-sensitive", "with --show-values: hide passwords and sensitive extras")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (options: ListOptions) => {
      const format = readFormat(options.output);
      const client = await connectElsewhere(context, options);
      const rows =
        client === null ? await listHere(context, options) : (await readList(client, CONNECTIONS)).map(shownThere);
      const shown =
        options.showValues === true
          ? rows
          : rows.map(({ conn_id, conn_type, description }) => ({ conn_id, conn_type, description }));
      context.print(await formatRows(shown, options.showValues === true ? COLUMNS : COLUMNS.slice(0, 3), format));
    });
}

async function listHere(context: CommandContext, options: ListOptions): Promise<Row[]> {
  const all = await readVault(context, context.home(options), (vault) => vault.listConnections());
  return all.map((listed): Row => {
    if ("problem" in listed) return { conn_id: listed.name, description: listed.problem.message };
    return options.hideSensitive === true ? hidden(listed.whole) : fields(listed.whole);
  });
}

function get(parent: Command, context: CommandContext): void {
  acting(parent.command("get"))
    .description("show a connection, in the clear unless a server elsewhere is asked")
    .argument("<conn_id>", "id of the connection")
    .option("-o, --output <format>", "table, json, yaml or plain", "table")
    .action(async (connectionId: string, options: PlaceOptions & { output: string }) => {
      const format = readFormat(options.output);
      const client = await connectElsewhere(context, options);
      if (client !== null) {
        const params = { path: { connection_id: connectionId } };
        return context.print(await formatRows([shownThere(await client.get(CONNECTION, { params }))], COLUMNS, format));
      }
      // As a task would find it.
      const found = await readSettings(context, context.home(options), (settings) => settings.connection(connectionId));
      if (found === undefined) {
        throw new CliError("not_found", `there is no connection ${connectionId}`, addConnectionHint(connectionId));
      }
      context.print(
        await formatRows([{ ...fields(found), get_uri: connectionUri(found) }], [...COLUMNS, "get_uri"], format),
      );
    });
}

function test(parent: Command, context: CommandContext): void {
  parent
    .command("test")
    .description("connect with it from here, as far as to log in; exit code 1 if it does not work")
    .argument("<conn_id>", "id of the connection")
    .option("--home <dir>", "home folder")
    .action(async (connectionId: string, options: HomeOption) => {
      const { config } = await context.config();
      if (config.core.testConnection !== "enabled")
        throw new CliError("refused", "testing connections is disabled", "set core.testConnection to enabled");
      const found = await readSettings(context, context.home(options), (settings) => settings.connection(connectionId));
      if (found === undefined)
        throw new CliError("not_found", `there is no connection ${connectionId}`, addConnectionHint(connectionId));
      const { testConnection } = await import("../presets/test-connection.ts");
      const { anywhere } = await import("@momiji/operators");
      const { status, message } = await testConnection(found, anywhere);
      if (!status)
        throw new CliError(
          "refused",
          `connection ${connectionId} does not work: ${message}`,
          `\`momiji connections get ${connectionId}\` shows its fields`,
        );
      context.print(`Connection ${connectionId} works: ${message}\n`);
    });
}

function add(parent: Command, context: CommandContext): void {
  acting(parent.command("add"))
    .description("add a connection: as a URI, as JSON, or by its fields")
    .argument("<conn_id>", "id of the connection")
    .option("--conn-uri <uri>", "the whole connection: type://login:password@host:port/schema?extra=value")
    .option("--conn-json <json>", "the whole connection as a JSON object")
    .option("--conn-type <type>", "type: postgres, http, aws, ...")
    .option("--conn-description <text>", "what it is for")
    .option("--conn-host <host>", "host")
    .option("--conn-login <login>", "user")
    .option("--conn-password <password>", "password")
    .option("--conn-schema <schema>", "schema (of a database: its name)")
    .option("--conn-port <port>", "port")
    .option("--conn-extra <json>", "whatever else its type takes, a JSON object")
    .action(async (connectionId: string, options: PlaceOptions & AddOptions) => {
      const record = valid(() => connectionOfOptions(connectionId, options));
      await withApi(context, options, (client) => client.post(CONNECTIONS, { body: body(record) }));
      context.print(`Connection ${connectionId} is added\n`);
    });
}

function remove(parent: Command, context: CommandContext): void {
  acting(parent.command("delete"))
    .description("remove a connection")
    .argument("<conn_id>", "id of the connection")
    .action(async (connectionId: string, options: PlaceOptions) => {
      const params = { path: { connection_id: connectionId } };
      await withApi(context, options, (client) => client.delete(CONNECTION, { params }));
      context.print(`Connection ${connectionId} is gone\n`);
    });
}

function importFile(parent: Command, context: CommandContext): void {
  acting(parent.command("import"))
    .description("read connections from a JSON, YAML or .env file; those that are there already are left alone")
    .argument("<file>", "the file: ids to URIs, or to objects of fields")
    .option("--overwrite", "replace those that are there already")
    .action(async (file: string, options: PlaceOptions & { overwrite?: boolean }) => {
      const entries = Object.entries(await readEntries(context.cwd, file));
      const entities = entries.map(([id, entry]) => body(valid(() => parseConnectionJson(id, entry))));
      const action = {
        action: "create",
        entities,
        action_on_existence: options.overwrite === true ? "overwrite" : "skip",
      } as const;
      const given: unknown = await withApi(context, options, (client) =>
        client.patch(CONNECTIONS, { body: { actions: [action] } }),
      );
      const answer = given as { create: { success: string[]; errors: { error: string }[] } };
      const [failed] = answer.create.errors;
      if (failed !== undefined) throw new CliError("refused", failed.error);
      context.print(`${answer.create.success.length} of ${entities.length} connections were written\n`);
    });
}

interface ExportOptions extends HomeOption {
  fileFormat?: string;
  serializationFormat: string;
}

function exportFile(parent: Command, context: CommandContext): void {
  parent
    .command("export")
    .description("write all connections to a file, in the clear; - is standard output")
    .argument("<file>", "the file; its name says the format unless --file-format does")
    .option("--file-format <format>", "json, yaml or env")
    .option("--serialization-format <format>", "in .env files: uri or json", "uri")
    .option("--home <dir>", "home folder")
    .action(async (file: string, options: ExportOptions) => {
      const format = options.fileFormat === undefined ? formatOf(file) : formatOf(`x.${options.fileFormat}`);
      const all = await readVault(context, context.home(options), (vault) => vault.listConnections());
      const records = all.map((listed) => {
        if ("problem" in listed) throw listed.problem;
        return listed.whole;
      });
      const text = await fileText(records, format, options.serializationFormat);
      if (file === "-") return context.print(text);
      writeEntries(context.cwd, file, text);
      context.print(`${records.length} connections were written to ${file}\n`);
    });
}

async function fileText(
  records: readonly ConnectionRecord[],
  format: FileFormat,
  serialization: string,
): Promise<string> {
  if (format !== "env") {
    return entriesText(
      Object.fromEntries(records.map((record) => [record.connectionId, connectionJson(record) as Json])),
      format,
    );
  }
  if (serialization !== "uri" && serialization !== "json") {
    throw new CliError("usage", `--serialization-format must be uri or json, not ${JSON.stringify(serialization)}`);
  }
  const one = (record: ConnectionRecord): string =>
    serialization === "uri" ? connectionUri(record) : JSON.stringify(connectionJson(record));
  return records.map((record) => `${record.connectionId}=${one(record)}\n`).join("");
}

function fields({ connectionId, type, extra, ...rest }: ConnectionRecord): Row {
  return {
    conn_id: connectionId,
    conn_type: type,
    ...rest,
    extra: extra === null ? {} : extraOf({ connectionId, type, extra, ...rest }),
  };
}

function hidden(record: ConnectionRecord): Row {
  return shownThere(presentConnection(record));
}

/** As a server shows it, without its secrets. */
function shownThere({ connection_id, team_name: _team, ...shown }: ReturnType<typeof presentConnection>): Row {
  return { conn_id: connection_id, ...shown };
}

/** As the server takes it. */
function body({ connectionId, type, ...rest }: ConnectionRecord) {
  return { connection_id: connectionId, conn_type: type, ...rest };
}

function valid<Value>(make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConnectionInvalid) throw new CliError("usage", error.message, "correct the connection");
    throw error;
  }
}
