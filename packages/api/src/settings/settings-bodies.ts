/** The bodies of requests about variables, connections and pools. Imported with the first that has one, as `bodies.ts`. */
import { type Json, normalConnectionType, pythonJson } from "@momiji/core";
import { z } from "zod";
import { Name, parse } from "../bodies.ts";

const team = { team_name: z.string().nullable().optional() };
const text = z.string().nullable().optional();

export const VariableBody = z
  .strictObject({
    key: Name(250),
    value: z.json().meta({ description: "A text, or anything else that is kept as its JSON" }),
    description: text,
    ...team,
  })
  .meta({ id: "VariableBody", examples: [{ key: "greeting", value: "hello", description: "A word" }] });

export const ConnectionBody = z
  .strictObject({
    connection_id: z
      .string()
      .max(200)
      .regex(/^[\w.-]+$/),
    conn_type: z.string().min(1),
    description: text,
    host: text,
    login: text,
    schema: text,
    port: z.number().int().min(0).max(65_535).nullable().optional(),
    password: text,
    extra: text,
    ...team,
  })
  .meta({
    id: "ConnectionBody",
    examples: [{ connection_id: "warehouse", conn_type: "postgres", host: "db.example.com", login: "etl", port: 5432 }],
  });

export const PoolBody = z
  .strictObject({
    name: Name(256),
    slots: z.number().int().min(-1),
    description: text,
    include_deferred: z.boolean().default(false),
    ...team,
  })
  .meta({ id: "PoolBody", examples: [{ name: "reports", slots: 4, description: "At most four reports at once" }] });

export const PoolPatch = z
  .strictObject({
    pool: z.string().nullable().optional(),
    name: z.string().nullable().optional(),
    slots: z.number().int().min(-1).nullable().optional(),
    description: text,
    include_deferred: z.boolean().nullable().optional(),
    ...team,
  })
  .meta({ id: "PoolPatchBody" });

const onExistence = z.enum(["fail", "skip", "overwrite"]).default("fail");
const onAbsence = z.enum(["fail", "skip"]).default("fail");

function bulkOf<Body extends z.ZodType>(name: string, body: Body) {
  return z
    .strictObject({
      actions: z.array(
        z.discriminatedUnion("action", [
          z.strictObject({ action: z.literal("create"), entities: z.array(body), action_on_existence: onExistence }),
          z.strictObject({
            action: z.literal("update"),
            entities: z.array(body),
            update_mask: z.array(z.string()).nullable().optional(),
            action_on_non_existence: onAbsence,
          }),
          z.strictObject({
            action: z.literal("delete"),
            entities: z.array(z.union([z.string(), body])),
            action_on_non_existence: onAbsence,
          }),
        ]),
      ),
    })
    .meta({ id: `BulkBody_${name}_` });
}

export type ConnectionFields = z.infer<typeof ConnectionBody>;
export type PoolFields = z.infer<typeof PoolBody>;
export interface VariableFields extends Omit<z.infer<typeof VariableBody>, "value"> {
  /** As it is kept: a text stays, anything else is the text of its JSON. */
  readonly value: string;
}

/** @throws ApiError `invalid` */
export function readVariable(body: unknown): VariableFields {
  const fields = parse(VariableBody, body);
  return { ...fields, value: variableText(fields.value) };
}

/** @throws ApiError `invalid` */
export function readConnection(body: unknown): ConnectionFields {
  const fields = parse(ConnectionBody, body);
  return { ...fields, conn_type: normalConnectionType(fields.conn_type) };
}

/** @throws ApiError `invalid` */
export function readPool(body: unknown): PoolFields {
  return parse(PoolBody, body);
}

/** @throws ApiError `invalid` */
export function readPoolPatch(body: unknown): Partial<PoolFields> {
  const { pool, ...rest } = parse(PoolPatch, body);
  const given = Object.entries({ ...(pool ? { name: pool } : {}), ...rest });
  return Object.fromEntries(given.filter(([name, value]) => name === "description" || value !== null));
}

export const BULK = {
  variables: bulkOf("VariableBody", VariableBody),
  connections: bulkOf("ConnectionBody", ConnectionBody),
  pools: bulkOf("PoolBody", PoolBody),
};

/** One action of a bulk request; entities are bodies that have been read, or names of what is to go. */
export interface BulkAction {
  readonly action: "create" | "update" | "delete";
  readonly entities: readonly unknown[];
  readonly onExistence: "fail" | "skip" | "overwrite";
  readonly onAbsence: "fail" | "skip";
  readonly mask: readonly string[] | null;
}

/** @throws ApiError `invalid` */
export function readBulk(kind: keyof typeof BULK, body: unknown): BulkAction[] {
  const { actions } = parse<z.infer<(typeof BULK)["variables"]>>(BULK[kind] as never, body);
  return actions.map((action) => ({
    action: action.action,
    entities: action.entities,
    onExistence: action.action === "create" ? action.action_on_existence : "fail",
    onAbsence: action.action === "create" ? "fail" : action.action_on_non_existence,
    mask: action.action === "update" ? (action.update_mask ?? null) : null,
  }));
}

function variableText(value: Json): string {
  return typeof value === "string" ? value : pythonJson(value);
}
