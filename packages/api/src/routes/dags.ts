/** DAGs: list, look, pause, and the word of a person for a held catchup. */
import type { DagRecord } from "@momiji/store";
import { ApiError } from "../errors.ts";
import { presentDag, presentImportError } from "../present.ts";
import type { ApiOptions } from "../api-options.ts";
import { route, type Route } from "../route.ts";

export function dagRoutes(options: ApiOptions): readonly Route[] {
  return [...looks(options), ...acts(options), ...fileRoutes(options)];
}

async function knownDag({ store }: ApiOptions, dagId: string): Promise<DagRecord> {
  const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
  if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
  return dag;
}

function looks(options: ApiOptions): readonly Route[] {
  const { store } = options;
  return [
    route({
      method: "GET",
      path: "/api/v2/dags",
      operationId: "get_dags",
      access: { dag: "dag", may: "read" },
      handle: async () => {
        const dags = await store.listDags();
        return { dags: dags.map(presentDag), total_entries: dags.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}",
      operationId: "get_dag",
      access: { dag: "dag", may: "read" },
      handle: async ({ params }) => presentDag(await knownDag(options, params.dag_id)),
    }),
  ];
}

function acts(options: ApiOptions): readonly Route[] {
  const { store, clock } = options;
  return [
    route({
      method: "PATCH",
      path: "/api/v2/dags/{dag_id}",
      operationId: "patch_dag",
      access: { dag: "dag", may: "edit" },
      handle: async (asked) => {
        const { params, body } = asked;
        const { readDagPatch } = await import("../bodies.ts");
        const { isPaused } = readDagPatch(body);
        const event = {
          event: "patch_dag",
          owner: asked.principal.name,
          dagId: params.dag_id,
          extra: { is_paused: isPaused },
        };
        await knownDag(options, params.dag_id);
        await store.act({ now: clock.now(), dags: [{ dagId: params.dag_id, isPaused }], events: [event] });
        return presentDag(await knownDag(options, params.dag_id));
      },
    }),

    route({
      method: "POST",
      path: "/api/momiji/v1/dags/{dag_id}/confirm-catchup",
      operationId: "confirm_catchup",
      access: { dag: "dag", may: "edit" },
      handle: async (asked) => {
        const { params } = asked;
        const event = { event: "confirm_catchup", owner: asked.principal.name, dagId: params.dag_id };
        await knownDag(options, params.dag_id);
        await store.act({ now: clock.now(), dags: [{ dagId: params.dag_id, confirmsCatchup: true }], events: [event] });
        return presentDag(await knownDag(options, params.dag_id));
      },
    }),
  ];
}

function fileRoutes({ store, reserialize }: ApiOptions): readonly Route[] {
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/reserialize",
      operationId: "reserialize",
      access: { thing: "dag_files", may: "edit" },
      handle: async () => {
        await reserialize();
        return { import_errors: (await store.listImportErrors()).length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/importErrors",
      operationId: "get_import_errors",
      access: { thing: "import_errors", may: "read" },
      handle: async () => {
        const errors = await store.listImportErrors();
        return { import_errors: errors.map(presentImportError), total_entries: errors.length };
      },
    }),
  ];
}
