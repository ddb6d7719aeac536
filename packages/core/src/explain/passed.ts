/** What of the run a waiting task instance needs no longer wait for: told by the judgements that hold others back. */
import type { GraphTask } from "../dag-graph.ts";
import type { DagRun, TaskInstance } from "../dag-run.ts";
import { isoZ } from "../instant.ts";
import type { Surroundings } from "../readiness.ts";
import { judgeTriggerRule, triggerRuleWords } from "../trigger-rules.ts";
import type { PassedCheck } from "./reason.ts";
import { ruleData } from "./rule-data.ts";

export function passedByRun({ state, startDate }: DagRun): PassedCheck[] {
  if (state !== "running") return [];
  const since = startDate === null ? null : isoZ(startDate);
  return [{ code: "run_queued", text: "the run has begun", details: { since } }];
}

/** Its rule is met, the run before is far enough, its waiting time is over. */
export function passedBy(around: Surroundings, task: GraphTask, instance: TaskInstance): PassedCheck[] {
  return [...rule(around, task, instance), ...past(around, task), ...time(around, instance)];
}

/** A rule that looks at nothing is none; of a mapped group each index has one, once it is there. */
function rule(around: Surroundings, task: GraphTask, { mapIndex }: TaskInstance): PassedCheck[] {
  const counts = around.countsOf(task, mapIndex);
  if (counts.direct.total === 0 || (task.mappedGroup !== null && mapIndex < 0)) return [];
  if (judgeTriggerRule(task.rule, counts, mapIndex).kind !== "pass") return [];
  return [{ code: "upstream", text: triggerRuleWords(task.rule, counts), details: ruleData(task.rule, counts) }];
}

function past(around: Surroundings, task: GraphTask): PassedCheck[] {
  if (!task.dependsOnPast) return [];
  const block = around.pastBlockOf(task);
  return [
    ...(block === "depends_on_past" ? [] : [PAST]),
    ...(task.spec.waitForDownstream === true && block === null ? [DOWNSTREAM] : []),
  ];
}

const PAST: PassedCheck = {
  code: "depends_on_past",
  text: "depends_on_past: nothing of the same task is open in the run before",
};
const DOWNSTREAM: PassedCheck = {
  code: "wait_for_downstream",
  text: "wait_for_downstream: nothing of the tasks right after it is open in the run before",
};

function time({ now }: Surroundings, { resumeAt }: TaskInstance): PassedCheck[] {
  if (resumeAt === null || resumeAt > now) return [];
  return [{ code: "retry_wait", text: "its waiting time is over", details: { until: isoZ(resumeAt) } }];
}
