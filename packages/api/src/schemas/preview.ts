/** Requests for what an act would do. */
import { z } from "zod";
import { patchMany } from "./dag-writes.ts";

const MOST_ITEMS = 1_000;

export const preview = {
  body: z.strictObject({
    action: z.enum(["clear", "mark", "delete", "unpause", "pause", "backfill", "trigger", "pool"]),
    /** What is in the path of the act itself. */
    path: z
      .strictObject({
        dag_id: z.string().optional(),
        dag_run_id: z.string().optional(),
        task_id: z.string().optional(),
        map_index: z.int().min(-1).optional(),
        group_id: z.string().optional(),
        pool_name: z.string().optional(),
      })
      .default({}),
    /** What is in the query of the act itself: which DAGs are switched together. */
    query: z.looseObject({}).default({}),
    /** The body of the act itself. */
    body: z.looseObject({}).default({}),
    /** Which of the items are answered; the total and the tag are of all. */
    limit: z.int().min(1).max(MOST_ITEMS).default(500),
    offset: z.int().min(0).default(0),
  }),
};

/** Which DAGs are switched together, and how. */
export const switched = { query: patchMany.query, body: patchMany.body };
