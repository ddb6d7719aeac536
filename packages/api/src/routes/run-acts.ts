/** What is done to a run as a whole: its state, its note, its end for good. */
import { markRun } from "@momiji/core";
import type { RunPatchBody } from "../act-bodies.ts";
import { type ActDeps, actOnRuns, type RunAct } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { presentActs } from "../present-acts.ts";
import { presentRun } from "../present.ts";
import { selectRuns } from "../run-selection.ts";
import { answer, type Call, route, type Route } from "../route.ts";

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";

export function runActRoutes(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "PATCH",
      path: RUN,
      operationId: "patch_dag_run",
      access: { dag: "run", may: "edit" },
      handle: async (asked) => {
        const { body, id, event } = await readPatch(asked);
        await patchRun(deps, { body, id, event }, false);
        const [after] = await selectRuns(deps.store, id);
        if (after === undefined) throw new ApiError("run_not_found", [id.dagId, id.runId]);
        return presentRun(after.run);
      },
    }),

    // Beside Airflow's paths: what a mark of the run would change in it.
    route({
      method: "PATCH",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/dry_run",
      operationId: "patch_dag_run_dry_run",
      access: { dag: "run", may: "edit" },
      handle: async (asked) => {
        const { body, id, event } = await readPatch(asked);
        return presentActs(await patchRun(deps, { body, id, event }, true), true);
      },
    }),

    route({
      method: "DELETE",
      path: RUN,
      operationId: "delete_dag_run",
      access: { dag: "run", may: "delete" },
      handle: async (asked) => {
        const { id } = namesOf(asked);
        await deleteRun(deps, id, asked.principal.name);
        return answer(204);
      },
    }),
  ];
}

interface Id {
  readonly dagId: string;
  readonly runId: string;
}

type Asked = Call<{ readonly dag_id: string; readonly dag_run_id: string }>;

function namesOf({ params }: Asked): { id: Id } {
  return { id: { dagId: params.dag_id, runId: params.dag_run_id } };
}

async function readPatch(request: Asked) {
  const { readRunPatch } = await import("../act-bodies.ts");
  const { id } = namesOf(request);
  return {
    body: readRunPatch(request.body),
    id,
    event: { event: "patch_dag_run", owner: request.principal.name, ...id },
  };
}

interface RunPatch {
  readonly body: RunPatchBody;
  readonly id: Id;
  readonly event: { readonly event: string; readonly owner: string } & Id;
}

function patchRun(deps: ActDeps, { body, id, event }: RunPatch, isDryRun: boolean): Promise<readonly RunAct[]> {
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
    besides: () => ({ events: [{ ...event, extra }] }),
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

/** As in Airflow a run that runs is not deleted. */
async function deleteRun({ store, clock }: ActDeps, { dagId, runId }: Id, owner: string): Promise<void> {
  for (;;) {
    const found = await store.findRun(dagId, runId);
    if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
    const { run } = found;
    if (run.state === "running") throw new ApiError("run_is_running", [dagId, runId]);
    const result = await store.act({
      now: clock.now(),
      deleteRuns: [{ runKey: run.runKey, expectRevision: run.revision }],
      events: [{ event: "delete_dag_run", owner, dagId, runId }],
    });
    if (result.applied) return;
  }
}
