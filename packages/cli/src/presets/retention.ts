/** What the settings `retention.*` mean for the service that removes history. */
import { DAY, HOUR, type Micros, MINUTE } from "@momiji/core";
import { Retention, type SweepRules } from "@momiji/scheduler";
import type { LogStore } from "@momiji/sdk";
import type { Store } from "@momiji/store";
import type { Config } from "../config/options.ts";
import type { Home } from "../home.ts";
import { systemClock } from "../system-clock.ts";
import type { ServerLog } from "./server-log.ts";
import { sweepFiles } from "./sweep-files.ts";

/** Bundles and versions that nothing needs any more stay a day: one may be on its way into the store. */
const UNUSED_STAYS = DAY;

export function createRetention(parts: {
  config: Config;
  home: Home;
  logStore: LogStore | null;
  store: Store;
  log: ServerLog;
}): Retention {
  const { config, home, logStore, store, log } = parts;
  return new Retention({
    store,
    clock: systemClock,
    files: sweepFiles({ home, logStore, warn: (message) => log.warn(message) }),
    log,
    rules: (now) => sweepRules(config, now),
    everyMicros: Math.round(config.retention.everyHours * HOUR),
    firstAfterMicros: MINUTE,
  });
}

/** 0 days: forever. */
function sweepRules({ retention, logs }: Config, now: Micros): SweepRules {
  const { runDays, runsKept, runsAtMost, versionDays, importErrorDays, eventLogDays, logDays } = retention;
  const before = (days: number): Micros | null => (days === 0 ? null : now - Math.round(days * DAY));
  const most = runsAtMost === 0 ? null : runsAtMost;
  return {
    runs: runDays === 0 && most === null ? null : { before: before(runDays), keep: runsKept, most },
    versionsBefore: before(versionDays),
    importErrorsBefore: before(importErrorDays),
    assetEventsBefore: before(runDays),
    eventLogBefore: before(eventLogDays),
    logsBefore: before(logDays),
    storedLogsBefore: logs.store === "" ? null : before(logs.storeDays),
    bundlesBefore: versionDays === 0 ? null : now - UNUSED_STAYS,
  };
}
