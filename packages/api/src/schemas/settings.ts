/** Variables, connections and pools: questions and answers in Airflow's words. */
import { z } from "zod";
import { BULK, ConnectionBody, PoolBody, PoolPatch, VariableBody } from "../settings/settings-bodies.ts";
import {
  ConnectionCollection,
  ConnectionResponse,
  PoolCollection,
  PoolResponse,
  VariableCollection,
  VariableResponse,
} from "./setting-answers.ts";
import { order } from "./choices.ts";
import { page, texts } from "./query.ts";
import { patterns } from "./ranges.ts";
import { Bulk } from "./run-answers.ts";

const mask = z.object({
  update_mask: texts.optional().describe("The fields to change; absent: all that the body has"),
});

/** What the three kinds have in common, for one of them. */
function resource<Body extends z.ZodType, Patch extends z.ZodType, Bulk extends z.ZodType>(
  shown: z.ZodType,
  bodies: { readonly body: Body; readonly patch: Patch; readonly bulk: Bulk },
) {
  return {
    one: { answers: { 200: shown } },
    create: { ownBody: bodies.body, answers: { 201: shown } },
    change: { query: mask, ownBody: bodies.patch, answers: { 200: shown } },
    remove: { answers: { 204: null } },
    bulk: { ownBody: bodies.bulk, answers: { 200: Bulk } },
  };
}

const lists = {
  variables: z.object({
    ...page,
    order_by: order("key", "id", "description", "is_encrypted"),
    ...patterns("variable_key"),
  }),
  connections: z.object({
    ...page,
    order_by: order("connection_id", "conn_id", "id", "conn_type", "description", "host", "port"),
    ...patterns("connection_id"),
  }),
  pools: z.object({ ...page, order_by: order("name", "pool", "id", "slots"), ...patterns("pool_name") }),
};

export const SETTINGS = {
  variables: {
    ...resource(VariableResponse, { body: VariableBody, patch: VariableBody, bulk: BULK.variables }),
    list: { query: lists.variables, answers: { 200: VariableCollection } },
  },
  connections: {
    ...resource(ConnectionResponse, { body: ConnectionBody, patch: ConnectionBody, bulk: BULK.connections }),
    list: { query: lists.connections, answers: { 200: ConnectionCollection } },
  },
  pools: {
    ...resource(PoolResponse, { body: PoolBody, patch: PoolPatch, bulk: BULK.pools }),
    list: { query: lists.pools, answers: { 200: PoolCollection } },
  },
};
