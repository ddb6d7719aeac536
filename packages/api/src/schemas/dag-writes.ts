/** Requests that change DAGs, in Airflow's words. */
import { z } from "zod";
import { Dag, DagDeletion, Dags } from "./dag-answers.ts";
import { flag, page, text, texts } from "./query.ts";

const DagPatch = z.strictObject({ is_paused: z.boolean() }).meta({ id: "DAGPatchBody" });

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
  body: DagPatch,
  answers: { 200: Dags },
};
export const patchOne = {
  query: z.object({ update_mask: texts.optional() }),
  body: DagPatch,
  answers: { 200: Dag },
};
export const remove = { answers: { 204: null } };
export const removal = { answers: { 200: DagDeletion } };
export const favorite = { answers: { 204: null } };
