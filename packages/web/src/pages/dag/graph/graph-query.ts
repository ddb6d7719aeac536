/** The tasks of a version of a DAG and their edges. A version never changes; the newest is read anew when there is another. */
import type { components } from "@momiji/client";
import { queryOptions } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";

type Answer = components["schemas"]["GridGraph"];

export type Around = Answer["around"][number];

/** `around` of a row: it is no task, but an asset or a DAG beside them. */
export type Structure = Omit<Answer, "rows"> & {
  readonly rows: readonly (Answer["rows"][number] & { readonly around?: Around })[];
};

/** @param version undefined: the newest */
export function graphQuery(dagId: string, version: number | undefined) {
  return queryOptions({
    queryKey: ["graph", dagId, version ?? "newest"],
    queryFn: ({ signal }): Promise<Structure> =>
      client.get("/api/momiji/v1/dags/{dag_id}/graph", {
        params: { path: { dag_id: dagId }, query: version === undefined ? {} : { version } },
        signal,
      }),
  });
}
