/** Posts JSON to a URL, signed if there is a key for that. */
import { createHmac } from "node:crypto";
import { type Json, missingConnection } from "@momiji/core";
import { type CallbackContext, FailTask, type Notifier, notifierOf } from "@momiji/sdk";
import { type HttpAnswer, type RequestContext, sendRequest, statusError } from "../http-request.ts";
import { notifierDefinition } from "./definition.ts";

const WEBHOOK_NOTIFIER = "webhook_notifier";

/** All texts but the ids of connections are templates. */
export type WebhookNotifierOptions = {
  /** Whole, or what the connection's address is followed by. */
  readonly url?: string;
  /** Id of a connection that gives address, login and headers. */
  readonly connection?: string;
  /** Default POST. */
  readonly method?: string;
  readonly headers?: { readonly [name: string]: string };
  /** Default: what has happened, as an object. */
  readonly body?: Json;
  /** Id of a connection whose password is the key: the body's HMAC-SHA256 then stands in `X-Momiji-Signature`. */
  readonly signWith?: string;
};

export function webhookNotifier(options: WebhookNotifierOptions): Notifier {
  if (options.url === undefined && options.connection === undefined)
    return notifierOf({ name: WEBHOOK_NOTIFIER, lane: "async", params: options, required: ["url"] });
  return notifierOf({
    name: WEBHOOK_NOTIFIER,
    lane: "async",
    params: options,
    templateFields: ["url", "headers", "body"],
  });
}

export const webhookNotifierDefinition = notifierDefinition<WebhookNotifierOptions>(
  WEBHOOK_NOTIFIER,
  async (ctx, { body, headers, signWith, method = "POST", ...target }) => {
    const data = JSON.stringify(body ?? payloadOf(ctx));
    const signature = signWith === undefined ? {} : { "x-momiji-signature": await signatureOf(ctx, signWith, data) };
    const own = { "content-type": "application/json", "idempotency-key": ctx.callbackId, ...signature };
    await post(ctx, { ...target, method, data, headers: { ...own, ...headers } });
  },
);

/** In the words of Airflow's API. */
function payloadOf(ctx: CallbackContext): Json {
  const { exception, deadline, question, logicalDate } = ctx;
  return {
    id: ctx.callbackId,
    event: ctx.event,
    dag_id: ctx.dagId,
    dag_run_id: ctx.runId,
    run_state: ctx.runState,
    logical_date: logicalDate === null ? null : logicalDate.toInstant().toString(),
    task_id: ctx.taskId === "" ? null : ctx.taskId,
    map_index: ctx.mapIndex,
    try_number: ctx.tryNumber,
    state: ctx.state,
    reason: ctx.reason,
    exception: exception === null ? null : { ...exception },
    deadline: deadline === null ? null : { name: deadline.name, deadline_time: deadline.dueAt.toString() },
    question: question === null ? null : { subject: question.subject, body: question.body },
  };
}

async function signatureOf(ctx: CallbackContext, id: string, data: string): Promise<string> {
  const connection = await ctx.connections.get(id);
  if (connection === undefined) throw new FailTask(missingConnection(id));
  const key = connection.password;
  if (key === undefined) throw new FailTask(`connection "${id}" has no password to sign with`);
  return `sha256=${createHmac("sha256", key).update(data).digest("hex")}`;
}

/** What the other side refuses for good is not tried again; that it is busy or broken may pass. */
export async function post(ctx: RequestContext, request: Parameters<typeof sendRequest>[1]): Promise<HttpAnswer> {
  const answer = await sendRequest(ctx, request);
  if (answer.ok) return answer;
  const error = statusError(answer);
  throw isPassing(answer.status) ? error : new FailTask(error.message);
}

function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}
