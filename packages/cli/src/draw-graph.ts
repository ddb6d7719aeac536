/** A DAG as text: one task a line in an order that follows the edges, indented by depth, with the rule if it is not the usual one. */
import type { TaskSpec } from "@momiji/core";

/** What is drawn of a task. */
export type DrawnTask = Pick<TaskSpec, "taskId" | "operator" | "upstream" | "edgeLabels" | "isSetup" | "isTeardown"> & {
  readonly triggerRule?: string;
};

export function drawGraph({ tasks }: { readonly tasks: readonly DrawnTask[] }): string {
  const depths = depthsOf(tasks);
  const lines = [...tasks]
    .sort((a, b) => (depths.get(a.taskId) ?? 0) - (depths.get(b.taskId) ?? 0))
    .map((task) => line(task, depths.get(task.taskId) ?? 0));
  return `${lines.join("\n")}\n`;
}

function line(task: DrawnTask, depth: number): string {
  const upstream = task.upstream.length === 0 ? "" : ` <- ${task.upstream.map((id) => withLabel(id, task)).join(", ")}`;
  const rule = task.triggerRule === undefined || task.triggerRule === "all_success" ? "" : `  (${task.triggerRule})`;
  const role = task.isSetup === true ? "  (setup)" : task.isTeardown === true ? "  (teardown)" : "";
  return `${"  ".repeat(depth)}${depth === 0 ? "*" : "└"} ${task.taskId} [${task.operator}]${upstream}${role}${rule}`;
}

function withLabel(upstream: string, { edgeLabels }: DrawnTask): string {
  const label = edgeLabels?.[upstream];
  return label === undefined ? upstream : `${upstream} "${label}"`;
}

/** Longest way from a root, in edges. The spec has no cycles: it was published. */
function depthsOf(tasks: readonly DrawnTask[]): Map<string, number> {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const depths = new Map<string, number>();
  const depthOf = (task: DrawnTask): number => {
    const known = depths.get(task.taskId);
    if (known !== undefined) return known;
    const above = task.upstream.flatMap((id) => byId.get(id) ?? []).map(depthOf);
    const depth = above.length === 0 ? 0 : Math.max(...above) + 1;
    depths.set(task.taskId, depth);
    return depth;
  };
  for (const task of tasks) depthOf(task);
  return depths;
}
