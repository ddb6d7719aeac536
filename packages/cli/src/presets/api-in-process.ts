/**
 * The server of a home without its port: for commands that change something while no server runs, and for those that only read.
 * They go the same way through the same routes, so that there is one set of rules.
 */
import { randomBytes } from "node:crypto";
import { createApiServer, type KeyRing } from "@momiji/api";
import { createMasker } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { MomijiClient } from "@momiji/client";
import type { Config } from "../config/options.ts";
import type { CommandContext } from "../context.ts";
import { CliError } from "../errors.ts";
import { type Home, lockHome, prepareHome } from "../home.ts";
import { connectHome, connectServer, withCliErrors } from "../server/connect.ts";
import { placeOf, type PlaceOptions } from "../server/place.ts";
import { VERSION } from "../version.ts";
import { apiReads } from "./api-reads.ts";
import { accessSettings } from "./access-settings.ts";
import { secretsOf } from "./environment-settings.ts";
import { executorCapacities } from "./executor-capacities.ts";
import { createDagRemover } from "./dag-remover.ts";
import { openLogStore } from "../logs/open-log-store.ts";
import { openStoreToRead, openStoreToWrite } from "./open-store.ts";
import { loadKeys, loadOrMakeKeys, saveKey } from "./secret-keys.ts";

/**
 * The server that the options name: one elsewhere, or the running one of the home; where none runs, the same routes in this
 * process, which holds the home meanwhile.
 */
export async function withApi<Result>(
  context: CommandContext,
  options: PlaceOptions,
  use: (client: MomijiClient) => Promise<Result>,
): Promise<Result> {
  const place = placeOf(context, options);
  if (place.kind === "server") return use(await connectServer(place));
  const { home } = place;
  const { config } = await context.config();
  prepareHome(home);
  const unlock = tryLock(home);
  if (unlock === null) return use(await connectHome(home));
  try {
    const store = await openStoreToWrite(home, config);
    return await inProcess({ context, home, config, store, keys: loadOrMakeKeys(home, config) }, use);
  } finally {
    unlock();
  }
}

/**
 * The server elsewhere that the options name, or the same routes in this process over what a home holds, beside whatever runs on it:
 * for commands that only read. @throws CliError `not_found` if the home has no store
 */
export async function withReads<Result>(
  context: CommandContext,
  options: PlaceOptions,
  use: (client: MomijiClient) => Promise<Result>,
): Promise<Result> {
  const place = placeOf(context, options);
  if (place.kind === "server") return use(await connectServer(place));
  const { home } = place;
  const { config } = await context.config();
  const store = await openStoreToRead(home);
  return inProcess({ context, home, config, store, keys: loadKeys(home, config) }, use);
}

interface InProcess {
  readonly context: CommandContext;
  readonly home: Home;
  readonly config: Config;
  /** Closed at the end. */
  readonly store: Store;
  readonly keys: KeyRing;
}

async function inProcess<Result>(
  { context, home, config, store, keys }: InProcess,
  use: (client: MomijiClient) => Promise<Result>,
): Promise<Result> {
  const token = randomBytes(32).toString("base64url");
  const api = createApiServer({
    store,
    clock: context.clock,
    token,
    version: VERSION,
    access: accessSettings(config),
    keys,
    secrets: createMasker(secretsOf(context.env)),
    saveKey: (key) => saveKey(home, config, key),
    executors: executorCapacities(config),
    catchupLimit: config.core.catchupLimit,
    ...apiReads(home, null),
    reserialize: () => Promise.resolve(),
    removeDag: (dagId) => removeDag(context, { home, config, store }, dagId),
    onError: (error) => context.warn(`${(error as Error).message}\n`),
  });
  try {
    return await use(await clientOf(api, token));
  } finally {
    await api.close();
    await store.close();
  }
}

async function clientOf(api: ReturnType<typeof createApiServer>, token: string): Promise<MomijiClient> {
  const { createClient, withToken } = await import("@momiji/client");
  const send = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const payload = await request.text();
    const { statusCode: status, payload: text } = await api.inject({
      method: request.method as "GET",
      url: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      ...(payload === "" ? {} : { payload }),
    });
    return new Response(text === "" ? null : text, { status });
  };
  const client = createClient({ baseUrl: "http://this.process", signIn: withToken(token), fetch: send });
  return withCliErrors(client, { unreachable: (message) => new CliError("refused", message) });
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
