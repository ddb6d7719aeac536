/** What an act is about, as lists of task instances in Airflow's shape. */
import { instanceName } from "@momiji/core";
import type { Store } from "@momiji/store";
import { affectedBy, type RunAct } from "./act-on-runs.ts";
import type { Graphs } from "./graphs.ts";
import { listedInstance, presentTaskInstance } from "./present.ts";

interface PresentDeps {
  readonly graphs: Graphs;
  readonly store: Store;
}

/** `isDryRun`: as they are; else as the act has left them. */
export async function presentActs({ graphs, store }: PresentDeps, acts: readonly RunAct[], isDryRun: boolean) {
  const notes = new Map<string, string>();
  for (const runKey of new Set(acts.map(({ view }) => view.run.runKey))) {
    for (const each of await store.listTaskNotes(runKey)) notes.set(`${runKey} ${instanceName(each)}`, each.note ?? "");
  }
  const presented = await Promise.all(
    affectedBy(acts).map(async ({ run, instance }) => {
      const note = notes.get(`${run.runKey} ${instanceName(instance)}`) ?? null;
      return presentTaskInstance(listedInstance(run, instance, note), await graphs.version(run.dagId, run.dagVersion));
    }),
  );
  const after = isDryRun ? [] : statesAfter(acts);
  return {
    task_instances: presented.map((each, at) => ({ ...each, ...after[at] })),
    total_entries: presented.length,
  };
}

/** State and tries of each affected instance after its act, in the same order. */
function statesAfter(acts: readonly RunAct[]) {
  return acts.flatMap(({ act: { affected, changes } }) => {
    const after = new Map([...changes.insert, ...changes.update].map((each) => [instanceName(each), each]));
    return affected.map((instance) => {
      const { state, maxTries } = after.get(instanceName(instance)) ?? instance;
      return { state, max_tries: maxTries };
    });
  });
}

/** As a page of a list, which Airflow answers changes with: all of it. */
export function presentPage(list: Awaited<ReturnType<typeof presentActs>>) {
  return { ...list, total_entries_limit: null, next_cursor: null, previous_cursor: null };
}
