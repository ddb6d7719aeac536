/** Requests for what an act would do. */
import { z } from "zod";
import { patchMany } from "./dag-writes.ts";
import { Preview } from "./preview-answers.ts";

const MOST_ITEMS = 1_000;

export const preview = {
  body: z
    .strictObject({
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
      query: z
        .looseObject({})
        .default({})
        .meta({ description: "What is in the query of the act itself, as texts: which DAGs are switched together" }),
      /** The body of the act itself. */
      body: z.looseObject({}).default({}),
      limit: z
        .int()
        .min(1)
        .max(MOST_ITEMS)
        .default(500)
        .meta({ description: "Items that are answered; the total and the tag are of all" }),
      offset: z.int().min(0).default(0),
    })
    .meta({
      id: "PreviewBody",
      examples: [{ action: "clear", path: { dag_id: "etl" }, body: { task_ids: ["load"], only_failed: false } }],
    }),
  answers: { 200: Preview },
};

/** Which DAGs are switched together, and how. */
export const switched = { query: patchMany.query, body: patchMany.body };
