/** The executor of this machine with its worker, as servers and commands that run a DAG once use it. */
import { answerQuestion, Graphs, type Settings } from "@momiji/api";
import { LocalExecutor } from "@momiji/executors";
import { type MailSettings, standardNotifiers, standardOperators } from "@momiji/operators";
import type { Store } from "@momiji/store";
import { createMasker, type Masker } from "@momiji/core";
import { createWorker, type OpenLogSink } from "@momiji/worker";
import { hostname } from "node:os";
import type { Config } from "../config/options.ts";
import type { Home } from "../home.ts";
import { systemClock } from "../system-clock.ts";
import { secretsOf } from "./environment-settings.ts";
import { ORDERS_AHEAD } from "./executor-capacities.ts";
import type { ServerLog } from "./server-log.ts";

interface Parts {
  readonly config: Config;
  readonly home: Home;
  readonly store: Store;
  /** Variables and connections, wherever they are looked for. */
  readonly settings: Settings;
  /** Hides secrets, those that tasks read later too; absent: one of its own. */
  readonly secrets?: Masker;
  readonly logs: OpenLogSink;
  readonly log: ServerLog;
  /** See `WorkerOptions.cleanUpMillis`. */
  readonly cleanUpSeconds?: number;
}

const MEBIBYTE = 1024 * 1024;

export interface MadeExecutor {
  readonly executor: LocalExecutor;
  /** Once it is started: readies the processes that the first tasks will need. */
  warm(): void;
}

/** The mail server of the settings; null: none is set. */
function mailOf({ email }: Config): MailSettings | null {
  const { host, port, secure, user, password, from } = email;
  if (host === "") return null;
  const login = user === "" ? {} : { login: user, password };
  return { server: { host, port, tls: secure ? "implicit" : "starttls", ...login }, from };
}

export function createLocalExecutor(parts: Parts): MadeExecutor {
  const { config, home, store, settings, logs, log, cleanUpSeconds } = parts;
  const { secrets = createMasker(secretsOf(process.env)) } = parts;
  const deps = { store, clock: systemClock, settings, graphs: new Graphs(store) };
  const runner = createWorker({
    name: `${hostname()}-${process.pid}`,
    stateDir: home.worker,
    logs,
    operators: new Map([...standardOperators, ...standardNotifiers(mailOf(config))]),
    ask: (_attemptId, question, run) => answerQuestion(deps, run, question),
    clock: systemClock,
    childEnv: process.env,
    secrets,
    maxChildren: config.worker.maxChildren,
    functionMemoryMiB: config.worker.functionMemoryMiB,
    killGraceMillis: config.worker.killGraceSeconds * 1000,
    hostBlockedMillis: config.worker.triggerBlockedSeconds * 1000,
    maxXComBytes: config.worker.maxXComMiB * MEBIBYTE,
    maxLogBytes: config.worker.logLimitMiB * MEBIBYTE,
    warn: (message) => log.warn(message),
    ...(cleanUpSeconds === undefined ? {} : { cleanUpMillis: cleanUpSeconds * 1000 }),
  });
  const executor = new LocalExecutor({
    name: "local",
    parallelism: config.core.parallelism,
    ahead: ORDERS_AHEAD,
    runner,
  });
  return { executor, warm: () => runner.warm() };
}
