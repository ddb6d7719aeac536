/** Questions about many DAGs at once, in Airflow's words. */
import { z } from "zod";
import { Stats, Tags, Warnings } from "./dag-answers.ts";
import { page, text, texts } from "./query.ts";

export const tags = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    tag_name_pattern: text.optional(),
    tag_name_prefix_pattern: text.optional(),
  }),
  answers: { 200: Tags },
};
export const stats = { query: z.object({ dag_ids: texts.optional() }), answers: { 200: Stats } };
export const warnings = {
  query: z.object({
    dag_id: text.optional(),
    warning_type: z.enum(["asset conflict", "non-existent pool", "runtime varying value"]).optional(),
    ...page,
    order_by: texts.optional(),
  }),
  answers: { 200: Warnings },
};
