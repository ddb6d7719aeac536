/** The log store that the settings name: a module of the user's, or that of a package. */
import type { LogStore, LogStoreContext } from "@momiji/sdk";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";
import { loadFactory, readOptions, refusedModule } from "../outside-module.ts";
import { systemClock } from "../system-clock.ts";

const NEEDED = ["append", "end", "read", "remove", "removeBefore"] as const satisfies readonly (keyof LogStore)[];

/** Null: none is configured. @throws CliError `config_invalid` that says what is wrong with it */
export async function openLogStore({ logs }: Pick<Config, "logs">, cwd: string): Promise<LogStore | null> {
  if (logs.store === "") return null;
  const options = readOptions("logs.storeKwargs", logs.storeKwargs);
  const module = { setting: "logs.store", named: logs.store, gives: "a LogStore" };
  const open = await loadFactory<LogStore, LogStoreContext>(module, cwd);
  let store: LogStore;
  try {
    store = await open(options, { cwd, clock: systemClock });
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw refusedModule(module, `it could not be opened: ${(error as Error).message}`);
  }
  const missing = NEEDED.find((name) => typeof store?.[name] !== "function");
  if (missing !== undefined) throw refusedModule(module, `what its function returned has no ${missing}()`);
  return typeof store.name === "string" && store.name !== "" ? store : Object.assign(store, { name: module.named });
}
