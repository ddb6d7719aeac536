/** How many elements the tasks that others are mapped over have returned, as far as they have. */
import type { DagGraph, ReturnedLengths } from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";

export function returnedLengths(store: Store, graph: DagGraph, { run }: LoadedRun): Promise<ReturnedLengths> {
  const sources = graph.tasks.filter(({ mappers }) => mappers.length > 0).map(({ taskId }) => taskId);
  return sources.length === 0 ? Promise.resolve(new Map()) : store.returnedLengths(run.runKey, sources);
}
