/** Requests of the user interface that Airflow's API does not have. */
import { z } from "zod";
import { Instant } from "../bodies.ts";
import { AnyJson } from "./answer.ts";
import { flagOr, oneOf } from "./choices.ts";
import { Calendar, Grid, GridGraph, SchedulePreview } from "./dag-view-answers.ts";
import { Home, SearchIndex, SearchResults } from "./home-answers.ts";
import { instant, text, texts, whole, wholeOf } from "./query.ts";
import { Gantt } from "./run-view-answers.ts";

/** With an ETag, for `If-None-Match`. */
function kept<Answer extends z.ZodType>(answer: Answer) {
  return { 200: answer, 304: null };
}

export const grid = {
  query: z.object({
    runs: wholeOf(1, { otherwise: 25, most: 100 }).describe("At most 100"),
    before: text.optional().describe("`next` of another answer, or a moment: older runs"),
    run_type: texts.optional(),
    state: texts.optional(),
    times: flagOr(false).describe("Also when tasks began and how long they took"),
  }),
  answers: kept(Grid),
};

export const graph = {
  query: z.object({ version: whole(1).optional().describe("Of the DAG; absent: the newest") }),
  answers: kept(GridGraph),
};

export const calendar = {
  query: z.object({
    from: instant.describe("Runs from this moment on"),
    to: instant.describe("Not included"),
    unit: oneOf(["day", "hour"])
      .default("day")
      .meta({ type: "string", enum: ["day", "hour"], default: "day", description: "What a cell is" }),
    zone: text.optional().describe("IANA name of the time zone whose days and hours are meant; absent: the DAG's"),
  }),
  answers: kept(Calendar),
};

export const search = {
  query: z.object({
    q: text.describe(
      "Parts of a name, every one as it stands. Of runs a word may be the day they were due: `nightly 11-22`, `nightly 2026-11-22`",
    ),
    kinds: texts.optional().describe("`dag`, `run`, `task`, `asset`, `pool`, `variable`, `connection`; absent: all"),
    zone: text.default("UTC").describe("IANA name of the time zone whose days are meant"),
  }),
  answers: { 200: SearchResults },
};
export const searchIndex = { answers: kept(SearchIndex) };
export const gantt = { answers: kept(Gantt) };

export const schedule = {
  body: z
    .strictObject({
      dagId: z.string().optional().meta({ description: "This DAG's schedule; absent: the one that is written here" }),
      schedule: z
        .string()
        .nullish()
        .meta({ description: "Cron, a preset, `@once`, `@continuous`; null: none", examples: ["0 3 * * *"] }),
      timezone: z.string().default("UTC").meta({ description: "IANA name" }),
      startDate: Instant.nullish(),
      endDate: Instant.nullish(),
      catchup: z.boolean().default(false),
      count: z.int().min(1).max(100).default(10),
      after: Instant.optional().meta({ description: "Runs after this moment; absent: the next ones" }),
    })
    .meta({ id: "SchedulePreviewBody" }),
  answers: { 200: SchedulePreview },
};

export const home = {
  query: z.object({ since: instant.optional().describe("Count what ended since then; absent: 24 hours ago") }),
  answers: { 200: Home },
};

export const keptDocument = {
  answers: {
    200: AnyJson.meta({ description: "Whatever was put there; of a user who has set nothing `{}`, of views `[]`" }),
  },
};
export const document = { body: z.json(), answers: { 204: null } };
