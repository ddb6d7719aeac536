/** Requests that change DAGs, in Airflow's words. */
import { z } from "zod";
import { flag, page, text, texts } from "./query.ts";

export const patchMany = {
  query: z.object({
    update_mask: texts.optional(),
    ...page,
    tags: texts.optional(),
    tags_match_mode: z.enum(["any", "all"]).optional(),
    owners: texts.optional(),
    dag_id_pattern: text.optional(),
    dag_id_prefix_pattern: text.optional(),
    exclude_stale: flag.default(true),
    paused: flag.optional(),
  }),
  body: z.strictObject({ is_paused: z.boolean() }),
};
export const patchOne = { query: z.object({ update_mask: texts.optional() }), body: patchMany.body };
