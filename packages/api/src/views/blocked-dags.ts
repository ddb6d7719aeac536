/** DAGs that get nothing because of a failure: by assets that are not made, and runs that are not triggered. */
import type { AssetRef, DagGraph } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { Call } from "../route.ts";

/** Only those that whoever asks may see, by id. @param taskIds what failed, and all that waits for it */
export async function blockedDags(
  store: Pick<Store, "listAssets">,
  { graph, taskIds }: { readonly graph: DagGraph; readonly taskIds: readonly string[] },
  call: Pick<Call, "mayDag">,
): Promise<readonly string[]> {
  const wanted = new Set(taskIds);
  const specs = graph.tasks.filter(({ taskId }) => wanted.has(taskId)).map(({ spec }) => spec);
  const names = new Set(specs.flatMap(({ outlets }): readonly AssetRef[] => outlets ?? []).map(({ name }) => name));
  const assets = names.size === 0 ? [] : await store.listAssets({ dagIds: [graph.spec.dagId] });
  const waiting = assets.filter(({ name }) => names.has(name)).flatMap(({ scheduledDags }) => scheduledDags);
  const triggered = specs.flatMap(({ operator, params }) =>
    operator === "triggerDagRun" && typeof params?.dagId === "string" ? [params.dagId] : [],
  );
  const dagIds = [...new Set([...waiting.map(({ dagId }) => dagId), ...triggered])].toSorted();
  const visible = await Promise.all(dagIds.map((dagId) => call.mayDag(dagId, "dag", "read")));
  return dagIds.filter((_, at) => visible[at]);
}
