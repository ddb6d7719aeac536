/** Questions about task instances, in Airflow's words. */
import { z } from "zod";
import * as a from "./task-answers.ts";
import { flag, page, text, texts, whole } from "./query.ts";
import { instants, numbers, patterns, wholes } from "./ranges.ts";
import { bodyDates, bodyPage } from "./runs.ts";

const filters = {
  ...page,
  order_by: texts.optional(),
  ...instants("run_after"),
  ...instants("logical_date"),
  ...instants("start_date"),
  ...instants("end_date"),
  ...instants("updated_at"),
  ...numbers("duration"),
  state: texts.optional(),
  pool: texts.optional(),
  ...patterns("pool_name"),
  queue: texts.optional(),
  ...patterns("queue_name"),
  executor: texts.optional(),
  version_number: wholes(1).optional(),
  try_number: wholes(0).optional(),
  operator: texts.optional(),
  ...patterns("operator_name"),
  map_index: wholes(-1).optional(),
  ...patterns("rendered_map_index"),
};

export const list = {
  query: z.object({
    ...filters,
    cursor: text.optional(),
    task_id: text.optional(),
    ...patterns("task_display_name"),
    task_group_id: text.optional(),
    ...patterns("dag_id"),
    ...patterns("run_id"),
  }),
  answers: { 200: a.Instances },
};

export const rendered = {
  params: z.object({ dag_id: z.string(), dag_run_id: z.string(), task_id: z.string(), map_index: whole(-1) }),
  answers: { 200: a.RenderedFields },
};
export const one = { answers: { 200: a.Instance } };
export const mapped = { query: z.object(filters), answers: { 200: a.Instances } };

const names = z.array(z.string()).nullish();

export const batch = {
  body: z
    .strictObject({
      ...bodyPage,
      dag_ids: names,
      dag_run_ids: names,
      task_ids: names,
      state: z.array(z.string().nullable()).nullish(),
      ...bodyDates,
      pool: names,
      queue: names,
      executor: names,
    })
    .meta({ id: "TaskInstancesBatchBody" }),
  answers: { 200: a.Instances },
};

const ofMapIndex = z.object({ map_index: whole(-1).default(-1) });

export const tries = { query: ofMapIndex, answers: { 200: a.Attempts } };
export const oneTry = { query: ofMapIndex, answers: { 200: a.Attempt } };
export const links = { query: ofMapIndex, answers: { 200: a.Links } };
export const externalLog = { query: ofMapIndex, answers: { 200: a.ExternalLog } };

export const logs = {
  query: z.object({
    map_index: whole(-1).default(-1),
    full_content: flag.default(false),
    token: text.optional(),
  }),
  params: z.object({
    dag_id: z.string(),
    dag_run_id: z.string(),
    task_id: z.string(),
    try_number: whole(0),
  }),
  answers: { 200: a.log },
};
