/** Requests about what tasks and assets keep, in Airflow's words. */
import { z } from "zod";
import { Instant, Name } from "../bodies.ts";
import { flagOr, id } from "./choices.ts";
import { page, whole } from "./query.ts";
import { AssetState, AssetStates, TaskState, TaskStates } from "./state-answers.ts";

const mapIndex = { map_index: whole(-1).default(-1) };
const key = Name(512);
const value = z.json();
const done = { 204: null };

export const ofTask = { query: z.object(mapIndex) };

export const listTask = { query: z.object({ ...mapIndex, ...page }), answers: { 200: TaskStates } };
export const oneTask = { query: z.object(mapIndex), answers: { 200: TaskState } };
export const putTask = {
  query: z.object(mapIndex),
  params: z.looseObject({ key }),
  body: z
    .strictObject({
      value,
      expires_at: z
        .union([z.literal("default"), Instant, z.null()])
        .default("default")
        .meta({ description: "`default`: in 30 days; null: never" }),
    })
    .meta({ id: "TaskStateStoreBody" }),
  answers: done,
};
export const patchTask = {
  query: z.object(mapIndex),
  body: z.strictObject({ value }).meta({ id: "TaskStateStorePatchBody" }),
  answers: { 200: z.null() },
};
export const removeTask = { query: z.object(mapIndex), answers: done };
export const clearTask = { query: z.object({ ...mapIndex, all_map_indices: flagOr(false) }), answers: done };

const ofAsset = { params: z.object({ asset_id: id }) };
const ofKey = { params: z.object({ asset_id: id, key: z.string() }) };

export const listAsset = { ...ofAsset, query: z.object(page), answers: { 200: AssetStates } };
export const oneAsset = { ...ofKey, answers: { 200: AssetState } };
export const putAsset = {
  params: z.object({ asset_id: id, key }),
  body: z.strictObject({ value }).meta({ id: "AssetStateStoreBody" }),
  answers: done,
};
export const removeAsset = { ...ofKey, answers: done };
export const clearAsset = { ...ofAsset, answers: done };
