/** What setups, teardowns and fail-fast DAGs ask of the tasks around them: refused here as Airflow refuses it. */
import { DagGraphError } from "./dag-graph-error.ts";
import type { DagSpec, TaskSpec } from "./dag-spec.ts";
import type { TriggerRule } from "./trigger-rules.ts";

/** What this asks of a task; numbers are indexes. */
interface RoleTask {
  readonly taskId: string;
  readonly spec: TaskSpec;
  readonly rule: TriggerRule;
  readonly downstream: readonly number[];
  readonly isSetup: boolean;
  readonly isTeardown: boolean;
}

/**
 * @throws DagGraphError if a task is both a setup and a teardown, a teardown names a setup that is none, a task right after
 * a setup has another rule than `all_success`, or a task of a fail-fast DAG has a rule that could wait for a failure.
 */
export function checkRoles(spec: DagSpec, tasks: readonly RoleTask[], indexOf: ReadonlyMap<string, number>): void {
  for (const task of tasks) {
    checkOneRole(task);
    if (task.isTeardown) checkSetupsOf(task, tasks, indexOf);
    if (task.isSetup) checkRulesAfter(task, tasks);
    if (spec.failFast === true) checkFailFast(task);
  }
}

function checkOneRole({ taskId, isSetup, isTeardown }: RoleTask): void {
  if (!isSetup || !isTeardown) return;
  const message = `task "${taskId}" is a setup and a teardown: make it one of the two, or two tasks of it`;
  throw new DagGraphError("setup_and_teardown", message, [taskId]);
}

function checkSetupsOf({ taskId, spec }: RoleTask, tasks: readonly RoleTask[], indexOf: ReadonlyMap<string, number>) {
  const isSetup = (id: string) => tasks[indexOf.get(id) ?? -1]?.isSetup === true;
  const other = spec.setups?.find((id) => !isSetup(id));
  if (other === undefined) return;
  const message = `teardown "${taskId}" belongs to "${other}", which is no setup: make it a setup, or leave it out of the setups`;
  throw new DagGraphError("no_setup", message, [taskId, other]);
}

function checkRulesAfter(setup: RoleTask, tasks: readonly RoleTask[]): void {
  for (const index of setup.downstream) {
    const task = tasks[index] as RoleTask;
    if (task.isTeardown || task.rule === "all_success") continue;
    const message =
      `task "${task.taskId}" stands right after the setup "${setup.taskId}" with trigger rule ${task.rule}: ` +
      "a task right after a setup must have all_success";
    throw new DagGraphError("rule_after_setup", message, [setup.taskId, task.taskId]);
  }
}

function checkFailFast({ taskId, rule }: RoleTask): void {
  if (rule === "all_success" || rule === "all_done_setup_success") return;
  const message =
    `task "${taskId}" has trigger rule ${rule}, but the DAG fails fast: after a failure nothing but teardowns runs. ` +
    "Use all_success, make it a teardown, or set failFast to false";
  throw new DagGraphError("rule_under_fail_fast", message, [taskId]);
}
