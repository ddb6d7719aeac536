/** Creates a run that somebody asked for: a client of the API, the command line, or a task. */
import {
  type Clock,
  createTimetable,
  generateRunId,
  type Micros,
  parseInstant,
  type PlannedRun,
  planTriggeredRun,
  type RunType,
  type TriggeredBy,
  type TriggerRequest,
} from "@momiji/core";
import type { CreatedRun, DagRecord, EventLogEntry, Store } from "@momiji/store";
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
  asked: { dagId: string; request: TriggerRequest },
  origin: TriggerOrigin,
): Promise<CreatedRun> {
  const { dagId, request } = asked;
  const dag = await knownDag(store, dagId);
  const problem = await problemOfParams(dag.spec, request.conf ?? {});
  if (problem !== null) throw new ApiError("invalid_params", [problem]);
  const isNamed = request.runId !== undefined || (request.logicalDate ?? null) !== null;
  let wanted = request;
  for (let now = clock.now(); ; now = Math.max(clock.now(), now + 1)) {
    const { run, event } = planOf(dag, wanted, { ...origin, now });
    const [created] = await store.createRuns([run], now, [event]);
    if (created === undefined) throw new Error("the store answered nothing to createRuns");
    // Others were triggered in the same microsecond: whoever named neither a date nor an id did not ask for that run.
    if (created.created || isNamed) return created;
    // An id is made of the moment that a run may begin at: if that was said, only more letters make it another one, as in Airflow.
    if (request.runAfter !== undefined)
      wanted = { ...request, runId: `${generateRunId(origin.runType, request.runAfter)}_${now.toString(36)}` };
  }
}

function planOf(
  dag: DagRecord,
  request: TriggerRequest,
  { owner, from, now, ...origin }: TriggerOrigin & { readonly now: Micros },
): { run: PlannedRun; event: EventLogEntry } {
  const { dagId, spec, version: dagVersion } = dag;
  const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
  const timetable = createTimetable(spec.schedule, { startDate });
  const plan = planTriggeredRun({ spec, dagVersion, timetable, ...origin }, request, now);
  if (!plan.ok) throw refusal(plan);
  const { runId, logicalDate, runType, triggeredBy, conf } = plan.run;
  const event = {
    event: "trigger_dag_run",
    owner,
    dagId,
    runId,
    ...(logicalDate === null ? {} : { logicalDate }),
    extra: { run_type: runType, triggered_by: triggeredBy, conf, ...(from === undefined ? {} : { from }) },
  };
  const user = triggeredBy === "operator" ? {} : { triggeringUser: owner };
  return { run: { ...plan.run, ...user }, event };
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
