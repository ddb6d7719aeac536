/** How many elements the tasks that others are mapped over have returned, as far as they have. */
import { type DagGraph, type GraphTask, RETURN_VALUE, type ReturnedLengths } from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";

export async function returnedLengths(store: Store, graph: DagGraph, loaded: LoadedRun): Promise<ReturnedLengths> {
  const sources = new Set(graph.tasks.flatMap(({ mappedOver }) => mappedOver));
  const lengths = new Map<string, Map<number, number>>();
  if (sources.size === 0) return lengths;
  const taskIds = new Set([...sources].map((index) => (graph.tasks[index] as GraphTask).taskId));
  const { runKey } = loaded.run;
  const ended = loaded.instances.filter(({ taskId, state }) => taskIds.has(taskId) && state === "success");
  const keys = ended.map(({ taskId, mapIndex }) => ({ runKey, taskId, mapIndex, key: RETURN_VALUE }));
  const values = await store.getXComs(keys);
  keys.forEach(({ taskId, mapIndex }, at) => {
    const value = values[at];
    if (typeof value !== "object" || value === null) return;
    const length = Array.isArray(value) ? value.length : Object.keys(value).length;
    lengths.set(taskId, (lengths.get(taskId) ?? new Map<number, number>()).set(mapIndex, length));
  });
  return lengths;
}
