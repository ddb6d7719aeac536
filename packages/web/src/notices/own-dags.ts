/** The DAGs of the reader: those with their star, and those whose owner they are. */
import { queryOptions } from "@tanstack/react-query";
import { client } from "../api/client.ts";

const KEPT_MILLIS = 60_000;
const MOST = 100;

export const ownDags = (username: string) =>
  queryOptions({
    queryKey: ["own-dags", username],
    staleTime: KEPT_MILLIS,
    queryFn: async (): Promise<ReadonlySet<string>> => {
      const found = await Promise.all(
        [{ is_favorite: true }, { owners: [username] }].map((filter) =>
          client.get("/api/v2/dags", { params: { query: { ...filter, limit: MOST } } }),
        ),
      );
      return new Set(found.flatMap(({ dags }) => dags.map(({ dag_id: id }) => id)));
    },
  });
