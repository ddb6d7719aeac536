/** Variables and connections as commands read them: those of a home, and wherever tasks would find them. */
import { existsSync } from "node:fs";
import { type Settings, settingsChain, Vault } from "@momiji/api";
import type { Config } from "../config/options.ts";
import type { CommandContext } from "../context.ts";
import type { Home } from "../home.ts";
import { openStoreToRead } from "./open-store.ts";
import { loadKeys } from "./secret-keys.ts";
import { openSettings, type OpenSettings } from "./settings-places.ts";

/** For running tasks in this process, with the home that is chosen; nothing is stored where there is no store yet. */
export async function openTaskSettings(context: CommandContext, config: Config): Promise<OpenSettings> {
  const home = context.home({});
  if (!existsSync(home.store)) return open(context, config, settingsChain([]));
  const store = await openStoreToRead(home);
  const { settings, close } = await open(context, config, new Vault(store, loadKeys(home, config)));
  return {
    settings,
    close: async () => {
      await close();
      await store.close();
    },
  };
}

type ReadSettings<Result> = (settings: Settings) => Promise<Result>;

/** As a task of the home would find them. The store is opened only if it comes to that. */
export function readSettings<Result>(context: CommandContext, home: Home, read: ReadSettings<Result>): Promise<Result> {
  const stored: Settings = {
    variable: (key) => readVault(context, home, (vault) => vault.variable(key)),
    connection: (id) => readVault(context, home, (vault) => vault.connection(id)),
  };
  return readWith(context, stored, read);
}

/** The same, of a home that may not have been started yet: nothing is stored in it then. */
export function readSettingsSoFar<Result>(
  context: CommandContext,
  home: Home,
  read: ReadSettings<Result>,
): Promise<Result> {
  return existsSync(home.store) ? readSettings(context, home, read) : readWith(context, settingsChain([]), read);
}

async function readWith<Result>(
  context: CommandContext,
  stored: Settings,
  read: ReadSettings<Result>,
): Promise<Result> {
  const { config } = await context.config();
  const { settings, close } = await open(context, config, stored);
  try {
    return await read(settings);
  } finally {
    await close();
  }
}

function open(context: CommandContext, config: Config, stored: Settings): Promise<OpenSettings> {
  const { cwd, env, clock, warn } = context;
  return openSettings({ config, cwd, env, stored, clock, warn: (message) => warn(`${message}\n`) });
}

/** Reads a home's secrets beside its running server. */
export async function readVault<Result>(
  context: CommandContext,
  home: Home,
  read: (vault: Vault) => Promise<Result>,
): Promise<Result> {
  const { config } = await context.config();
  return context.readStore(home, (store) => read(new Vault(store, loadKeys(home, config))));
}
