/** Questions to people, callbacks and deadlines as JSON: the first in Airflow's shape, the others in its style. */
import {
  type CallbackRecord,
  type DeadlineRecord,
  type InputAnswer,
  type InputSpec,
  isoZ,
  type Json,
} from "@momiji/core";
import type { InputDetail } from "@momiji/store";
import type { FoundInput } from "./answer-input.ts";
import { listedInstance, presentInstant, presentTaskInstance } from "./present.ts";

/** Airflow's `HITLDetail`. */
export function presentInput(
  detail: InputDetail,
  { run, instance, task, version }: Pick<FoundInput, "run" | "instance" | "task" | "version">,
) {
  const { answer } = detail;
  const { options, defaults, multiple, form, assignees } = task.input;
  return {
    options,
    subject: detail.subject,
    body: detail.body,
    defaults: defaults ?? null,
    multiple: multiple ?? false,
    params: paramsOfForm(form),
    assigned_users: assignees ?? [],
    created_at: isoZ(detail.createdAt),
    response_timeout_at: presentInstant(detail.until),
    responded_by_user: answer?.respondedBy ?? null,
    responded_at: presentInstant(answer?.respondedAt ?? null),
    chosen_options: answer?.chosenOptions ?? null,
    params_input: answer?.paramsInput ?? {},
    response_received: answer !== null,
    task_instance: presentTaskInstance(listedInstance(run, { ...instance, tryNumber: detail.tryNumber }), version),
  };
}

/** Airflow's form of a param: value, description, schema. */
function paramsOfForm(form: InputSpec["form"]): { readonly [name: string]: Json } {
  const { properties = {} } = (form?.schema ?? {}) as {
    readonly properties?: { readonly [name: string]: { readonly [word: string]: Json } };
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { value: form?.defaults[name] ?? null, description: schema["description"] ?? null, schema },
    ]),
  );
}

/** Airflow's `HITLDetailResponse`. */
export function presentAnswer({ respondedBy, respondedAt, chosenOptions, paramsInput }: InputAnswer) {
  return {
    responded_by: respondedBy,
    responded_at: isoZ(respondedAt),
    chosen_options: chosenOptions,
    params_input: paramsInput,
  };
}

export function presentCallback(record: CallbackRecord) {
  const { facts } = record;
  return {
    id: record.id,
    dag_id: record.dagId,
    dag_run_id: record.runId,
    task_id: record.taskId,
    map_index: record.taskId === null ? null : (facts.instance?.mapIndex ?? null),
    try_number: record.taskId === null ? null : (facts.instance?.tryNumber ?? null),
    event: facts.event,
    ordinal: record.ordinal + 1,
    name: record.spec.name,
    reason: facts.reason,
    state: record.state,
    deliveries: record.deliveries,
    created_at: isoZ(record.createdAt),
    due_at: presentInstant(record.dueAt),
    ended_at: presentInstant(record.endedAt),
    message: record.message,
  };
}

export function presentDeadline(record: DeadlineRecord) {
  return {
    dag_id: record.dagId,
    dag_run_id: record.runId,
    ordinal: record.ordinal + 1,
    name: record.name,
    state: record.state,
    deadline_time: presentInstant(record.dueAt),
    created_at: isoZ(record.createdAt),
    ended_at: presentInstant(record.endedAt),
  };
}
