/** The executor of this machine with its worker, as servers and commands that run a DAG once use it. */
import { answerQuestion, Graphs, type Settings, settingsChain } from "@momiji/api";
import { LocalExecutor } from "@momiji/executors";
import { type MailSettings, standardNotifiers, standardOperators } from "@momiji/operators";
import type { Store } from "@momiji/store";
import { createMasker, createWorker, fileLogs } from "@momiji/worker";
import { hostname } from "node:os";
import type { Config } from "../config/options.ts";
import type { Home } from "../home.ts";
import { systemClock } from "../system-clock.ts";
import { environmentSettings, secretsOf } from "./environment-settings.ts";
import { ORDERS_AHEAD } from "./executor-capacities.ts";
import type { ServerLog } from "./server-log.ts";

interface Parts {
  readonly config: Config;
  readonly home: Home;
  readonly store: Store;
  /** Variables and connections that people have set; the environment goes before them. */
  readonly settings: Settings;
  readonly log: ServerLog;
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

export function createLocalExecutor({ config, home, store, settings: stored, log }: Parts): MadeExecutor {
  const settings = settingsChain([environmentSettings(process.env), stored]);
  const deps = { store, clock: systemClock, settings, graphs: new Graphs(store) };
  const secrets = createMasker(secretsOf(process.env));
  const runner = createWorker({
    name: `${hostname()}-${process.pid}`,
    stateDir: home.worker,
    logs: fileLogs(home.logs),
    operators: new Map([...standardOperators, ...standardNotifiers(mailOf(config))]),
    ask: (_attemptId, question, run) => answerQuestion(deps, run, question),
    clock: systemClock,
    childEnv: process.env,
    secrets,
    maxChildren: config.worker.maxChildren,
    functionMemoryMiB: config.worker.functionMemoryMiB,
    killGraceMillis: config.worker.killGraceSeconds * 1000,
    maxXComBytes: config.worker.maxXComMiB * MEBIBYTE,
    maxLogBytes: config.worker.logLimitMiB * MEBIBYTE,
    warn: (message) => log.warn(message),
  });
  const executor = new LocalExecutor({
    name: "local",
    parallelism: config.core.parallelism,
    ahead: ORDERS_AHEAD,
    runner,
  });
  return { executor, warm: () => runner.warm() };
}
