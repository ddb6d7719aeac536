/** Questions about assets, their aliases and events, in Airflow's words. */
import { z } from "zod";
import { AssetEvent, Materialize } from "../bodies.ts";
import {
  AliasCollection,
  AssetAliasResponse,
  AssetCollection,
  AssetEventResponse,
  AssetResponse,
  EventCollection,
} from "./asset-answers.ts";
import { flagOr, id, order } from "./choices.ts";
import { page, text, texts, whole } from "./query.ts";
import { instants, patterns } from "./ranges.ts";
import { Run } from "./run-answers.ts";

export const list = {
  query: z.object({
    ...page,
    ...patterns("name"),
    ...patterns("uri"),
    dag_ids: texts.optional().describe("Only assets that one of these DAGs names"),
    only_active: flagOr(true).describe("False: also assets that no DAG names any more"),
    order_by: order("id", "name", "uri", "created_at", "updated_at"),
  }),
  answers: { 200: AssetCollection },
};
export const one = { params: z.object({ asset_id: id }), answers: { 200: AssetResponse } };

export const aliases = {
  query: z.object({ ...page, ...patterns("name"), order_by: order("id", "name") }),
  answers: { 200: AliasCollection },
};
export const alias = { params: z.object({ asset_alias_id: id }), answers: { 200: AssetAliasResponse } };

export const events = {
  query: z.object({
    ...page,
    order_by: order("timestamp", "id", "source_dag_id", "source_run_id", "source_task_id", "source_map_index"),
    asset_id: whole(0).optional(),
    source_dag_id: text.optional(),
    source_task_id: text.optional(),
    source_run_id: text.optional(),
    source_map_index: whole(-1).optional(),
    ...patterns("name"),
    ...instants("timestamp"),
  }),
  answers: { 200: EventCollection },
};
export const eventsOfRun = { answers: { 200: EventCollection } };
export const newEvent = { body: AssetEvent, answers: { 200: AssetEventResponse } };

export const materialize = { params: z.object({ asset_id: id }), ownBody: Materialize, answers: { 200: Run } };
