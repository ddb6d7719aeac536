/** Callbacks and deadlines: questions and answers. */
import { z } from "zod";
import { collection, Count, Instant } from "./answer.ts";
import { text, texts, wholeOf } from "./query.ts";

const Ordinal = z.int().min(1).meta({ description: "Which of those that the DAG's file names, from 1" });

const Callback = z
  .strictObject({
    id: z.string(),
    dag_id: z.string(),
    dag_run_id: z.string(),
    task_id: z.string().nullable().meta({ description: "null: it is about the run" }),
    map_index: z.int().min(-1).nullable(),
    try_number: Count.nullable(),
    event: z.enum(["on_execute", "on_success", "on_failure", "on_retry", "on_skipped", "on_input", "on_deadline"]),
    ordinal: Ordinal,
    name: z.string(),
    reason: z.string().meta({ description: "Why it is called" }),
    state: z.enum(["queued", "pending", "success", "failed"]),
    deliveries: Count.meta({ description: "How often it was called; again after a failure" }),
    created_at: Instant,
    due_at: Instant.nullable().meta({ description: "When it is called again" }),
    ended_at: Instant.nullable(),
    message: z.string().nullable().meta({ description: "Why the last call failed" }),
  })
  .meta({ id: "Callback", description: "Something of the author's that is called when something becomes of a run." });

const Deadline = z
  .strictObject({
    dag_id: z.string(),
    dag_run_id: z.string(),
    ordinal: Ordinal,
    name: z.string().nullable(),
    state: z
      .enum(["pending", "missed", "met", "none"])
      .meta({ description: "`none`: the run ended without anything to judge" }),
    deadline_time: Instant.nullable(),
    created_at: Instant,
    ended_at: Instant.nullable().meta({ description: "When it was judged" }),
  })
  .meta({ id: "Deadline", description: "By when a run should have come so far." });

/** More of a list cannot be had: ask for one DAG or run. */
const MOST = 1000;

const of = {
  dag_id: text.optional(),
  dag_run_id: text.optional(),
  limit: wholeOf(0, { otherwise: 100, most: MOST }).describe(`The newest so many, at most ${MOST}`),
};

export const callbacks = {
  query: z.object({ ...of, task_id: text.optional(), state: texts.optional() }),
  answers: { 200: collection("CallbackCollection", "callbacks", Callback) },
};
export const deadlines = {
  query: z.object({ ...of, state: texts.optional() }),
  answers: { 200: collection("DeadlineCollection", "deadlines", Deadline) },
};
