/** What an act is about, as lists of task instances in Airflow's shape. */
import { instanceName } from "@momiji/core";
import { affectedBy, type RunAct } from "./act-on-runs.ts";
import { presentTaskInstance } from "./present.ts";

/** `isDryRun`: as they are; else as the act has left them. */
export function presentActs(acts: readonly RunAct[], isDryRun: boolean) {
  const presented = affectedBy(acts).map(({ run, graph, instance }) =>
    presentTaskInstance(run, instance, graph.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec),
  );
  return {
    task_instances: isDryRun ? presented : presented.map((each, at) => ({ ...each, ...statesAfter(acts)[at] })),
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
export function presentPage(list: ReturnType<typeof presentActs>) {
  return { ...list, total_entries_limit: null, next_cursor: null, previous_cursor: null };
}
