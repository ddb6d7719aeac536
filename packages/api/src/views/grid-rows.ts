/** The rows of a grid: tasks and groups of one or several versions of a DAG, groups before what is in them. */
import type { DagGraph, GraphTask, TaskGroupSpec } from "@momiji/core";

export interface GridRow {
  readonly id: string;
  /** Absent: the id. */
  readonly label?: string;
  readonly kind: "task" | "mapped" | "group" | "mapped_group";
  readonly depth: number;
  /** Index of the row of the group around it; -1: none. */
  readonly parent: number;
  /** Of groups: how many tasks and groups are directly inside. */
  readonly children?: number;
  readonly operator?: string;
  readonly rule?: string;
  readonly isSetup?: true;
  readonly isTeardown?: true;
  /** First and last version that has it; the last null: it has it still. Absent: every version that is shown. */
  readonly versions?: readonly (readonly [number, number | null])[];
}

export interface ShownVersion {
  readonly version: number;
  readonly graph: DagGraph;
}

/** @param versions the newest first; tasks that only older ones have come at the end */
export function gridRows(versions: readonly ShownVersion[]): readonly GridRow[] {
  const [newest] = versions;
  if (newest === undefined) return [];
  const rows: GridRow[] = rowsOf(newest.graph);
  const known = new Set(rows.map(({ id }) => id));
  for (const { graph } of versions.slice(1)) {
    for (const task of inOrder(graph)) {
      if (known.has(task.taskId)) continue;
      known.add(task.taskId);
      rows.push(taskRow(task, { depth: 0, parent: -1, group: null }));
    }
  }
  return versions.length === 1 ? rows : rows.map((row) => withVersions(row, versions));
}

function withVersions(row: GridRow, versions: readonly ShownVersion[]): GridRow {
  const isIn = ({ graph }: ShownVersion): boolean =>
    graph.indexOf.has(row.id) || graph.spec.groups?.some(({ groupId }) => groupId === row.id) === true;
  const having = versions.filter(isIn).map(({ version }) => version);
  if (having.length === versions.length) return row;
  const [last] = having;
  const isCurrent = last === versions[0]?.version;
  return { ...row, versions: [[having.at(-1) ?? 0, isCurrent ? null : (last ?? null)]] };
}

function inOrder(graph: DagGraph): readonly GraphTask[] {
  return graph.order.map((index) => graph.tasks[index] as GraphTask);
}

interface Place {
  readonly depth: number;
  readonly parent: number;
  readonly group: TaskGroupSpec | null;
}

/** Topological, with the members of a group together where its first task stands. */
function rowsOf(graph: DagGraph): GridRow[] {
  const groups = new Map(graph.spec.groups?.map((group) => [group.groupId, group]));
  const rank = new Map(graph.order.map((index, at) => [(graph.tasks[index] as GraphTask).taskId, at]));
  const rankOf = (id: string): number => {
    const own = rank.get(id);
    if (own !== undefined) return own;
    const inside = (groups.get(id)?.children ?? []).map(rankOf);
    const first = inside.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER);
    rank.set(id, first);
    return first;
  };
  const grouped = new Set([...groups.values()].flatMap(({ children }) => children));
  const tops = [...graph.tasks.map(({ taskId }) => taskId), ...groups.keys()].filter((id) => !grouped.has(id));
  const rows: GridRow[] = [];
  const add = (ids: readonly string[], place: Place): void => {
    for (const id of ids.toSorted((a, b) => rankOf(a) - rankOf(b))) {
      const group = groups.get(id);
      if (group !== undefined) {
        rows.push(groupRow(group, place));
        add(group.children, { depth: place.depth + 1, parent: rows.length - 1, group });
      } else {
        const task = graph.tasks[graph.indexOf.get(id) ?? -1];
        if (task !== undefined) rows.push(taskRow(task, place));
      }
    }
  };
  add(tops, { depth: 0, parent: -1, group: null });
  return rows;
}

function taskRow(
  { taskId, spec, mapping, rule, isSetup, isTeardown }: GraphTask,
  { depth, parent, group }: Place,
): GridRow {
  const prefix = group === null ? "" : `${group.groupId}.`;
  const short = taskId.startsWith(prefix) ? taskId.slice(prefix.length) : taskId;
  const label = spec.displayName ?? short;
  return {
    id: taskId,
    ...(label === taskId ? {} : { label }),
    kind: mapping === null ? "task" : "mapped",
    depth,
    parent,
    operator: spec.operator,
    rule,
    ...(isSetup ? { isSetup } : {}),
    ...(isTeardown ? { isTeardown } : {}),
  };
}

function groupRow({ groupId, displayName, mapping, children, parent: around }: TaskGroupSpec, place: Place): GridRow {
  const short = around !== undefined && groupId.startsWith(`${around}.`) ? groupId.slice(around.length + 1) : groupId;
  const label = displayName ?? short;
  return {
    id: groupId,
    ...(label === groupId ? {} : { label }),
    kind: mapping === undefined ? "group" : "mapped_group",
    depth: place.depth,
    parent: place.parent,
    children: children.length,
  };
}
