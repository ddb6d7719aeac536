/**
 * The preset of `momiji standalone`: store, server, scheduler, DAG processor and worker composed in one process, on a
 * home of its own. Other programs may embed it as `momiji/standalone`.
 */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { type Preflighter, type ApiOptions, createApiServer, type Settings, triggerRun, Vault } from "@momiji/api";
import { webFolder } from "@momiji/web";
import { createMasker, type DagRun, type Masker } from "@momiji/core";
import { createDagProcessor, type DagProcessor } from "@momiji/dags";
import { newAttemptId, SchedulerLoop } from "@momiji/scheduler";
import type { ImportError, Store } from "@momiji/store";
import type { LogStore } from "@momiji/sdk";
import type { OpenLogSink } from "@momiji/worker";
import { loadConfig, type LoadedConfig } from "../config/load-config.ts";
import type { Config, OptionValue } from "../config/options.ts";
import { CliError } from "../errors.ts";
import { type Home, homeAt, lockHome, prepareHome, removeServerFile, writeServerFile } from "../home.ts";
import { serverLogs } from "../logs/log-shipping.ts";
import { openLogStore } from "../logs/open-log-store.ts";
import { systemClock } from "../system-clock.ts";
import { VERSION } from "../version.ts";
import { apiReads } from "./api-reads.ts";
import { accessSettings, certificateOf, tlsOf } from "./access-settings.ts";
import { createAssetWatching } from "./asset-watchers.ts";
import { createDagRemover, dagRemoval } from "./dag-remover.ts";
import { secretsOf } from "./environment-settings.ts";
import { executorCapacities } from "./executor-capacities.ts";
import { createFirstAdmin, type FirstAdmin } from "./first-admin.ts";
import { installationOf } from "./installation.ts";
import { createLocalExecutor } from "./local-executor.ts";
import { openStoreToWrite } from "./open-store.ts";
import { createRetention } from "./retention.ts";
import { loadOrMakeKeys, saveKey } from "./secret-keys.ts";
import { createServerLog, type ServerLog } from "./server-log.ts";
import { openSettings } from "./settings-places.ts";
import { testerOf } from "./test-connection.ts";
import { warnOfKeys } from "./warn-of-keys.ts";

export interface StandaloneOptions {
  readonly home: string;
  /** Folders with DAG files; empty: those of the settings. */
  readonly folders: readonly string[];
  /** Settings over all others, `section.name` to value. */
  readonly flags?: ReadonlyMap<string, OptionValue>;
  readonly cwd?: string;
  readonly env?: { readonly [name: string]: string | undefined };
}

export interface Standalone {
  readonly address: string;
  readonly home: Home;
  /** All DAG files have been read once. */
  readonly loaded: Promise<void>;
  /** The password that was made up for the user `admin`, who was made with the first start; null: there are users. */
  readonly firstPassword: Promise<string | null>;
  dagIds(): Promise<string[]>;
  importErrors(): Promise<ImportError[]>;
  setPaused(dagId: string, paused: boolean): Promise<void>;
  /** `accepted`: `performance.now()` at the commit of the trigger; `ended` resolves after the commit of the run's end. */
  trigger(dagId: string, conf?: DagRun["conf"]): Promise<{ runId: string; accepted: number; ended: Promise<DagRun> }>;
  stop(): Promise<void>;
}

/** @throws CliError if the home, the store or the port cannot be had; nothing is left running then. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const loaded = await loadConfig({
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? process.env,
    flags: options.flags ?? new Map(),
  });
  const { config } = loaded;
  const home = homeAt(options.home);
  prepareHome(home);
  const closers: (() => unknown)[] = [lockHome(home)];
  const close = async (): Promise<void> => {
    for (const step of closers.reverse()) await step();
  };
  try {
    return await compose({ options, loaded, config, home, closers }, close);
  } catch (error) {
    await close();
    throw error;
  }
}

interface Parts {
  readonly options: StandaloneOptions;
  readonly loaded: LoadedConfig;
  readonly config: Config;
  readonly home: Home;
  /** How to undo what stands so far, the last first. */
  readonly closers: (() => unknown)[];
}

async function compose(parts: Parts, close: () => Promise<void>): Promise<Standalone> {
  const { options, config, home, closers } = parts;
  const log = createServerLog(config);
  const store = await openStoreToWrite(home, config);
  closers.push(() => store.close());
  const keys = loadOrMakeKeys(home, config);
  await warnOfKeys({ home, store, keys, log });
  const ended = new EndedRuns();
  const secrets = createMasker(secretsOf(process.env));
  const settings = await findSettings({ parts, store, log }, new Vault(store, keys));
  const logStore = await openLogStore(config, options.cwd ?? process.cwd());
  const logs = serverLogs(home, logStore, (message) => log.warn(message));
  closers.push(() => logs.stop());
  const scheduler = createScheduler({ parts, store, log, settings, ended, secrets, logs: logs.open });
  const folders = options.folders.length > 0 ? options.folders : config.core.dags;
  const processor = createProcessor({ parts, store, log }, folders);
  const remover = createDagRemover({ home, logStore, store, clock: systemClock, log });
  // Before any file may publish such a DAG again.
  await remover.resume();
  const token = randomBytes(32).toString("base64url");
  const preflight = preflighter(settings, secrets);
  const removeDag = dagRemoval({ remover, processor, log });
  const admin = createFirstAdmin({ store, clock: systemClock }, options.env?.MOMIJI_ADMIN_PASSWORD);
  const api = createApi(
    { parts, store, log },
    { token, keys, secrets, admin, ...testerOf(config, settings), preflight, removeDag, processor, logStore },
  );
  const address = await listen(api, config);
  closers.push(() => api.close());
  closers.push(() => remover.stop());
  const firstPassword = admin.make();
  firstPassword.catch((error) => log.error("the user admin could not be made", error));
  closers.push(() => firstPassword.catch(() => undefined));
  writeServerFile(home, { address, token, ...certificateOf(config), pid: process.pid, version: VERSION });
  closers.push(() => removeServerFile(home));
  await scheduler.loop.start();
  closers.push(() => stopScheduler(scheduler));
  const retention = createRetention({ config, home, logStore, store, log });
  retention.start();
  closers.push(() => retention.stop());
  const watching = createAssetWatching({ config, store, settings, log });
  await watching.start();
  closers.push(() => watching.stop());
  // While the files are being loaded: their first tasks need not wait for processes to start.
  scheduler.warm();
  logs.start();
  const loaded = processor.start().then(() => processor.loaded);
  closers.push(() => processor.stop());
  return { address, home, loaded, firstPassword, stop: close, ...actions(store, ended) };
}

/** Loaded with the first question. */
function preflighter(settings: Settings, secrets: Masker): Preflighter {
  return async (dag, taskIds) => {
    const { preflightWith } = await import("./preflight.ts");
    return preflightWith({ settings, secrets, now: systemClock.now() }, dag, taskIds);
  };
}

/** What whoever embeds the server may do with it, without the detour over HTTP. */
function actions(
  store: Store,
  ended: EndedRuns,
): Pick<Standalone, "dagIds" | "importErrors" | "setPaused" | "trigger"> {
  return {
    dagIds: async () => (await store.listDags()).map(({ dagId }) => dagId),
    importErrors: () => store.listImportErrors(),
    setPaused: async (dagId, paused) => void (await store.setPaused(dagId, paused, systemClock.now())),
    trigger: async (dagId, conf = {}) => {
      const origin = { runType: "manual", triggeredBy: "rest_api", owner: "embedded" } as const;
      const answer = await triggerRun({ store, clock: systemClock }, { dagId, request: { conf } }, origin);
      if (!answer.created) throw new CliError("refused", `${dagId} has such a run: ${answer.existing.runId}`);
      return { runId: answer.run.runId, accepted: performance.now(), ended: ended.of(answer.run.runKey) };
    },
  };
}

async function stopScheduler({ loop, executor }: ReturnType<typeof createScheduler>): Promise<void> {
  loop.drain();
  await executor.stop(STOP_GRACE_MILLIS);
  await loop.stop();
}

/** What running attempts get to end by themselves when the server stops. */
const STOP_GRACE_MILLIS = 10_000;

interface Made {
  readonly parts: Parts;
  readonly store: Store;
  readonly log: ServerLog;
}

function createScheduler(made: Made & { ended: EndedRuns; settings: Settings; secrets: Masker; logs: OpenLogSink }) {
  const {
    parts: { config, home },
    store,
    log,
    settings,
    ended,
    secrets,
    logs,
  } = made;
  const { executor, warm } = createLocalExecutor({ config, home, store, settings, secrets, logs, log });
  const loop = new SchedulerLoop({
    store,
    clock: systemClock,
    executors: [executor],
    owner: `${hostname()}-${process.pid}`,
    takeover: true,
    catchupLimit: config.core.catchupLimit,
    maxLostAttempts: config.core.maxLostAttempts,
    maxMapLength: config.core.maxMapLength,
    newAttemptId,
    log,
    onRunEnded: (run) => ended.note(run),
    variable: (key) => settings.variable(key),
  });
  return { executor, loop, warm };
}

/** Variables and connections, wherever they are looked for. */
async function findSettings({ parts, log }: Made, stored: Settings): Promise<Settings> {
  const { options, config, closers } = parts;
  const cwd = options.cwd ?? process.cwd();
  const warn = (message: string): void => log.warn(message);
  const { settings, close } = await openSettings({ config, cwd, env: process.env, stored, clock: systemClock, warn });
  closers.push(close);
  return settings;
}

function createApi(
  { parts: { loaded, config, home }, store, log }: Made,
  own: Pick<ApiOptions, "token" | "keys" | "secrets" | "connectionTester" | "preflight" | "removeDag"> & {
    readonly admin: FirstAdmin;
    readonly processor: DagProcessor;
    readonly logStore: LogStore | null;
  },
) {
  const { admin, processor, logStore, ...given } = own;
  return createApiServer({
    ...given,
    firstUser: admin.isDecided,
    store,
    clock: systemClock,
    version: VERSION,
    access: accessSettings(config),
    ...tlsOf(config),
    trustProxy: config.server.trustProxy,
    limits: { connections: config.server.maxConnections, streams: config.server.maxStreams },
    ...(config.server.accessLog ? { onAnswered: (request) => log.request(request) } : {}),
    saveKey: (key) => saveKey(home, config, key),
    executors: executorCapacities(config),
    catchupLimit: config.core.catchupLimit,
    ...apiReads(home, logStore),
    ...webOf(),
    reserialize: () => processor.reserialize(),
    reloadFile: (file) =>
      void processor.reload(file).catch((error: unknown) => log.error(`${file} could not be read again`, error)),
    installation: installationOf(loaded, {
      clock: systemClock,
      startedAt: systemClock.now(),
      executor: "local",
      env: process.env,
      dagFolders: processor.folders,
    }),
    onError: (error) => log.error("a request failed", error),
  });
}

/** The web interface, if it is built here. */
function webOf(): Pick<ApiOptions, "webFolder"> {
  const folder = webFolder();
  return folder === null ? {} : { webFolder: folder };
}

function createProcessor({ parts: { config, home }, store, log }: Made, folders: readonly string[]): DagProcessor {
  return createDagProcessor({
    folders,
    bundleDir: home.bundles,
    store,
    clock: systemClock,
    evaluateTimeoutMillis: config.dags.evaluateTimeoutSeconds * 1000,
    memoryLimitMiB: config.dags.memoryLimitMiB,
    log,
  });
}

async function listen(api: ReturnType<typeof createApiServer>, config: Config): Promise<string> {
  const { host, port } = config.server;
  try {
    return await api.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new CliError("port_in_use", `port ${port} of ${host} is in use`);
    throw new CliError("config_invalid", `server.host ${host}, server.port ${port}: cannot listen there: ${message}`);
  }
}

/** Who waits for the end of which run. */
class EndedRuns {
  readonly #waiting = new Map<number, (run: DagRun) => void>();

  of(runKey: number): Promise<DagRun> {
    return new Promise((resolve) => this.#waiting.set(runKey, resolve));
  }

  note(run: DagRun): void {
    this.#waiting.get(run.runKey)?.(run);
    this.#waiting.delete(run.runKey);
  }
}
