/** Two runs beside each other: what they were given, and how long their tasks took. */
import type { components } from "@momiji/client";

type TaskInstance = Pick<components["schemas"]["TaskInstanceResponse"], "task_id" | "map_index" | "state" | "duration">;

export interface ComparedTask {
  readonly name: string;
  readonly before: TaskInstance | undefined;
  readonly after: TaskInstance | undefined;
}

/** What took longer by the most comes first; tasks that only one of them has come last. */
export function compareTasks(before: readonly TaskInstance[], after: readonly TaskInstance[]): readonly ComparedTask[] {
  const nameOf = ({ task_id: id, map_index: index }: TaskInstance): string => (index < 0 ? id : `${id} [${index}]`);
  const [left, right] = [before, after].map((tasks) => new Map(tasks.map((task) => [nameOf(task), task])));
  const names = [...new Set([...before, ...after].map(nameOf))];
  return names
    .map((name) => ({ name, before: left?.get(name), after: right?.get(name) }))
    .toSorted((a, b) => slowerBy(b) - slowerBy(a));
}

function slowerBy({ before, after }: ComparedTask): number {
  if (before === undefined || after === undefined) return -Infinity;
  return (after.duration ?? 0) - (before.duration ?? 0);
}

export interface ComparedParam {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

type Conf = { readonly [name: string]: unknown } | null;

/** Only what differs. */
export function compareConf(before: Conf, after: Conf): readonly ComparedParam[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const textOf = (conf: Conf, name: string): string | undefined =>
    conf !== null && Object.hasOwn(conf, name) ? JSON.stringify(conf[name]) : undefined;
  return names
    .map((name) => ({ name, before: textOf(before, name), after: textOf(after, name) }))
    .filter((param) => param.before !== param.after);
}
