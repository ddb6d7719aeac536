/** Priorities that a function of the author computes (Airflow's custom `PriorityWeightStrategy`), once, when the file is read. */
import type { TaskSpec } from "@momiji/core";
import { show } from "./checks.ts";
import type { DagDraft, DraftTask } from "./dag-draft.ts";
import { DagDefinitionError, taskPlace } from "./definition-error.ts";
import { tasksAbove, tasksBehind } from "./draft-graph.ts";

export function weightFields(
  draft: DagDraft,
  { spec, weigh }: DraftTask,
): Pick<TaskSpec, "priorityWeight" | "weightRule"> {
  if (weigh === undefined) return {};
  const { taskId } = spec;
  const weightOf = (id: string) => draft.tasks.get(id)?.spec.priorityWeight ?? 1;
  const weight = weigh({
    taskId,
    priorityWeight: weightOf(taskId),
    upstream: tasksAbove(draft, taskId),
    downstream: tasksBehind(draft, [taskId]),
    weightOf,
  });
  if (!Number.isSafeInteger(weight)) {
    const problem = `the function must give a whole number, not ${show(weight)}`;
    throw new DagDefinitionError(`${taskPlace(draft.dagId, taskId)}, weightRule`, problem);
  }
  return { priorityWeight: weight, weightRule: "absolute" };
}
