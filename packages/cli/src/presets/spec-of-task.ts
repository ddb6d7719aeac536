/** A DAG of one of its tasks alone, for `tasks test`. */
import { buildGraph, type DagGraph, type DagSpec, type TaskSpec } from "@momiji/core";

/**
 * The task without its upstreams, and so without the inputs that they give, and without its retries: it is tried once. Of
 * a mapped one the tasks that return what it is mapped over stay, with all that stands before them.
 */
export function specOfTask(spec: DagSpec, taskId: string): DagSpec {
  const graph = buildGraph(spec);
  const kept = sourcesOf(graph, taskId);
  const { groups: _, ...flat } = spec;
  const mappedGroups = (spec.groups ?? []).flatMap(({ groupId, mapping }) => {
    const inside = graph.tasks.filter(({ mappedGroup }) => mappedGroup === groupId).map((task) => task.taskId);
    const children = inside.filter((id) => id === taskId || kept.has(id));
    return mapping === undefined || children.length === 0 ? [] : [{ groupId, mapping, children }];
  });
  return {
    ...flat,
    tasks: spec.tasks.flatMap((task) => {
      if (kept.has(task.taskId)) return [task];
      return task.taskId === taskId ? [alone(task, kept)] : [];
    }),
    ...(mappedGroups.length > 0 && { groups: mappedGroups }),
  };
}

/** Names of the inputs that the task does not get then. */
export function inputsLeftOut(spec: DagSpec, taskId: string): readonly string[] {
  const inputsIn = ({ tasks }: DagSpec): readonly string[] =>
    Object.keys(tasks.find((task) => task.taskId === taskId)?.inputs ?? {});
  const left = new Set(inputsIn(specOfTask(spec, taskId)));
  return inputsIn(spec).filter((name) => !left.has(name));
}

function alone({ inputs = {}, setups: _, ...task }: TaskSpec, kept: ReadonlySet<string>): TaskSpec {
  const left = Object.entries(inputs).filter(([, taskId]) => kept.has(taskId));
  const retry = { ...task.retry, retries: 0, delaySeconds: 0 };
  return { ...task, inputs: Object.fromEntries(left), upstream: [], triggerRule: "all_success", retry };
}

function sourcesOf({ tasks, indexOf }: DagGraph, taskId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(tasks[indexOf.get(taskId) ?? -1]?.mappedOver ?? [])];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const task = tasks[index];
    if (task === undefined || found.has(task.taskId)) continue;
    found.add(task.taskId);
    open.push(...task.upstream);
  }
  return found;
}
