/** Pauses DAGs whose runs fail one after the other, once the last failure is committed. */
import { type DagRun, type DagSpec, whyPauseFailing } from "@momiji/core";
import type { SchedulerOptions } from "./scheduler-options.ts";

/** `specOf`: the current version of a DAG; undefined: it is another scheduler's. A store that refuses is told to the log. */
export async function pauseFailingDags(
  endedRuns: readonly DagRun[],
  specOf: (dagId: string) => DagSpec | undefined,
  { store, clock, log }: SchedulerOptions,
): Promise<void> {
  const failed = new Set(endedRuns.filter(({ state }) => state === "failed").map(({ dagId }) => dagId));
  for (const dagId of failed) {
    const spec = specOf(dagId);
    const limit = spec?.maxConsecutiveFailedRuns ?? 0;
    if (spec === undefined || limit === 0) continue;
    try {
      const reason = whyPauseFailing(spec, await store.listRuns({ dagId, states: ["success", "failed"], limit }));
      if (reason !== null && (await store.pauseFor(dagId, reason, clock.now()))) log.warn(`${dagId} is ${reason}`);
    } catch (error) {
      log.error(`whether ${dagId} must be paused could not be found out`, error);
    }
  }
}
