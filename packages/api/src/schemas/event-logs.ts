/** Questions about the event log and about XComs, in Airflow's words. */
import { z } from "zod";
import { EventLog, EventLogs, XCom, XComs } from "./entry-answers.ts";
import { flag, instant, page, text, texts, whole } from "./query.ts";
import { instants, patterns } from "./ranges.ts";

export const list = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    dag_id: text.optional(),
    task_id: text.optional(),
    run_id: text.optional(),
    map_index: whole(-1).optional(),
    try_number: whole(0).optional(),
    owner: text.optional(),
    event: text.optional(),
    excluded_events: texts.optional(),
    included_events: texts.optional(),
    before: instant.optional(),
    after: instant.optional(),
    ...patterns("dag_id"),
    ...patterns("task_id"),
    ...patterns("run_id"),
    ...patterns("owner"),
    ...patterns("event"),
  }),
  answers: { 200: EventLogs },
};

export const one = { params: z.object({ event_log_id: whole(0) }), answers: { 200: EventLog } };

export const xcoms = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    xcom_key: text.optional(),
    map_index: whole(-1).optional(),
    map_index_filter: whole(-1).optional(),
    ...patterns("xcom_key"),
    ...patterns("dag_display_name"),
    ...patterns("run_id"),
    ...patterns("task_id"),
    ...instants("logical_date"),
    ...instants("run_after"),
  }),
  answers: { 200: XComs },
};

export const xcom = {
  query: z.object({
    map_index: whole(-1).default(-1),
    deserialize: flag.default(false),
    stringify: flag.default(false),
  }),
  answers: { 200: XCom },
};
