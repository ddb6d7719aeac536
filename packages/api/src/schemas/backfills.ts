/** Requests about backfills, in Airflow's words. */
import { z } from "zod";
import { Backfill as BackfillBody } from "../act-bodies.ts";
import { Backfill, BackfillDetails, BackfillPlan, Backfills } from "./backfill-answers.ts";
import { order } from "./choices.ts";
import { flag, page, text, whole } from "./query.ts";

export const list = {
  query: z.object({ ...page, order_by: order("id"), dag_id: text.optional(), active: flag.optional() }),
  answers: { 200: Backfills },
};

const params = z.object({ backfill_id: whole(0) });

export const details = { params, answers: { 200: BackfillDetails } };
export const one = { params, answers: { 200: Backfill } };
export const limit = {
  params,
  body: z
    .strictObject({ max_active_runs: z.int().min(1).describe("Of its runs at the same time") })
    .meta({ id: "BackfillPatchBody" }),
  answers: { 200: Backfill },
};
export const create = { ownBody: BackfillBody, answers: { 200: Backfill } };
export const plan = { ownBody: BackfillBody, answers: { 200: BackfillPlan } };
