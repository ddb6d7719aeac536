/** The DAGs that a user has marked as favourites. */
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";

export function favoriteRoutes({ store }: ApiOptions): readonly Route[] {
  const requireDag = async (dagId: string): Promise<void> => {
    const found = await store.listDags({ dagIds: [dagId], includeInactive: true });
    if (found.length === 0) throw new ApiError("favorite_dag_not_found", [dagId]);
  };
  return [
    route({
      method: "POST",
      path: "/api/v2/dags/{dag_id}/favorite",
      operationId: "favorite_dag",
      schemas: async () => (await import("../schemas/dag-writes.ts")).favorite,
      access: { dag: "dag", may: "read" },
      handle: async ({ params: { dag_id: dagId }, principal }) => {
        await requireDag(dagId);
        await store.setFavorite(principal.name, dagId, true);
        return answer(204);
      },
    }),
    route({
      method: "POST",
      path: "/api/v2/dags/{dag_id}/unfavorite",
      operationId: "unfavorite_dag",
      schemas: async () => (await import("../schemas/dag-writes.ts")).favorite,
      access: { dag: "dag", may: "read" },
      handle: async ({ params: { dag_id: dagId }, principal }) => {
        await requireDag(dagId);
        if (!(await store.setFavorite(principal.name, dagId, false))) throw new ApiError("no_favorite");
        return answer(204);
      },
    }),
  ];
}
