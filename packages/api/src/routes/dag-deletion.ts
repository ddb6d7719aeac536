/** A DAG goes with all that was recorded of it. As in Airflow the event log keeps its entries. */
import { audit } from "../access/audit.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { deletePreview } from "../preview/dag-preview.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { answer, route, type Route } from "../route.ts";

export function dagDeletionRoutes({ store, clock, removeDag }: ApiOptions): readonly Route[] {
  /** Also one whose file is gone. */
  const fileOf = async (dagId: string) => {
    const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
    if (dag === undefined) throw new ApiError("no_dag_to_delete", [dagId]);
    return dag.file;
  };

  return [
    route({
      method: "DELETE",
      path: "/api/v2/dags/{dag_id}",
      operationId: "delete_dag",
      schemas: async () => (await import("../schemas/dag-writes.ts")).remove,
      access: { dag: "dag", may: "delete" },
      handle: async (asked) => {
        const { dag_id: dagId } = asked.params;
        const file = await fileOf(dagId);
        const { expects } = expectationOf(asked.headers);
        if (expects !== undefined) requireExpected(expects, await deletePreview(store, dagId));
        const deletion = await store.deleteDag(dagId, clock.now(), [{ ...audit("delete_dag", asked), dagId }]);
        if (deletion === "running") throw new ApiError("dag_is_active", [dagId]);
        if (deletion === "absent") throw new ApiError("no_dag_to_delete", [dagId]);
        await removeDag(dagId, file);
        return answer(204);
      },
    }),

    // Beside Airflow's paths: what would go.
    route({
      method: "DELETE",
      path: "/api/momiji/v1/dags/{dag_id}/dry_run",
      operationId: "delete_dag_dry_run",
      schemas: async () => (await import("../schemas/dag-writes.ts")).removal,
      access: { dag: "dag", may: "delete" },
      handle: async ({ params: { dag_id: dagId } }) => {
        const file = await fileOf(dagId);
        const { runs, unfinished } = await store.countRuns(dagId);
        return { dag_id: dagId, fileloc: file, runs, unfinished_runs: unfinished };
      },
    }),
  ];
}
