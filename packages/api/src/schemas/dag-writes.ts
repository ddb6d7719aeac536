/** Requests that change DAGs, in Airflow's words. */
import { z } from "zod";
import { Dag, DagDeletion, Dags } from "./dag-answers.ts";
import { rows } from "./dags.ts";
import { page, texts, wholeOf } from "./query.ts";

const DagPatch = z.strictObject({ is_paused: z.boolean() }).meta({ id: "DAGPatchBody" });

/** More DAGs than any installation has. */
const MOST_SWITCHED = 100_000;

/** Airflow's parameters, and every filter of the list of DAGs, so that what a list shows can be switched. */
export const patchMany = {
  query: rows.query.omit({ cursor: true, facets: true, order_by: true }).extend({
    update_mask: texts.optional(),
    offset: page.offset,
    limit: wholeOf(0, { otherwise: 50, most: MOST_SWITCHED }).describe("DAGs that are switched at most"),
  }),
  body: DagPatch.extend({
    dag_ids: z.array(z.string()).optional().meta({ description: "Only these of those that the filter leaves" }),
  }).meta({ id: "DAGsPatchBody" }),
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
