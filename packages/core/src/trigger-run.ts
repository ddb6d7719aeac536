/** What a run that somebody asks for looks like: the decision behind every trigger, whoever asks. */
import { whyRunTypeForbidden } from "./allowed-run-types.ts";
import { generateRunId } from "./dag-run.ts";
import type { DagSpec } from "./dag-spec.ts";
import type { Micros } from "./instant.ts";
import type { Json } from "./json.ts";
import type { PlannedRun } from "./planned-run.ts";
import type { RunType, TriggeredBy } from "./run-state.ts";
import type { TriggerRequest } from "./task-protocol.ts";
import type { Timetable } from "./timetable.ts";

export interface TriggerView {
  readonly spec: DagSpec;
  readonly dagVersion: number;
  readonly timetable: Timetable;
  readonly runType: RunType;
  readonly triggeredBy: TriggeredBy;
}

export type TriggerPlan =
  | { readonly ok: true; readonly run: PlannedRun }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** Airflow's default of `[scheduler] allowed_run_id_pattern`. */
const RUN_ID = /^[A-Za-z0-9_.~:+-]+$/;
const RESERVED_PREFIXES = [
  "scheduled__",
  "backfill__",
  "asset_triggered__",
  "asset_materialization__",
  "manual__",
  "operator_triggered__",
];

/**
 * A run by hand: for `now`, or for the logical date asked for; it may start from `runAfter` on. Its data interval is what
 * the timetable infers, or none for a run without a date.
 */
export function planTriggeredRun(view: TriggerView, request: TriggerRequest, now: Micros): TriggerPlan {
  const typeProblem = whyRunTypeForbidden(view.spec, view.runType);
  if (typeProblem !== null) return { ok: false, field: "run_type", message: typeProblem };
  const runIdProblem = request.runId === undefined ? null : judgeRunId(request.runId, view.runType);
  if (runIdProblem !== null) return { ok: false, field: "dag_run_id", message: runIdProblem };
  if ((request.dataIntervalStart === undefined) !== (request.dataIntervalEnd === undefined)) {
    return { ok: false, field: "data_interval_start", message: "give both ends of the data interval, or neither" };
  }
  const logicalDate = request.logicalDate === undefined ? now : request.logicalDate;
  const runAfter = request.runAfter ?? now;
  const inferred = logicalDate === null ? null : view.timetable.manualInterval(logicalDate);
  return {
    ok: true,
    run: {
      dagId: view.spec.dagId,
      runId: request.runId ?? generateRunId(view.runType, runAfter),
      runType: view.runType,
      triggeredBy: view.triggeredBy,
      logicalDate,
      dataIntervalStart: request.dataIntervalStart ?? inferred?.start ?? null,
      dataIntervalEnd: request.dataIntervalEnd ?? inferred?.end ?? null,
      runAfter,
      conf: request.conf ?? {},
      dagVersion: view.dagVersion,
      note: request.note ?? null,
    },
  };
}

/** The values that tasks see as `params`: the DAG's defaults with the run's conf over them (Airflow's `dag_run_conf_overrides_params`). */
export function paramsOf(spec: DagSpec, conf: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  return { ...spec.params?.defaults, ...conf };
}

function judgeRunId(runId: string, runType: RunType): string | null {
  if (!RUN_ID.test(runId)) return `run id ${JSON.stringify(runId)} may hold only letters, digits and _.~:+-`;
  const reserved = RESERVED_PREFIXES.find((prefix) => prefix !== `${runType}__` && runId.startsWith(prefix));
  return reserved === undefined ? null : `run id ${JSON.stringify(runId)} begins with the reserved prefix ${reserved}`;
}
