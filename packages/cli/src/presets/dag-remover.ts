/** What removes a deleted DAG from a home: from its store, and its logs from the disk. */
import type { Clock } from "@momiji/core";
import { DagRemover, type SchedulerLog } from "@momiji/scheduler";
import type { Store } from "@momiji/store";
import type { Home } from "../home.ts";
import { removeDagLogs } from "./sweep-files.ts";

export function createDagRemover(parts: { home: Home; store: Store; clock: Clock; log: SchedulerLog }): DagRemover {
  const { home, ...rest } = parts;
  return new DagRemover({ ...rest, removeLogs: (dagId, pace) => removeDagLogs(home, dagId, pace) });
}
