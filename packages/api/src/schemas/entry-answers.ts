/** What is answered about XComs, about the event log, and about questions to people. */
import { z } from "zod";
import { AnyJson, AnyObject, collection, Instant } from "./answer.ts";
import { Instance } from "./task-answers.ts";

const xcom = {
  key: z.string(),
  timestamp: Instant,
  logical_date: Instant.nullable(),
  map_index: z.int(),
  task_id: z.string(),
  dag_id: z.string(),
  run_id: z.string(),
  dag_display_name: z.string(),
  task_display_name: z.string(),
  run_after: Instant,
};

export const XComs = collection(
  "XComCollectionResponse",
  "xcom_entries",
  z.strictObject(xcom).meta({ id: "XComResponse", description: "An XCom without its value" }),
);
export const XCom = z
  .strictObject({ ...xcom, value: AnyJson.meta({ description: "Secrets in it are hidden" }) })
  .meta({ id: "XComResponseNative", description: "An XCom; with `stringify` its value is a text" });

export const EventLog = z
  .strictObject({
    event_log_id: z.int(),
    when: Instant,
    dag_id: z.string().nullable(),
    task_id: z.string().nullable(),
    run_id: z.string().nullable(),
    map_index: z.int().nullable(),
    try_number: z.int().nullable(),
    event: z.string().meta({ description: "The operation" }),
    logical_date: Instant.nullable(),
    owner: z.string().nullable().meta({ description: "Who did it" }),
    extra: z.string().nullable().meta({ description: "JSON: what was asked for, from where, what was there before" }),
    dag_display_name: z.string().nullable(),
    task_display_name: z.string().nullable(),
  })
  .meta({ id: "EventLogResponse", description: "Who did what" });
export const EventLogs = collection("EventLogCollectionResponse", "event_logs", EventLog);

const User = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: "HITLUser" });

const Field = z.strictObject({ value: AnyJson, description: AnyJson, schema: AnyObject });

export const Question = z
  .strictObject({
    options: z.array(z.string()),
    subject: z.string(),
    body: z.string().nullable(),
    defaults: z.array(z.string()).nullable(),
    multiple: z.boolean(),
    params: z.record(z.string(), Field).meta({ description: "The fields of its form" }),
    assigned_users: z.array(User).meta({ description: "None: everybody may answer" }),
    created_at: Instant,
    response_timeout_at: Instant.nullable(),
    responded_by_user: User.nullable(),
    responded_at: Instant.nullable(),
    chosen_options: z.array(z.string()).nullable(),
    params_input: AnyObject,
    response_received: z.boolean(),
    task_instance: Instance,
  })
  .meta({ id: "HITLDetail", description: "A question of a task to people, and its answer" });
export const Questions = collection("HITLDetailCollection", "hitl_details", Question);

export const Answer = z
  .strictObject({
    responded_by: User,
    responded_at: Instant,
    chosen_options: z.array(z.string()),
    params_input: AnyObject,
  })
  .meta({ id: "HITLDetailResponse", description: "The answer that a task gets" });
