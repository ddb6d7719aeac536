/** Requests for what an act would do. */
import { z } from "zod";
import { Preview } from "./preview-answers.ts";

export const preview = {
  body: z
    .strictObject({
      action: z.enum(["clear", "mark", "delete", "unpause", "backfill"]),
      /** What is in the path of the act itself. */
      path: z
        .strictObject({
          dag_id: z.string().optional(),
          dag_run_id: z.string().optional(),
          task_id: z.string().optional(),
          map_index: z.int().min(-1).optional(),
          group_id: z.string().optional(),
        })
        .default({}),
      /** The body of the act itself. */
      body: z.looseObject({}).default({}),
    })
    .meta({
      id: "PreviewBody",
      examples: [{ action: "clear", path: { dag_id: "etl" }, body: { task_ids: ["load"], only_failed: false } }],
    }),
  answers: { 200: Preview },
};
