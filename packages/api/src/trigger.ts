/** Creates a run that somebody asked for: a client of the API, the command line, or a task. */
import {
  type Clock,
  createTimetable,
  parseInstant,
  planTriggeredRun,
  type RunType,
  type TriggeredBy,
  type TriggerRequest,
} from "@momiji/core";
import type { CreatedRun, DagRecord, Store } from "@momiji/store";
import { ApiError } from "./errors.ts";
import { problemOfParams } from "./params.ts";

export interface TriggerDeps {
  readonly store: Store;
  readonly clock: Clock;
}

export interface TriggerOrigin {
  readonly runType: RunType;
  readonly triggeredBy: TriggeredBy;
  /** Who asked for it, for the event log. */
  readonly owner: string;
  /** The address that they asked from; absent: not over the network. */
  readonly from?: string;
}

/** @throws ApiError `dag_not_found`, `invalid_params`, `invalid_run_id`, `run_type_not_allowed`, `invalid`; an existing run is an answer, not an error. */
export async function triggerRun(
  { store, clock }: TriggerDeps,
  { dagId, request }: { dagId: string; request: TriggerRequest },
  { owner, from, ...origin }: TriggerOrigin,
): Promise<CreatedRun> {
  const dag = await knownDag(store, dagId);
  const problem = await problemOfParams(dag.spec, request.conf ?? {});
  if (problem !== null) throw new ApiError("invalid_params", [problem]);
  const startDate = dag.spec.startDate === undefined ? null : parseInstant(dag.spec.startDate);
  const timetable = createTimetable(dag.spec.schedule, { startDate });
  const plan = planTriggeredRun(
    { spec: dag.spec, dagVersion: dag.version, timetable, ...origin },
    request,
    clock.now(),
  );
  if (!plan.ok) throw refusal(plan);
  const event = {
    event: "trigger_dag_run",
    owner,
    dagId,
    runId: plan.run.runId,
    ...(plan.run.logicalDate === null ? {} : { logicalDate: plan.run.logicalDate }),
    extra: {
      run_type: plan.run.runType,
      triggered_by: plan.run.triggeredBy,
      conf: plan.run.conf,
      ...(from === undefined ? {} : { from }),
    },
  };
  const user = origin.triggeredBy === "operator" ? {} : { triggeringUser: owner };
  const [created] = await store.createRuns([{ ...plan.run, ...user }], clock.now(), [event]);
  if (created === undefined) throw new Error("the store answered nothing to createRuns");
  return created;
}

/** Why no run is planned, as an answer. */
export function refusal({ field, message }: { readonly field: string; readonly message: string }): ApiError {
  if (field === "run_type") return new ApiError("run_type_not_allowed", [message]);
  // Airflow looks at both ends of the interval together.
  if (field === "data_interval_start") return new ApiError("invalid", [message], ["body"]);
  return field === "dag_run_id"
    ? new ApiError("invalid_run_id", [message])
    : new ApiError("invalid", [message], ["body", field]);
}

export async function knownDag(store: Store, dagId: string): Promise<DagRecord> {
  const [dag] = await store.listDags({ dagIds: [dagId] });
  if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
  return dag;
}
