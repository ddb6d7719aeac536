/** The tasks of one version of a DAG and what comes before what, for drawings. Beside Airflow's API. */
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { type Call, route, type Route } from "../route.ts";
import { fingerprint, keepable } from "../views/etag.ts";
import { type Around, graphAround } from "../views/graph-around.ts";
import { graphEdges } from "../views/graph-edges.ts";
import { gridRows } from "../views/grid-rows.ts";

export function dagStructureRoutes({ store, graphs }: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/graph",
      operationId: "get_graph",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/views.ts")).graph,
      handle: async (call) => {
        const { dag_id: dagId } = call.params;
        const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
        if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
        const { version = dag.version } = call.query;
        if (version !== dag.version && (await store.loadVersion(dagId, version)) === null)
          throw new ApiError("version_not_found", [dagId, String(version)]);
        const graph = await graphs.of(dagId, version);
        const rows = gridRows([{ version, graph }]);
        const edges = graphEdges(graph, rows);
        const around = await placedAround(store, { dagId, around: graphAround(graph, rows) }, call);
        return keepable(call, { version, structure: fingerprint(JSON.stringify([rows, edges])), rows, edges, around });
      },
    }),
  ];
}

/** With the ids of assets, and without DAGs that whoever asks may not see. */
async function placedAround(
  store: ApiDeps["store"],
  { dagId, around }: { readonly dagId: string; readonly around: readonly Around[] },
  { mayDag }: Pick<Call, "mayDag">,
) {
  const hasAssets = around.some(({ kind }) => kind === "asset");
  const assets = hasAssets ? await store.listAssets({ dagIds: [dagId] }) : [];
  const ids = new Map(assets.map(({ name, id }) => [name, id]));
  const seen = await Promise.all(around.map(async ({ kind, name }) => kind !== "dag" || mayDag(name, "dag", "read")));
  return around
    .filter((_, at) => seen[at])
    .map((each) => ({ ...each, assetId: each.kind === "asset" ? (ids.get(each.name) ?? null) : null }));
}
