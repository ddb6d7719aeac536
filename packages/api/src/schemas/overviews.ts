/** Requests about many runs at once, about a run as a whole, about workers, and about what jobs lack. */
import { z } from "zod";
import { oneOf } from "./choices.ts";
import * as a from "./overview-answers.ts";
import { instant, text, texts, whole, wholeOf } from "./query.ts";

const LANES = ["dag", "pool", "worker"] as const;

export const timeline = {
  query: z.object({
    from: instant.describe("What had not ended by then"),
    to: instant.describe("What had begun by then; at most 31 days after `from`"),
    lane: oneOf(LANES)
      .default("dag")
      .meta({ type: "string", enum: LANES, default: "dag", description: "What has a lane" }),
    dag_id_pattern: text.optional().describe("A part of the DAG's id"),
    tags: texts.optional().describe("DAGs that have one of them"),
  }),
  answers: { 200: a.Timeline, 304: null },
};

export const workers = { answers: { 200: a.Workers } };

export const versionDiff = {
  query: z.object({ a: whole(1).describe("Number of a version"), b: whole(1).describe("Number of another") }),
  answers: { 200: a.VersionDiff, 304: null },
};

export const runSummary = {
  query: z.object({ task_id: text.optional().describe("Only the instances of this task") }),
  answers: { 200: a.RunSummary },
};

export const runLogs = {
  query: z.object({
    q: text.default("").meta({ type: "string", default: "", description: "A part of the line, of either case" }),
    level: texts.optional().describe("`debug`, `info`, `warning`, `error`; absent: all"),
    from: instant.optional().describe("Lines from this moment on"),
    limit: wholeOf(1, { otherwise: 500, most: 5_000 }).describe("Lines; at most 5,000"),
  }),
  answers: { 200: a.RunLogHits },
};

export const preflight = { answers: { 200: a.Preflight } };
