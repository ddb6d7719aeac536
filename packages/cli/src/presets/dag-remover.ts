/** What removes a deleted DAG from a home: from its store, and its logs from the disk. */
import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "@momiji/core";
import type { DagProcessor } from "@momiji/dags";
import { DagRemover, type SchedulerLog } from "@momiji/scheduler";
import type { LogStore } from "@momiji/sdk";
import type { Store } from "@momiji/store";
import type { Home } from "../home.ts";
import { removeDagLogs } from "./sweep-files.ts";

/** A client need not wait longer for a large DAG: it is gone for everybody, and what was recorded of it goes on going. */
const LONGEST_ANSWER_MILLIS = 20_000;

export function createDagRemover(parts: {
  home: Home;
  logStore: LogStore | null;
  store: Store;
  clock: Clock;
  log: SchedulerLog;
}): DagRemover {
  const { home, logStore, ...rest } = parts;
  const places = { home, logStore, warn: (message: string) => rest.log.warn(message) };
  return new DagRemover({ ...rest, removeLogs: (dagId, pace) => removeDagLogs(places, dagId, pace) });
}

/** For a running server: the file of the DAG is loaded again afterwards, if it is still there. */
export function dagRemoval(parts: { remover: DagRemover; processor: DagProcessor; log: SchedulerLog }) {
  const { remover, processor, log } = parts;
  return async (dagId: string, file: string): Promise<void> => {
    const removed = remover.remove(dagId).then(() => processor.reload(file));
    removed.catch((error: unknown) => log.error(`what was recorded of ${dagId} could not be removed`, error));
    await Promise.race([removed, pause(LONGEST_ANSWER_MILLIS, undefined, { ref: false })]);
  };
}
