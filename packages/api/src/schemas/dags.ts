/** Questions about DAGs, their versions and what went wrong with their files, in Airflow's words. */
import { z } from "zod";
import { flagOr, oneOf, order } from "./choices.ts";
import { DagRows } from "./dag-row-answers.ts";
import * as a from "./dag-answers.ts";
import { HTTPException } from "./errors.ts";
import { flag, page, text, texts, whole } from "./query.ts";
import { instants, patterns } from "./ranges.ts";

const STATES = ["queued", "running", "success", "failed"] as const;

export const list = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    tags: texts.optional(),
    tags_match_mode: oneOf(["any", "all"]).optional(),
    owners: texts.optional(),
    ...patterns("dag_id"),
    ...patterns("dag_display_name"),
    exclude_stale: flag.default(true),
    paused: flag.optional(),
    has_import_errors: flag.optional(),
    last_dag_run_state: oneOf(STATES).optional(),
    bundle_name: text.optional(),
    bundle_version: text.optional(),
    has_asset_schedule: flag.optional(),
    asset_dependency: text.optional(),
    ...instants("dag_run_start_date"),
    ...instants("dag_run_end_date"),
    dag_run_state: texts.optional(),
    is_favorite: flag.optional(),
    timetable_type: texts.optional(),
  }),
  answers: { 200: a.Dags },
};

export const one = { answers: { 200: a.Dag } };
export const details = { answers: { 200: a.DagDetails } };
export const reloaded = { answers: { 200: a.Reloaded } };
/** The same for the list of the user interface, which is read by place. */
export const rows = {
  query: list.query.omit({ offset: true, order_by: true }).extend({
    order_by: order(
      "dag_id",
      "dag_display_name",
      "state",
      "start_date",
      "last_run_state",
      "last_run_start_date",
      "next_dagrun",
    ),
    cursor: text.default("").meta({ type: "string", description: "`next` of another answer" }),
    facets: flagOr(false).describe("Also how many DAGs have what"),
    q: text.optional().describe("A part of the id, the name or the description"),
    tag: text.optional().describe("Has this tag too, whatever `tags` asks for; empty: has none"),
    folder: text.optional().describe("Of the file, with `/` at its end"),
    needs_review: flag.optional().describe("Whether a task asks somebody who has not answered"),
    any_run_state: texts
      .pipe(z.array(z.enum(STATES)))
      .optional()
      .meta({
        type: "array",
        items: { type: "string", enum: STATES },
        description: "Of any run of the last 24 hours, not only the newest",
      }),
  }),
  answers: { 200: DagRows },
};

export const versions = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    version_number: whole(1).optional(),
    bundle_name: text.optional(),
    bundle_version: text.optional(),
  }),
  answers: { 200: a.Versions },
};

export const oneVersion = {
  params: z.object({ dag_id: z.string(), version_number: whole(0) }),
  answers: { 200: a.Version },
};
export const source = {
  query: z.object({ version_number: whole(1).optional() }),
  answers: { 200: { "application/json": a.Source, "text/plain": z.string() }, 406: HTTPException },
};
export const tasks = { query: z.object({ order_by: text.default("task_id") }), answers: { 200: a.Tasks } };
export const task = { answers: { 200: a.Task } };

export const importErrors = {
  query: z.object({
    ...page,
    order_by: texts.optional(),
    filename: text.optional(),
    bundle_name: text.optional(),
    ...patterns("filename"),
  }),
  answers: { 200: a.ImportErrors },
};

export const oneImportError = {
  params: z.object({ import_error_id: whole(0) }),
  answers: { 200: a.ImportError },
};
