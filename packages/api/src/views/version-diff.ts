/** How two versions of a DAG differ: tasks, edges, params, and what the DAG says of itself. */
import type { DagSpec, Json, TaskSpec } from "@momiji/core";

export type Edge = readonly [from: string, to: string];

/** Every field of the DAG that is told of elsewhere in the difference. */
const APART: ReadonlySet<string> = new Set(["tasks", "groups", "params", "assets", "source", "version", "dagId"]);

export function structureDiff(before: DagSpec, after: DagSpec) {
  const [old, fresh] = [byId(before), byId(after)];
  const both = [...fresh.values()].filter(({ taskId }) => old.has(taskId));
  const changed = both.flatMap((task) => {
    const fields = fieldsThatDiffer(old.get(task.taskId) as TaskSpec, task, new Set(["upstream"]));
    return fields.length === 0 ? [] : [{ taskId: task.taskId, fields }];
  });
  const [edgesBefore, edgesAfter] = [edgesOf(before), edgesOf(after)];
  const [paramsBefore, paramsAfter] = [paramsOf(before), paramsOf(after)];
  return {
    added: [...fresh.keys()].filter((taskId) => !old.has(taskId)),
    removed: [...old.keys()].filter((taskId) => !fresh.has(taskId)),
    changed,
    edges: { added: without(edgesAfter, edgesBefore), removed: without(edgesBefore, edgesAfter) },
    params: {
      added: Object.keys(paramsAfter).filter((name) => !Object.hasOwn(paramsBefore, name)),
      removed: Object.keys(paramsBefore).filter((name) => !Object.hasOwn(paramsAfter, name)),
      changed: Object.keys(paramsAfter).filter(
        (name) => Object.hasOwn(paramsBefore, name) && !isSame(paramsBefore[name], paramsAfter[name]),
      ),
    },
    dag: fieldsThatDiffer(before, after, APART),
  };
}

function byId({ tasks }: DagSpec): ReadonlyMap<string, TaskSpec> {
  return new Map(tasks.map((task) => [task.taskId, task]));
}

function fieldsThatDiffer(before: object, after: object, except: ReadonlySet<string>): readonly string[] {
  const [left, right] = [before, after] as { readonly [field: string]: Json | undefined }[];
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].filter((field) => !except.has(field) && !isSame(left?.[field], right?.[field])).toSorted();
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function edgesOf({ tasks }: DagSpec): ReadonlyMap<string, Edge> {
  const edges = tasks.flatMap(({ taskId, upstream, inputs = {}, setups = [] }) =>
    [...new Set([...upstream, ...Object.values(inputs), ...setups])].map((from): Edge => [from, taskId]),
  );
  return new Map(edges.map((edge) => [JSON.stringify(edge), edge]));
}

function without(edges: ReadonlyMap<string, Edge>, others: ReadonlyMap<string, Edge>): readonly Edge[] {
  return [...edges].filter(([name]) => !others.has(name)).map(([, edge]) => edge);
}

/** By name its default and its schema. */
function paramsOf({ params }: DagSpec): { readonly [name: string]: Json } {
  const schemas = (params?.schema as { readonly properties?: { readonly [name: string]: Json } } | undefined)
    ?.properties;
  const names = [...new Set([...Object.keys(schemas ?? {}), ...Object.keys(params?.defaults ?? {})])];
  return Object.fromEntries(names.map((name) => [name, [schemas?.[name] ?? null, params?.defaults[name] ?? null]]));
}
