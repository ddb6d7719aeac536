/** What forms for variables and connections ask and are answered. Beside Airflow's API. */
import { z } from "zod";
import { ConnectionBody } from "../settings/settings-bodies.ts";
import { Count, Instant } from "./answer.ts";

const Change = z.strictObject({ at: Instant, by: z.string().nullable() });

export const origins = {
  answers: {
    200: z
      .strictObject({
        changed: z
          .array(
            z.strictObject({
              name: z.string(),
              last: Change,
              secret: Change.nullable().meta({ description: "Who set its password, extra or value last" }),
            }),
          )
          .meta({ description: "As far as the event log reaches" }),
        provided: z
          .array(
            z.strictObject({
              kind: z.enum(["variable", "connection"]),
              name: z.string(),
              source: z.string().meta({ description: "The environment variable" }),
            }),
          )
          .meta({ description: "What the server's environment provides; it stands before what the store has" }),
        used: z
          .array(
            z.strictObject({
              name: z.string(),
              dagIds: z.array(z.string()).meta({ description: "The first 20" }),
              total: Count,
            }),
          )
          .meta({ description: "DAGs that name it in a template or field; the code of their functions may do so too" }),
      })
      .meta({ id: "SettingOrigins", description: "Where settings come from, and who changed them" }),
  },
};

export const reveal = {
  body: z
    .strictObject({ keys: z.array(z.string().max(250)).max(1000).nullable().default(null) })
    .meta({ id: "RevealBody", description: "null: all", examples: [{ keys: ["greeting"] }] }),
  answers: {
    200: z
      .strictObject({
        variables: z.array(z.strictObject({ key: z.string(), value: z.string(), description: z.string().nullable() })),
      })
      .meta({ id: "RevealedVariables", description: "Variables in the clear" }),
  },
};

const About = z.record(z.string(), z.string()).meta({ description: "What the type means by each" });

export const types = {
  answers: {
    200: z
      .strictObject({
        types: z.array(
          z.strictObject({
            type: z.string(),
            label: z.string(),
            fields: About,
            extra: About,
            default_port: z.int().nullable(),
            can_be_tested: z.boolean(),
          }),
        ),
        tests_are_allowed: z.boolean().meta({ description: "`core.testConnection` is enabled" }),
      })
      .meta({ id: "ConnectionTypes", description: "What is known of types of connections; others are allowed too" }),
  },
};

export const stepTest = {
  ownBody: ConnectionBody,
  answers: {
    200: z
      .strictObject({
        status: z.boolean().meta({ description: "Whether it works" }),
        message: z.string(),
        steps: z.array(
          z.strictObject({
            step: z.enum(["resolve", "connect", "authenticate", "look"]),
            ok: z.boolean(),
            millis: Count,
            message: z.string(),
          }),
        ),
      })
      .meta({ id: "ConnectionTestSteps", description: "How far the test came" }),
  },
};
