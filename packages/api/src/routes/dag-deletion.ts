/** A DAG goes with all that was recorded of it. As in Airflow the event log keeps its entries. */
import type { FastifyInstance } from "fastify";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { ownerOf } from "../owner.ts";

interface DagPath {
  Params: { dag_id: string };
}

export function dagDeletionRoutes(server: FastifyInstance, { store, clock, removeDag }: ApiOptions): void {
  /** Also one whose file is gone. */
  const fileOf = async (dagId: string) => {
    const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
    if (dag === undefined) throw new ApiError("no_dag_to_delete", [dagId]);
    return dag.file;
  };

  server.delete<DagPath>("/api/v2/dags/:dag_id", async (asked, reply) => {
    const { dag_id: dagId } = asked.params;
    const file = await fileOf(dagId);
    const answer = await store.deleteDag(dagId, clock.now(), [{ event: "delete_dag", owner: ownerOf(asked), dagId }]);
    if (answer === "running") throw new ApiError("dag_is_active", [dagId]);
    if (answer === "absent") throw new ApiError("no_dag_to_delete", [dagId]);
    await removeDag(dagId, file);
    return reply.status(204).send();
  });

  // Beside Airflow's paths: what would go.
  server.delete<DagPath>("/api/momiji/v1/dags/:dag_id/dry_run", async ({ params: { dag_id: dagId } }) => {
    const file = await fileOf(dagId);
    const { runs, unfinished } = await store.countRuns(dagId);
    return { dag_id: dagId, fileloc: file, runs, unfinished_runs: unfinished };
  });
}
