/** The graph of a DAG draft: who comes after whom, and where groups begin and end. */
import type { DagDraft, DraftTask } from "./dag-draft.ts";

/** Ids of the tasks right after one, in the order of the file. */
export function tasksAfter(draft: DagDraft, taskId: string): readonly string[] {
  return [...draft.tasks].filter(([, { upstream }]) => upstream.has(taskId)).map(([id]) => id);
}

/** Ids of everything further down than these, themselves left out unless one lies behind another. */
export function tasksBehind(draft: DagDraft, taskIds: readonly string[]): ReadonlySet<string> {
  const after = new Map<string, string[]>();
  for (const [id, { upstream }] of draft.tasks) for (const up of upstream) listOf(after, up).push(id);
  return closure(taskIds, (id) => after.get(id) ?? []);
}

/** Ids of everything further up than this task. */
export function tasksAbove(draft: DagDraft, taskId: string): ReadonlySet<string> {
  return closure([taskId], (id) => draft.tasks.get(id)?.upstream ?? []);
}

/** Ids of all tasks in a group and in the groups within it. */
export function tasksInGroup(draft: DagDraft, groupId: string): readonly string[] {
  const ids: string[] = [];
  const groups = [groupId];
  for (const group of groups) {
    for (const child of draft.groups.get(group)?.children ?? []) (draft.groups.has(child) ? groups : ids).push(child);
  }
  return ids;
}

/** Of these tasks, those with none of them before them. */
export function firstOf(draft: DagDraft, taskIds: readonly string[]): readonly string[] {
  const inside = new Set(taskIds);
  return taskIds.filter((id) => inside.isDisjointFrom(taskNamed(draft, id).upstream));
}

/** Of these tasks, those with none of them after them. */
export function lastOf(draft: DagDraft, taskIds: readonly string[]): readonly string[] {
  const followed = new Set(taskIds.flatMap((id) => [...taskNamed(draft, id).upstream]));
  return taskIds.filter((id) => !followed.has(id));
}

/**
 * Where an edge from a group begins: at its last tasks, but not at teardowns, which nobody else waits for. In their place
 * stands what is right before them inside, setups left out. (Airflow's `TaskGroup.get_leaves`.)
 */
export function endsOfGroup(draft: DagDraft, groupId: string): readonly string[] {
  const taskIds = tasksInGroup(draft, groupId);
  const inside = new Set(taskIds);
  const ends = new Set<string>();
  const open = [...lastOf(draft, taskIds)];
  for (const id of open) {
    const { role, upstream } = taskNamed(draft, id);
    if (!role.isTeardown) ends.add(id);
    else open.push(...[...upstream].filter((up) => inside.has(up) && !taskNamed(draft, up).role.isSetup));
  }
  return [...ends];
}

function closure(from: Iterable<string>, next: (id: string) => Iterable<string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (reached.has(other)) continue;
      reached.add(other);
      open.push(other);
    }
  }
  return reached;
}

function taskNamed(draft: DagDraft, id: string): DraftTask {
  return draft.tasks.get(id) as DraftTask;
}

function listOf(lists: Map<string, string[]>, key: string): string[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
