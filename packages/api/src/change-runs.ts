/** What is done to single runs as a whole: their state, their note, their end for good. */
import { markRun } from "@momiji/core";
import type { EventLogEntry } from "@momiji/store";
import { type Author, audit } from "./access/audit.ts";
import type { RunPatchBody } from "./act-bodies.ts";
import { type ActDeps, actOnRuns, type RunAct } from "./act-on-runs.ts";
import { ApiError } from "./errors.ts";
import { selectRuns } from "./run-selection.ts";

export interface RunName {
  readonly dagId: string;
  readonly runId: string;
}

/** A change of one run, and its entry in the log. */
export interface RunPatch {
  readonly body: RunPatchBody;
  readonly id: RunName;
  readonly event: EventLogEntry & RunName;
}

/** @throws ApiError `run_not_found`, `too_busy` */
export function patchRun(deps: ActDeps, { body, id, event }: RunPatch, isDryRun: boolean): Promise<readonly RunAct[]> {
  const decide = (view: RunAct["view"]): RunAct["act"] => {
    const { state } = body;
    const now = deps.clock.now();
    const act = state === undefined ? unchanged : markRun(view, state, now);
    if (body.note === undefined) return act;
    return { ...act, changes: { ...act.changes, run: { ...(act.changes.run ?? view.run), note: body.note } } };
  };
  const extra: { readonly [name: string]: string | null } = { ...body };
  const request = {
    load: () => selectRuns(deps.store, id),
    decide,
    besides: () => ({ events: [{ ...event, extra: { ...extra, ...event.extra } }] }),
  };
  return actOnRuns(deps, request, isDryRun);
}

const unchanged: RunAct["act"] = {
  affected: [],
  changes: {
    insert: [],
    update: [],
    remove: [],
    history: [],
    newlyScheduled: [],
    cancel: [],
    ended: false,
    wakeAt: null,
  },
};

/** As in Airflow a run that runs is not deleted. @throws ApiError `run_not_found`, `run_is_running` */
export async function deleteRun({ store, clock }: ActDeps, { dagId, runId }: RunName, by: Author): Promise<void> {
  for (;;) {
    const found = await store.findRun(dagId, runId);
    if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
    const { run } = found;
    if (run.state === "running") throw new ApiError("run_is_running", [dagId, runId]);
    const result = await store.act({
      now: clock.now(),
      deleteRuns: [{ runKey: run.runKey, expectRevision: run.revision }],
      events: [{ ...audit("delete_dag_run", by), dagId, runId }],
    });
    if (result.applied) return;
  }
}
