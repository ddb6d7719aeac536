/** Opens the store of a home, for the server or beside it. */
import { existsSync } from "node:fs";
import type { Store } from "@momiji/store";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";
import type { Home } from "../home.ts";

export async function openStoreToWrite(home: Home, config: Config): Promise<Store> {
  const { openSqliteStore } = await import("@momiji/store");
  const synchronous = config.store.synchronous === "NORMAL" ? "normal" : "full";
  return explained(() =>
    openSqliteStore({ path: home.store, synchronous, pausedAtCreation: config.core.pausedAtCreation }),
  );
}

export async function openStoreToRead(home: Home): Promise<Store> {
  if (!existsSync(home.store)) {
    throw new CliError(
      "not_found",
      `there is no store in the home ${home.folder}`,
      "start `momiji standalone` once, or name the right home with --home",
    );
  }
  const { openSqliteStore } = await import("@momiji/store");
  return explained(() => openSqliteStore({ path: home.store, readOnly: true }));
}

/** The store's own errors carry what to do; the command line adds its exit code. */
async function explained(open: () => Promise<Store>): Promise<Store> {
  try {
    return await open();
  } catch (error) {
    const remedy = (error as { remedy?: string }).remedy;
    throw new CliError("store_unusable", (error as Error).message, ...(remedy === undefined ? [] : [remedy]));
  }
}
