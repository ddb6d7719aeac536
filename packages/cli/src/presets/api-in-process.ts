/**
 * The server of a home without its port: for commands that change something while no server runs. They go the same way
 * through the same routes, so that there is one set of rules.
 */
import { createApiServer } from "@momiji/api";
import { createMasker } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { Client } from "../client.ts";
import { answerOf, connect } from "../client.ts";
import type { Config } from "../config/options.ts";
import type { CommandContext } from "../context.ts";
import { CliError } from "../errors.ts";
import { type Home, lockHome, prepareHome } from "../home.ts";
import { VERSION } from "../version.ts";
import { apiReads } from "./api-reads.ts";
import { accessSettings } from "./access-settings.ts";
import { secretsOf } from "./environment-settings.ts";
import { executorCapacities } from "./executor-capacities.ts";
import { createDagRemover } from "./dag-remover.ts";
import { openLogStore } from "../logs/open-log-store.ts";
import { openStoreToWrite } from "./open-store.ts";
import { loadOrMakeKeys, saveKey } from "./secret-keys.ts";

/** The running server of the home; where none runs, the same routes in this process, which holds the home meanwhile. */
export async function withApi<Result>(
  context: CommandContext,
  home: Home,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { config } = await context.config();
  prepareHome(home);
  const unlock = tryLock(home);
  if (unlock === null) return use(connect(home));
  try {
    const store = await openStoreToWrite(home, config);
    const api = createApiServer({
      store,
      clock: context.clock,
      token: "",
      version: VERSION,
      access: accessSettings(config),
      keys: loadOrMakeKeys(home, config),
      secrets: createMasker(secretsOf(context.env)),
      saveKey: (key) => saveKey(home, config, key),
      executors: executorCapacities(config),
      catchupLimit: config.core.catchupLimit,
      ...apiReads(home, null),
      reserialize: () => Promise.resolve(),
      removeDag: (dagId) => removeDag(context, { home, config, store }, dagId),
      onError: (error) => context.warn(`${(error as Error).message}\n`),
    });
    const call = async (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", url: string, payload?: unknown) => {
      const headers = { authorization: "Bearer " };
      const options = { method, url, headers, ...(payload === undefined ? {} : { payload: payload as object }) };
      const { statusCode, payload: text } = await api.inject(options);
      return answerOf(statusCode, text);
    };
    try {
      return await use({ get: (path) => call("GET", path), send: call });
    } finally {
      await api.close();
      await store.close();
    }
  } finally {
    unlock();
  }
}

/** Null: a server runs on it. */
function tryLock(home: Home): (() => void) | null {
  try {
    return lockHome(home);
  } catch (error) {
    if (error instanceof CliError && error.code === "home_locked") return null;
    throw error;
  }
}

async function removeDag(
  context: CommandContext,
  { config, ...parts }: { readonly home: Home; readonly config: Config; readonly store: Store },
  dagId: string,
): Promise<void> {
  const { clock, cwd } = context;
  const warn = (message: string): void => context.warn(`${message}\n`);
  const logStore = await openLogStore(config, cwd);
  try {
    const log = { info: () => undefined, warn, error: warn };
    await createDagRemover({ ...parts, logStore, clock, log }).remove(dagId);
  } finally {
    await logStore?.close?.();
  }
}
