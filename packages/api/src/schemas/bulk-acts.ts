/** Bulk requests about runs and task instances, in Airflow's words. */
import { z } from "zod";
import { Bulk } from "./run-answers.ts";
import { whole } from "./query.ts";
import { readTaskPatch } from "../act-bodies.ts";
import { Note, parse } from "../bodies.ts";

const onExistence = z.enum(["fail", "skip", "overwrite"]).default("fail");
const onAbsence = z.enum(["fail", "skip"]).default("fail");

const RunEntity = z.strictObject({
  dag_run_id: z.string(),
  dag_id: z.string().nullish(),
  state: z.enum(["queued", "success", "failed"]).nullish(),
  note: Note.nullish(),
});

const InstanceEntity = z.strictObject({
  task_id: z.string(),
  map_index: z.int().nullish().describe("Absent: all instances of a mapped task"),
  dag_id: z.string().nullish().describe("Absent: the DAG of the path"),
  dag_run_id: z.string().nullish().describe("Absent: the run of the path"),
  new_state: z.string().nullish().describe("`success`, `failed` or `skipped`"),
  note: Note.nullish(),
  include_upstream: z.boolean().default(false).describe("Also what comes before them"),
  include_downstream: z.boolean().default(false).describe("Also what comes after them"),
  include_future: z.boolean().default(false).describe("Also the same tasks of later runs"),
  include_past: z.boolean().default(false).describe("Also the same tasks of earlier runs"),
});

function bulkOf<Entity extends z.ZodType>(entity: Entity) {
  return z.strictObject({
    actions: z.array(
      z.discriminatedUnion("action", [
        z.strictObject({ action: z.literal("create"), entities: z.array(entity), action_on_existence: onExistence }),
        z.strictObject({
          action: z.literal("update"),
          entities: z.array(entity),
          update_mask: z.array(z.string()).nullish(),
          action_on_non_existence: onAbsence,
        }),
        z.strictObject({
          action: z.literal("delete"),
          entities: z.array(z.union([z.string(), entity])),
          action_on_non_existence: onAbsence,
        }),
      ]),
    ),
  });
}

const BulkRuns = bulkOf(RunEntity).meta({ id: "BulkBody_BulkDAGRunBody_" });
const BulkInstances = bulkOf(InstanceEntity).meta({ id: "BulkBody_BulkTaskInstanceBody_" });

export const runs = { ownBody: BulkRuns, answers: { 200: Bulk } };
export const instances = { ownBody: BulkInstances, answers: { 200: Bulk } };
export const deleteInstance = {
  query: z.object({ map_index: whole(-1).default(-1) }),
  answers: { 200: z.null() },
};

export type RunEntity = z.infer<typeof RunEntity>;
export type InstanceEntity = z.infer<typeof InstanceEntity>;
export type RunAction = z.infer<typeof BulkRuns>["actions"][number];
export type InstanceAction = z.infer<typeof BulkInstances>["actions"][number];

/** @throws ApiError `invalid` */
export function readBulkRuns(body: unknown): readonly RunAction[] {
  return parse(BulkRuns, body).actions;
}

/** @throws ApiError `invalid` */
export function readBulkInstances(body: unknown): readonly InstanceAction[] {
  return parse(BulkInstances, body).actions;
}

/** What an entity asks to change, limited to the mask. @throws ApiError `invalid` */
export function patchOf(entity: InstanceEntity, mask: readonly string[] | null): ReturnType<typeof readTaskPatch> {
  const { new_state, note, include_upstream, include_downstream, include_future, include_past } = entity;
  return readTaskPatch(
    { new_state, note, include_upstream, include_downstream, include_future, include_past },
    mask ?? undefined,
  );
}
