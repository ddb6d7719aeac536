/** The attempts that were out with an executor when their runs were loaded: after a restart they must be recovered. */
import { isHeldByWorker, type TaskInstance } from "@momiji/core";
import type { ActiveRun } from "./dag-entry.ts";
import type { Dispatched } from "./dispatcher.ts";

export type OutAttempt = Dispatched;

/** One that waits for a person is not with an executor any more. */
function isOut({ state, attemptId }: TaskInstance): boolean {
  return isHeldByWorker(state) && state !== "awaiting_input" && attemptId !== null;
}

export function outAttempts(runs: readonly ActiveRun[]): OutAttempt[] {
  return runs.flatMap((active) =>
    active.machine.instances
      .filter(isOut)
      .map((instance) => ({ active, dag: active.dag, run: active.machine.run, instance, priority: 0 })),
  );
}
