/** The attempts that were out with an executor when their runs were loaded: after a restart they must be recovered. */
import { isHeldByWorker, type TaskInstance } from "@momiji/core";
import type { ActiveRun } from "./dag-entry.ts";
import type { Dispatched } from "./dispatcher.ts";

export type OutAttempt = Dispatched;

export function outAttempts(runs: readonly ActiveRun[]): OutAttempt[] {
  return runs.flatMap((active) =>
    active.machine.instances
      .filter((instance: TaskInstance) => isHeldByWorker(instance.state) && instance.attemptId !== null)
      .map((instance) => ({ active, dag: active.dag, run: active.machine.run, instance, priority: 0 })),
  );
}
