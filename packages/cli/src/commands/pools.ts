/** `momiji pools ...`: as Airflow's. All of it goes through the server, which knows who holds slots. */
import type { components } from "@momiji/client";
import type { Json } from "@momiji/core";
import type { Command } from "commander";
import type { CommandContext, Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { formatRows, readFormat } from "../output.ts";
import { withApi } from "../presets/api-in-process.ts";
import { entriesText, readEntries, writeEntries } from "../settings-file.ts";
import { acting, type PlaceOptions } from "../server/place.ts";

const POOLS = "/api/v2/pools";
const POOL = "/api/v2/pools/{pool_name}";
const named = (name: string) => ({ params: { path: { pool_name: name } } });
const COLUMNS = ["pool", "slots", "description", "include_deferred", "occupied_slots", "open_slots"];

type Pool = components["schemas"]["PoolResponse"];
type NewPool = components["schemas"]["PoolBody"];

interface Options extends PlaceOptions {
  output: string;
}

export const registerPools: Register = (parent, context) => {
  const pools = parent.command("pools").description("list, make, change and remove pools");
  for (const register of [list, get, set, remove, importFile, exportFile]) register(pools, context);
};

function command(parent: Command, name: string, about: string): Command {
  return acting(parent.command(name))
    .description(about)
    .option("-o, --output <format>", "table, json, yaml or plain", "table");
}

function list(parent: Command, context: CommandContext): void {
  command(parent, "list", "list the pools, with who holds their slots").action(async (options: Options) => {
    await show(context, options, await all(context, options));
  });
}

function get(parent: Command, context: CommandContext): void {
  command(parent, "get", "show a pool")
    .argument("<pool>", "name of the pool")
    .action(async (name: string, options: Options) => {
      const pool = await withApi(context, options, (client) => client.get(POOL, named(name)));
      await show(context, options, [pool]);
    });
}

function set(parent: Command, context: CommandContext): void {
  command(parent, "set", "make a pool, or change one")
    .argument("<pool>", "name of the pool")
    .argument("<slots>", "number of slots; -1: without limit")
    .argument("[description]", "what it is for", "")
    .option("--include-deferred", "deferred tasks keep their slots")
    .action(async (...given: [string, string, string, Options & { includeDeferred?: boolean }]) => {
      const [name, slots, description, options] = given;
      const pool = {
        name,
        slots: readSlots(name, slots),
        description,
        include_deferred: options.includeDeferred === true,
      };
      await write(context, options, [pool]);
      const written = await withApi(context, options, (client) => client.get(POOL, named(name)));
      await show(context, options, [written]);
    });
}

function remove(parent: Command, context: CommandContext): void {
  command(parent, "delete", "remove a pool; tasks that name it wait until there is one again")
    .argument("<pool>", "name of the pool")
    .action(async (name: string, options: Options) => {
      await withApi(context, options, (client) => client.delete(POOL, named(name)));
      context.print(`Pool ${name} is gone\n`);
    });
}

function importFile(parent: Command, context: CommandContext): void {
  command(parent, "import", "make or change pools from a JSON file")
    .argument("<file>", "the file: names to { slots, description, include_deferred }")
    .action(async (file: string, options: Options) => {
      const entries = Object.entries(await readEntries(context.cwd, file));
      await write(
        context,
        options,
        entries.map(([name, entry]) => poolOf(file, name, entry)),
      );
      context.print(`${entries.length} pools were written\n`);
    });
}

function exportFile(parent: Command, context: CommandContext): void {
  command(parent, "export", "write all pools to a JSON file; - is standard output")
    .argument("<file>", "the file")
    .action(async (file: string, options: Options) => {
      const pools = await all(context, options);
      const entries = pools.map(({ name, slots, description, include_deferred }) => [
        name,
        { slots, description: description ?? "", include_deferred },
      ]);
      const text = await entriesText(Object.fromEntries(entries), "json");
      if (file === "-") return context.print(text);
      writeEntries(context.cwd, file, text);
      context.print(`${entries.length} pools were written to ${file}\n`);
    });
}

async function all(context: CommandContext, options: Options): Promise<Pool[]> {
  const { items } = await import("@momiji/client");
  return withApi(context, options, (client) => Array.fromAsync(items(client, POOLS)));
}

async function write(context: CommandContext, options: Options, entities: readonly NewPool[]): Promise<void> {
  const create = { action: "create", entities, action_on_existence: "overwrite" } as const;
  await withApi(context, options, (client) => client.patch(POOLS, { body: { actions: [create] } }));
}

async function show(context: CommandContext, { output }: Options, pools: readonly Pool[]): Promise<void> {
  const rows = pools.map(({ name, ...rest }) => ({ pool: name, ...rest }));
  context.print(await formatRows(rows, COLUMNS, readFormat(output)));
}

function poolOf(file: string, name: string, entry: Json): NewPool {
  const { slots, description = "", include_deferred = false } = (entry ?? {}) as { readonly [field: string]: Json };
  if (typeof slots !== "number") throw new CliError("usage", `${file}: pool ${name} has no number of slots`);
  return {
    name,
    slots,
    description: typeof description === "string" ? description : "",
    include_deferred: include_deferred === true,
  };
}

function readSlots(name: string, text: string): number {
  const slots = Number(text);
  if (Number.isInteger(slots) && slots >= -1) return slots;
  throw new CliError(
    "usage",
    `the slots of pool ${name} must be a whole number, -1 for no limit, not ${JSON.stringify(text)}`,
  );
}
