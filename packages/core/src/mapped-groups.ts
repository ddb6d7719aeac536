/** Which mapped group each task of a DAG belongs to. */
import type { DagSpec, TaskGroupSpec, TaskSpec } from "./dag-spec.ts";
import type { MappingSpec } from "./mapping.ts";

export interface MappedGroup {
  readonly groupId: string;
  readonly mapping: MappingSpec;
  /** Groups in it included. */
  readonly taskIds: ReadonlySet<string>;
}

export interface NestedMapping {
  readonly groupId: string;
  /** The task or group in it that is mapped once more. */
  readonly inner: string;
}

/** The mapped groups by id of each task in them; groups without mapping leave no trace. */
export function mappedGroups({ groups = [] }: Pick<DagSpec, "groups">): ReadonlyMap<string, MappedGroup> {
  const byId = new Map(groups.map((group) => [group.groupId, group]));
  const ofTask = new Map<string, MappedGroup>();
  for (const { groupId, mapping, children } of groups) {
    if (mapping === undefined) continue;
    const group = { groupId, mapping, taskIds: new Set(tasksIn(children, byId)) };
    for (const taskId of group.taskIds) ofTask.set(taskId, group);
  }
  return ofTask;
}

function tasksIn(children: readonly string[], groups: ReadonlyMap<string, TaskGroupSpec>): readonly string[] {
  return children.flatMap((id) => {
    const group = groups.get(id);
    return group === undefined ? [id] : tasksIn(group.children, groups);
  });
}

/** A mapping inside a mapped group, which Airflow refuses too; null: there is none. */
export function findNestedMapping({ groups = [], tasks }: Pick<DagSpec, "groups" | "tasks">): NestedMapping | null {
  const byId = new Map(groups.map((group) => [group.groupId, group]));
  const mappedTasks = new Set(tasks.filter(({ mapping }) => mapping !== undefined).map(({ taskId }) => taskId));
  const innerOf = (children: readonly string[]): string | undefined => {
    for (const id of children) {
      const group = byId.get(id);
      if (mappedTasks.has(id) || group?.mapping !== undefined) return id;
      const inner = group === undefined ? undefined : innerOf(group.children);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  for (const { groupId, mapping, children } of groups) {
    const inner = mapping === undefined ? undefined : innerOf(children);
    if (inner !== undefined) return { groupId, inner };
  }
  return null;
}

/** An input of a task that its mapped group does not give; undefined: all are given. */
export function unknownGroupInput(task: TaskSpec, group: MappedGroup | undefined): string | undefined {
  const asked = Object.values(task.groupInputs ?? {});
  const mapping = group?.mapping;
  if (mapping?.kind === "sets") return undefined;
  return asked.find((name) => !(mapping?.over ?? []).some((value) => value.name === name));
}
