/** What is done to a run as a whole: its state, its note, its end for good. */
import { audit } from "../access/audit.ts";
import type { ActDeps } from "../act-on-runs.ts";
import { deleteRun, patchRun, type RunName } from "../change-runs.ts";
import { ApiError } from "../errors.ts";
import { presentActs } from "../present-acts.ts";
import { runBody } from "../run-body.ts";
import { runDeletionPreview } from "../preview/dag-preview.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { selectRuns } from "../run-selection.ts";
import { answer, type Call, route, type Route } from "../route.ts";

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";

export function runActRoutes(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "PATCH",
      path: RUN,
      operationId: "patch_dag_run",
      schemas: async () => (await import("../schemas/acts.ts")).patchRun,
      access: { dag: "run", may: "edit" },
      handle: async (asked) => {
        const { body, id, event } = await readPatch(asked);
        await patchRun({ ...deps, ...expectationOf(asked.headers) }, { body, id, event }, false);
        const [after] = await selectRuns(deps.store, id);
        if (after === undefined) throw new ApiError("run_not_found", [id.dagId, id.runId]);
        return runBody(deps, after.run);
      },
    }),

    // Beside Airflow's paths: what a mark of the run would change in it.
    route({
      method: "PATCH",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/dry_run",
      operationId: "patch_dag_run_dry_run",
      schemas: async () => (await import("../schemas/acts.ts")).patchRunDryRun,
      access: { dag: "run", may: "edit" },
      handle: async (asked) => {
        const { body, id, event } = await readPatch(asked);
        return presentActs(deps, await patchRun(deps, { body, id, event }, true), true);
      },
    }),

    route({
      method: "DELETE",
      path: RUN,
      operationId: "delete_dag_run",
      schemas: async () => (await import("../schemas/acts.ts")).deleteRun,
      access: { dag: "run", may: "delete" },
      handle: async (asked) => {
        const { id } = namesOf(asked);
        const { expects } = expectationOf(asked.headers);
        if (expects !== undefined) requireExpected(expects, await runDeletionPreview(deps.store, id));
        await deleteRun(deps, id, asked);
        return answer(204);
      },
    }),
  ];
}

interface RunPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
}

function namesOf({ params }: Pick<Call<RunPath>, "params">): { id: RunName } {
  return { id: { dagId: params.dag_id, runId: params.dag_run_id } };
}

async function readPatch(request: Call<RunPath, { readonly update_mask?: readonly string[] | undefined }>) {
  const { readRunPatch } = await import("../act-bodies.ts");
  const { id } = namesOf(request);
  return {
    body: readRunPatch(request.body, request.query.update_mask),
    id,
    event: { ...audit("patch_dag_run", request), ...id },
  };
}
