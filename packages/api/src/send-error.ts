/** What clients are told when a request fails: Airflow's bodies, when to come again, no stack and no path of a file. */
import { STORE_ERRORS, StoreError } from "@momiji/store";
import type { FastifyReply } from "fastify";
import { ApiError, InvalidRequest } from "./errors.ts";

/** What passes by itself: a locked database, a full disk, too many connections. */
const RETRY_AFTER_SECONDS = "5";

interface Told {
  /** Told of errors that are the server's own. */
  onError(error: unknown): void;
}

export function sendError(error: unknown, reply: FastifyReply, { onError }: Told): FastifyReply {
  if (error instanceof ApiError) {
    if (error.code === "too_many_logins") reply.header("retry-after", error.words[0]);
    else if (error.status === 503) reply.header("retry-after", RETRY_AFTER_SECONDS);
    return reply.status(error.status).send(error.body());
  }
  if (error instanceof StoreError) {
    onError(error);
    if (error.retryable) reply.header("retry-after", RETRY_AFTER_SECONDS);
    // Not its own words, which name the file.
    const { message, remedy } = STORE_ERRORS[error.code];
    return reply.status(error.status).send({ detail: `${message}. ${remedy}`, code: error.code, remedy });
  }
  const { statusCode: status = 500, code } = error as { readonly statusCode?: number; readonly code?: string };
  if (code !== undefined && UNREADABLE.has(code))
    return reply.status(422).send(unreadableBody((error as Error).message));
  if (status < 500) return reply.status(status).send({ detail: (error as Error).message });
  onError(error);
  return reply.status(500).send({ detail: "Internal server error; the server's log says more" });
}

/** Fastify's codes of bodies that are no JSON, or do not say that they are. */
const UNREADABLE = new Set([
  "FST_ERR_CTP_INVALID_JSON_BODY",
  "FST_ERR_CTP_EMPTY_JSON_BODY",
  "FST_ERR_CTP_INVALID_MEDIA_TYPE",
]);

/** As Airflow answers to what is no JSON. */
function unreadableBody(message: string) {
  return new InvalidRequest([{ loc: ["body", 0], message, type: "json_invalid", input: {} }]).body();
}
