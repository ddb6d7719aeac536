/** Tasks as JSON in Airflow's shape (`TaskResponse`). */
import { type DagGraph, type GraphTask, secondsToSpan } from "@momiji/core";

/** Airflow's colours of the operators that both have. */
const COLORS: { readonly [operator: string]: string } = {
  bash: "#f0ede4",
  empty: "#e8f7e4",
  function: "#ffefeb",
};

export function presentTask({ spec: dag, tasks }: DagGraph, task: GraphTask) {
  const { spec, retry } = task;
  return {
    task_id: spec.taskId,
    task_display_name: spec.displayName ?? spec.taskId,
    owner: spec.owner ?? "airflow",
    start_date: spec.startDate ?? dag.startDate ?? null,
    end_date: spec.endDate ?? dag.endDate ?? null,
    trigger_rule: task.rule,
    depends_on_past: task.dependsOnPast,
    wait_for_downstream: spec.waitForDownstream ?? false,
    retries: retry.retries,
    queue: spec.queue ?? "default",
    pool: spec.pool ?? "default_pool",
    pool_slots: spec.poolSlots ?? 1,
    execution_timeout: spec.executionTimeoutSeconds === undefined ? null : presentSpan(spec.executionTimeoutSeconds),
    retry_delay: presentSpan(retry.delaySeconds),
    retry_exponential_backoff: retry.backoff ?? 0,
    priority_weight: spec.priorityWeight ?? 1,
    weight_rule: spec.weightRule ?? "downstream",
    ui_color: COLORS[spec.operator] ?? "#fff",
    ui_fgcolor: "#000",
    template_fields: spec.templateFields ?? [],
    downstream_task_ids: task.downstream.flatMap((index) => tasks[index]?.taskId ?? []).toSorted(),
    doc_md: spec.doc ?? null,
    operator_name: spec.operator,
    params: {},
    class_ref: { module_path: spec.provider ?? "momiji/operators", class_name: spec.operator },
    is_mapped: task.mapping !== null,
    extra_links: [],
  };
}

/** Airflow's `TimeDelta`. */
function presentSpan(seconds: number) {
  const micros = secondsToSpan(seconds);
  const whole = Math.floor(micros / 1_000_000);
  return {
    __type: "TimeDelta",
    days: Math.floor(whole / 86_400),
    seconds: whole % 86_400,
    microseconds: micros % 1_000_000,
  };
}
