/** What of a list is about DAGs that the caller may see, where the store's own list takes no scope. */
import type { DagEntity } from "./access/access.ts";
import type { Call } from "./route.ts";

/** In the same order. */
export async function visible<Row extends { readonly dagId: string }>(
  { mayDag }: Pick<Call, "mayDag">,
  entity: DagEntity,
  rows: readonly Row[],
): Promise<Row[]> {
  const known = new Map<string, boolean>();
  for (const { dagId } of rows) if (!known.has(dagId)) known.set(dagId, await mayDag(dagId, entity, "read"));
  return rows.filter(({ dagId }) => known.get(dagId) === true);
}
