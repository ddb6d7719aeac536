/** Requests about what tasks and assets keep, in Airflow's words. */
import { z } from "zod";
import { Instant } from "../bodies.ts";
import { flag, page, whole } from "./query.ts";

const mapIndex = { map_index: whole(-1).default(-1) };
const key = z.string().min(1).max(512);
const value = z.json();

export const listTask = { query: z.object({ ...mapIndex, ...page }) };
export const ofTask = { query: z.object(mapIndex) };
export const putTask = {
  query: z.object(mapIndex),
  params: z.looseObject({ key }),
  body: z.strictObject({ value, expires_at: z.union([z.literal("default"), Instant, z.null()]).default("default") }),
};
export const patchTask = { query: z.object(mapIndex), body: z.strictObject({ value }) };
export const clearTask = { query: z.object({ ...mapIndex, all_map_indices: flag.default(false) }) };

export const listAsset = { query: z.object(page) };
export const putAsset = { params: z.looseObject({ key }), body: z.strictObject({ value }) };
