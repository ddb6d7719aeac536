/** DAGs: list, look, pause, and the word of a person for a held catchup. */
import type { FastifyInstance } from "fastify";
import { ApiError } from "../errors.ts";
import { ownerOf } from "../owner.ts";
import { presentDag, presentImportError } from "../present.ts";
import type { ApiOptions } from "../api-options.ts";

export function dagRoutes(server: FastifyInstance, { store, clock, reserialize }: ApiOptions): void {
  const oneDag = async (dagId: string) => {
    const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
    if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
    return dag;
  };

  server.get("/api/v2/dags", async () => {
    const dags = await store.listDags();
    return { dags: dags.map(presentDag), total_entries: dags.length };
  });

  server.get<DagPath>("/api/v2/dags/:dag_id", async ({ params }) => presentDag(await oneDag(params.dag_id)));

  server.patch<DagPath>("/api/v2/dags/:dag_id", async (asked) => {
    const { params, body } = asked;
    const { readDagPatch } = await import("../bodies.ts");
    const { isPaused } = readDagPatch(body);
    const event = { event: "patch_dag", owner: ownerOf(asked), dagId: params.dag_id, extra: { is_paused: isPaused } };
    await oneDag(params.dag_id);
    await store.act({ now: clock.now(), dags: [{ dagId: params.dag_id, isPaused }], events: [event] });
    return presentDag(await oneDag(params.dag_id));
  });

  server.post<DagPath>("/api/momiji/v1/dags/:dag_id/confirm-catchup", async (asked) => {
    const { params } = asked;
    const event = { event: "confirm_catchup", owner: ownerOf(asked), dagId: params.dag_id };
    await oneDag(params.dag_id);
    await store.act({ now: clock.now(), dags: [{ dagId: params.dag_id, confirmsCatchup: true }], events: [event] });
    return presentDag(await oneDag(params.dag_id));
  });

  server.post("/api/momiji/v1/reserialize", async () => {
    await reserialize();
    return { import_errors: (await store.listImportErrors()).length };
  });

  server.get("/api/v2/importErrors", async () => {
    const errors = await store.listImportErrors();
    return { import_errors: errors.map(presentImportError), total_entries: errors.length };
  });
}

interface DagPath {
  Params: { dag_id: string };
}
