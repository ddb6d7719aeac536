/** Starts a run because a task asked for it (Airflow's `TriggerDagRunOperator`). */
import { clearRun, type Json, type RunFacts, type TaskQuestion } from "@momiji/core";
import type { EventLogEntry } from "@momiji/store";
import { type ActDeps, actOnRuns } from "./act-on-runs.ts";
import { ApiError } from "./errors.ts";
import { selectRuns } from "./run-selection.ts";
import { knownDag, triggerRun } from "./trigger.ts";

/** Everything of a run, whatever its state. */
const WHOLE_RUN = {
  upstream: false,
  downstream: false,
  onlyFailed: false,
  onlyRunning: false,
  resetDagRuns: true,
  newest: null,
} as const;

/** @throws ApiError `dag_is_paused`, and what `triggerRun` throws */
export async function triggerForTask(
  deps: ActDeps,
  by: RunFacts,
  { dagId, request, resets = false, failsWhenPaused = false }: Extract<TaskQuestion, { ask: "trigger-dag-run" }>,
): Promise<Json> {
  const owner = `${by.dagId} ${by.runId}`;
  if (failsWhenPaused && (await knownDag(deps.store, dagId)).isPaused) throw new ApiError("dag_is_paused", [dagId]);
  const origin = { runType: "operator_triggered", triggeredBy: "operator", owner } as const;
  const answer = await triggerRun(deps, { dagId, request }, origin);
  if (answer.created) return { runId: answer.run.runId, created: true, reset: false };
  const { runId } = answer.existing;
  if (resets) await resetRun(deps, { event: "clear_dag_run", owner, dagId, runId });
  return { runId, created: false, reset: resets };
}

async function resetRun(deps: ActDeps, event: EventLogEntry & { dagId: string; runId: string }): Promise<void> {
  const { dagId, runId } = event;
  const request = {
    load: () => selectRuns(deps.store, { dagId, runId }),
    decide: (view: Parameters<typeof clearRun>[0]) => clearRun(view, WHOLE_RUN, deps.clock.now()),
    besides: () => ({ events: [event] }),
  };
  await actOnRuns(deps, request, false);
}
