/** All DAGs in short, for a search that asks nobody. */
import { queryOptions } from "@tanstack/react-query";
import { client } from "../api/client.ts";

export const indexQuery = queryOptions({
  queryKey: ["search-index"],
  queryFn: ({ signal }) => client.get("/api/momiji/v1/search/index", { signal }),
  // Seldom another, and then the server says so in a few bytes.
  staleTime: 60_000,
});
