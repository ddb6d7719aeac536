/** The watchers of assets of a server: their processes on this machine, and what they see in the store. */
import { type Settings, taskConnection } from "@momiji/api";
import { AssetWatching } from "@momiji/scheduler";
import type { Store } from "@momiji/store";
import { createMasker } from "@momiji/core";
import { createWatcherHost } from "@momiji/worker";
import type { Config } from "../config/options.ts";
import { systemClock } from "../system-clock.ts";
import { secretsOf } from "./environment-settings.ts";
import type { ServerLog } from "./server-log.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  /** Variables and connections, wherever they are looked for. */
  readonly settings: Settings;
  readonly log: ServerLog;
}

export function createAssetWatching({ config, store, settings, log }: Parts): AssetWatching {
  const secrets = createMasker(secretsOf(process.env));
  return new AssetWatching({
    store,
    clock: systemClock,
    log,
    createHost: (listener) =>
      createWatcherHost({
        clock: systemClock,
        childEnv: process.env,
        listener: {
          seen: (report) => listener.seen(report),
          failed: (watcher, message) => listener.failed(watcher, secrets.mask(message)),
        },
        ask: async (question) => {
          if (question.ask === "variable") return settings.variable(question.key);
          if (question.ask === "connection") return taskConnection(settings, question.id);
          throw new Error("a watcher may ask for variables and connections only");
        },
        log: (level, message) =>
          (level === "error" || level === "warning" ? log.warn : log.info)(secrets.mask(message)),
        memoryMiB: config.worker.functionMemoryMiB,
      }),
  });
}
