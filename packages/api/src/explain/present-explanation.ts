/** Explanations as JSON: ours, and Airflow's `/dependencies`. */
import type { Reason, TimetableRun } from "@momiji/core";
import { presentInstant } from "../present.ts";
import type { DagWhy, RunWhy, TaskExplanation } from "./explainer.ts";

export function presentTaskExplanation({ instance, reasons, passed, notes }: TaskExplanation) {
  const { taskId, mapIndex, state } = instance;
  return { task_id: taskId, map_index: mapIndex, state, runnable: reasons.length === 0, reasons, passed, notes };
}

export function presentRunExplanation({ run, reasons, notes }: RunWhy) {
  return { dag_id: run.dagId, dag_run_id: run.runId, state: run.state, reasons, notes };
}

export function presentDagExplanation({ dag, reasons, notes, next }: DagWhy) {
  return {
    dag_id: dag.dagId,
    runnable: reasons.length === 0,
    reasons,
    notes,
    next_run: next === null ? null : presentNext(next),
  };
}

function presentNext({ logicalDate, dataInterval, runAfter }: TimetableRun) {
  return {
    logical_date: presentInstant(logicalDate),
    data_interval_start: presentInstant(dataInterval.start),
    data_interval_end: presentInstant(dataInterval.end),
    run_after: presentInstant(runAfter),
  };
}

/**
 * As Airflow answers: the dependencies that are not met, by the names of its classes. One that has ended or is with a
 * worker has none there.
 */
export function presentDependencies({ reasons }: TaskExplanation) {
  const shown = reasons.filter(({ code }) => DEPENDENCY[code] !== null);
  return { dependencies: shown.map(({ code, text }) => ({ name: DEPENDENCY[code] ?? code, reason: text })) };
}

/** Airflow's names (`ti_deps`); null: no dependency there. */
const DEPENDENCY: { readonly [code in Reason["code"]]?: string | null } = {
  dag_gone: "Dag Not Paused",
  dag_paused: "Dag Not Paused",
  run_queued: "Dagrun Running",
  run_not_due: "Dagrun Running",
  backfill_paused: "Dagrun Running",
  backfill_max_active_runs: "Dagrun Running",
  run_ended: "Dagrun Running",
  ended: null,
  caused_by: null,
  held: null,
  upstream: "Trigger Rule",
  mapping: "Mapped dependencies have succeeded",
  depends_on_past: "Previous Dagrun State",
  wait_for_downstream: "Previous Dagrun State",
  retry_wait: "Not In Retry Period",
  pool: "Pool Slots Available",
  max_active_tasks: "Task Instance Slots Available",
  max_active_tis_per_dag: "Task Concurrency",
  max_active_tis_per_dagrun: "Task Concurrency",
  executor: "Executor Slots Available",
};
