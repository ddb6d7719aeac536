/** Variables and connections that people have set in a home, for commands that only read them. */
import { existsSync } from "node:fs";
import { type Settings, settingsChain, Vault } from "@momiji/api";
import type { Config } from "../config/options.ts";
import type { CommandContext } from "../context.ts";
import type { Home } from "../home.ts";
import { openStoreToRead } from "./open-store.ts";
import { loadKeys } from "./secret-keys.ts";

export interface StoredSettings {
  readonly settings: Settings;
  close(): Promise<void>;
}

/** Those of the home that is chosen; nothing where there is no store yet. */
export async function openStoredSettings(context: CommandContext, config: Config): Promise<StoredSettings> {
  const home = context.home({});
  if (!existsSync(home.store)) return { settings: settingsChain([]), close: () => Promise.resolve() };
  const store = await openStoreToRead(home);
  return { settings: new Vault(store, loadKeys(home, config)), close: () => store.close() };
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
