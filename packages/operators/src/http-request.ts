/** One HTTP request as `http` and `httpSensor` make it: where to, with what, and what came back. */
import { type Json, missingConnection } from "@momiji/core";
import type { Connection, TaskContext } from "@momiji/sdk";

export type HttpRequestParams = {
  readonly url?: string;
  readonly connection?: string;
  readonly method?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly data?: string;
  readonly json?: Json;
  readonly requestTimeoutSeconds?: number;
};

export interface HttpAnswer {
  readonly status: number;
  /** Status 200 to 299. */
  readonly ok: boolean;
  readonly contentType: string;
  readonly text: string;
  /** For messages: `GET http://host/path`, without query and credentials. */
  readonly label: string;
}

/** What a request needs of a task's or a callback's context. */
export type RequestContext = Pick<TaskContext, "connections" | "signal" | "log">;

/** A body longer than this is no answer for a task's return value. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const DEFAULT_TIMEOUT_SECONDS = 60;

/** Sends the request and reads the answer whole. Throws if there is none; a bad status is an answer. */
export async function sendRequest(ctx: RequestContext, params: HttpRequestParams): Promise<HttpAnswer> {
  const connection = params.connection === undefined ? undefined : await ctx.connections.get(params.connection);
  if (params.connection !== undefined && connection === undefined)
    throw new Error(missingConnection(params.connection));
  const url = urlOf(params.url, connection);
  const hasBody = params.data !== undefined || params.json !== undefined;
  const method = (params.method ?? (hasBody ? "POST" : "GET")).toUpperCase();
  const label = `${method} ${url.origin}${url.pathname}`;
  const timeoutSeconds = params.requestTimeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await fetch(url, {
      method,
      headers: headersOf(params, connection),
      body: params.json === undefined ? (params.data ?? null) : JSON.stringify(params.json),
      signal: AbortSignal.any([ctx.signal, timeout]),
    });
    const text = await readBody(response, label);
    ctx.log.info(`${label}: ${response.status} ${response.statusText}`.trimEnd());
    return {
      status: response.status,
      ok: response.ok,
      contentType: response.headers.get("content-type") ?? "",
      text,
      label,
    };
  } catch (error) {
    if (ctx.signal.aborted) throw error;
    throw new Error(`${label}: ${timeout.aborted ? `no answer within ${timeoutSeconds} s` : reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** For an answer that will not do: the status and the beginning of the body. */
export function statusError(answer: Pick<HttpAnswer, "label" | "status" | "text">): Error {
  return new Error(`${answer.label} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
}

/** The connection gives what the URL leaves out (Airflow's rule: `schema` is the scheme, `host` may hold one itself). */
export function urlOf(path: string | undefined, connection: Connection | undefined): URL {
  const target = path ?? "";
  if (URL.canParse(target)) return new URL(target);
  if (connection?.host === undefined)
    throw new Error(`"${target}" is no URL; give a whole one or a connection with a host`);
  const { host, port, schema } = connection;
  const base = new URL(host.includes("://") ? host : `${schema ?? "http"}://${host}`);
  if (port !== undefined) base.port = String(port);
  return new URL(`${base.href.replace(/\/$/, "")}/${target.replace(/^\//, "")}`);
}

/** What the connection's extra, login and password say, and what the request gives itself. */
export function headersOf(params: HttpRequestParams, connection: Connection | undefined): Headers {
  const extra = Object.entries(connection?.extra ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const headers = new Headers(extra);
  if (connection?.login !== undefined) {
    const credentials = Buffer.from(`${connection.login}:${connection.password ?? ""}`).toString("base64");
    headers.set("authorization", `Basic ${credentials}`);
  }
  if (params.json !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(params.headers ?? {})) headers.set(name, value);
  return headers;
}

async function readBody(response: Response, label: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error(`the body of ${label} is longer than ${MAX_BODY_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** `fetch` hides what went wrong in the cause of its error. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || reasonOf(error.cause) : error.message;
}
