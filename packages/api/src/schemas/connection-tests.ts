/** Tests of connections: at once, or asked for now and looked at later. */
import { z } from "zod";
import { type ConnectionFields, ConnectionBody, readConnection } from "../settings/settings-bodies.ts";
import { Instant } from "./answer.ts";
import { HTTPException, HTTPValidationError } from "./errors.ts";

const How = z.strictObject({
  commit_on_success: z.boolean().default(false).meta({ description: "Keep the connection if the test goes well" }),
  executor: z.string().nullish().meta({ description: "One that this server has; the test runs in the server anyway" }),
  queue: z.string().nullish(),
});

export interface TestRequest {
  readonly fields: ConnectionFields;
  readonly keeps: boolean;
  readonly executor: string | null;
}

const Request = ConnectionBody.extend(How.shape).meta({ id: "ConnectionTestRequestBody" });

export function testRequest(body: z.infer<typeof Request>): TestRequest {
  const { commit_on_success: keeps, executor, queue: _queue, ...connection } = body;
  return { fields: readConnection(connection), keeps, executor: executor ?? null };
}

const State = z.enum(["pending", "running", "success", "failed"]);
const Token = z.string().meta({ description: "Ask with it how the test fares, for an hour" });

export const test = {
  body: ConnectionBody,
  answers: {
    200: z
      .strictObject({
        status: z.boolean().meta({ description: "Whether it works" }),
        message: z.string().meta({ description: "What was found, or why it does not work; without secrets" }),
      })
      .meta({ id: "ConnectionTestResponse" }),
  },
};

export const enqueue = {
  body: Request,
  answers: {
    202: z
      .strictObject({ token: Token, connection_id: z.string(), state: State })
      .meta({ id: "ConnectionTestQueuedResponse" }),
  },
};

export const look = {
  answers: {
    404: HTTPException,
    422: HTTPValidationError,
    200: z
      .strictObject({
        token: Token,
        connection_id: z.string(),
        state: State,
        result_message: z.string().nullable(),
        created_at: Instant,
      })
      .meta({ id: "AsyncConnectionTestResponse" }),
  },
};

export const defaults = { answers: { 204: null } };
