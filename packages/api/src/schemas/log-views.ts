/** Requests about the lines of a log. */
import { z } from "zod";
import { text, texts, whole } from "./query.ts";

const params = z.object({
  dag_id: z.string(),
  dag_run_id: z.string(),
  task_id: z.string(),
  map_index: whole(-1),
  try_number: whole(1),
});

const count = whole(1).transform((given) => Math.min(given, 10_000));

export const ofAttempt = { params };

/** 0: what failed before it began, since what it waits for did not go well. */
export const failure = { params: params.extend({ try_number: whole(0) }) };
export const page = {
  params,
  query: z.object({
    from: whole(0).default(0),
    limit: count.default(500),
    before: whole(1).optional(),
    tail: count.optional(),
    level: texts.optional(),
    src: texts.optional(),
  }),
};
export const search = { params, query: z.object({ q: text, from: whole(0).default(0) }) };
