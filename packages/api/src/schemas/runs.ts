/** Questions about runs, in Airflow's words. */
import { z } from "zod";
import { TriggerWithDate } from "../bodies.ts";
import { Run, Runs, waitLines } from "./run-answers.ts";
import { instant, page, text, texts } from "./query.ts";
import { instants, number, numbers, patterns, wholes } from "./ranges.ts";

const dates = {
  ...instants("run_after"),
  ...instants("logical_date"),
  ...instants("start_date"),
  ...instants("end_date"),
  ...numbers("duration"),
};

export const list = {
  query: z.object({
    ...page,
    cursor: text.optional(),
    order_by: texts.optional(),
    ...dates,
    ...instants("updated_at"),
    conf_contains: text.optional(),
    run_type: texts.optional(),
    state: texts.optional(),
    dag_version: wholes(1).optional(),
    bundle_version: text.optional(),
    ...patterns("run_id"),
    ...patterns("triggering_user_name"),
    ...patterns("dag_id"),
    ...patterns("partition_key"),
    consuming_asset_pattern: text.optional(),
    partition_date_gte: text.optional(),
    partition_date_lte: text.optional(),
  }),
  answers: { 200: Runs },
};

export const trigger = { ownBody: TriggerWithDate, answers: { 200: Run } };
export const one = { answers: { 200: Run } };

/** Bodies have instants and numbers as JSON has them, and null for what is not given. */
function inBody<Shape extends z.ZodRawShape>(shape: Shape) {
  return Object.fromEntries(
    Object.entries(shape).map(([name]) => [name, (name.startsWith("duration") ? z.number() : instant).nullish()]),
  ) as { [name in keyof Shape]: z.ZodOptional<z.ZodNullable<z.ZodNumber | typeof instant>> };
}

export const bodyDates = inBody(dates);

export const bodyPage = {
  order_by: z.string().nullish(),
  page_offset: z.int().min(0).default(0),
  page_limit: z.int().min(0).default(100),
};

export const batch = {
  body: z
    .strictObject({
      ...bodyPage,
      dag_ids: z.array(z.string()).nullish(),
      states: z.array(z.string().nullable()).nullish(),
      ...bodyDates,
      conf_contains: z.string().nullish(),
    })
    .meta({ id: "DAGRunsBatchBody" }),
  answers: { 200: Runs },
};

export const wait = {
  query: z.object({
    interval: number.pipe(z.number().positive()).meta({ type: "number", exclusiveMinimum: 0 }),
    result: texts.optional(),
  }),
  answers: { 200: waitLines },
};
