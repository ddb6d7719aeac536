/** The tasks around one, two levels up and down. */

export interface GraphTask {
  readonly task_id: string;
  readonly trigger_rule: string;
  readonly downstream_task_ids: readonly string[];
}

/** From the farthest above to the farthest below, the task itself in the middle. */
export function neighboursOf(tasks: readonly GraphTask[], taskId: string): readonly (readonly string[])[] {
  const below = new Map(tasks.map((task) => [task.task_id, task.downstream_task_ids]));
  const above = new Map<string, string[]>();
  for (const { task_id: from, downstream_task_ids: to } of tasks)
    for (const each of to) above.set(each, [...(above.get(each) ?? []), from]);
  const [up, upper] = levels(above, taskId);
  const [down, lower] = levels(below, taskId);
  return [upper, up, [taskId], down, lower];
}

/** Each task once, at its nearest. */
function levels(
  next: ReadonlyMap<string, readonly string[]>,
  taskId: string,
): readonly [readonly string[], readonly string[]] {
  const first = [...new Set(next.get(taskId) ?? [])];
  const second = new Set(first.flatMap((each) => next.get(each) ?? []));
  for (const near of [taskId, ...first]) second.delete(near);
  return [first, [...second]];
}
