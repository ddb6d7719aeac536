/**
 * One operation of the API, with its rule. There is no other way to answer a request: the server registers `Route`s only, and
 * one without `access` does not compile.
 */
import type { Readable } from "node:stream";
import type { Json } from "@momiji/core";
import type { DagScope } from "@momiji/store";
import type { z } from "zod";
import type { Access, DagEntity, May, Thing } from "./access/access.ts";
import type { Principal } from "./access/principal.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Route {
  readonly method: Method;
  /** As in OpenAPI: `/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}`, with Airflow's names where it has the path. */
  readonly path: string;
  /** Airflow's where it has the operation. */
  readonly operationId: string;
  readonly access: Access;
  /** Loaded with the first request: zod is dear at the start. */
  readonly schemas?: () => Promise<RouteSchemas>;
  /** What it returns is answered with 200 as JSON, unless it is an `answer`. */
  handle(call: Call): unknown;
}

/** What may be sent and what is answered. Of what is not given, `call` has the texts of the path, those of the query, or the body as sent. */
export interface RouteSchemas {
  readonly params?: z.ZodType<object>;
  readonly query?: z.ZodType<object>;
  readonly body?: z.ZodType;
  /** Of a body that the route reads by itself: for the document alone. */
  readonly ownBody?: z.ZodType;
  /** By status, beside the refusals that come of access and inputs (openapi/answers.ts). */
  readonly answers?: { readonly [status: number]: AnswerSchema };
}

/** JSON of a shape; null: no body; or by media type, such as `{ "text/plain": z.string() }`. Tests hold every answer against it. */
export type AnswerSchema = z.ZodType | null | { readonly [mediaType: string]: z.ZodType };

export interface Query {
  readonly [name: string]: string | string[] | undefined;
}

export interface Call<Params = Texts, Given = Query, Body = unknown> {
  readonly params: Params;
  readonly query: Given;
  readonly body: Body;
  /** Without those that carry credentials; names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly principal: Principal;
  /** The command line says that it is the one. */
  readonly through: "cli" | "rest_api";
  /** The address that the request came from, as far as it is known. */
  readonly from: string;
  readonly requestId: string;
  /** What the browser kept of a login that it has begun with an OpenID provider; no credential. */
  readonly flow: string | null;
  /** Aborted when the client is gone, its session or token has ended, or the server stops: for streams and for those who wait. */
  readonly signal: AbortSignal;
  /** The DAGs in which the principal may do what the route's `access` says: the only way to a list, a join and a bulk act. */
  readonly dags: DagScope;
  /** The same for something else. */
  scope(entity: DagEntity, may: May): DagScope;
  /** For ids that come in bodies, or are found on the way. */
  mayDag(dagId: string, entity: DagEntity, may: May): Promise<boolean>;
  /** @throws ApiError `forbidden` */
  requireDag(dagId: string, entity: DagEntity, may: May): Promise<void>;
  may(thing: Thing, may: May): boolean;
  /** What the event log's entry of this call tells beside who, what and from where, such as what was there before; it hides secrets. */
  tell(more: { readonly [name: string]: Json }): void;
}

interface Texts {
  readonly [name: string]: string;
}

/** The names between braces in a path. */
type ParamsOf<Path extends string> = string extends Path
  ? Texts
  : Path extends `${string}{${infer Name}}${infer Rest}`
    ? { readonly [name in Name]: string } & ParamsOf<Rest>
    : unknown;

type Parsed<Schema, Else> = Schema extends z.ZodType<infer Output> ? Output : Else;

/** A route whose `call` is typed by its path and its schemas. */
export function route<const Path extends string, Schemas extends RouteSchemas = Pick<RouteSchemas, "answers">>(
  typed: Omit<Route, "path" | "schemas" | "handle"> & {
    readonly path: Path;
    readonly schemas?: () => Promise<Schemas>;
    handle(
      call: Call<
        Parsed<Schemas["params"], ParamsOf<Path>>,
        Parsed<Schemas["query"], Query>,
        Parsed<Schemas["body"], unknown>
      >,
    ): unknown;
  },
): Route {
  return typed as unknown as Route;
}

/** An answer that is more than 200 and JSON. */
export class Answer {
  readonly status: number;
  /** A value for JSON, a text with its content type in `headers`, or a stream; undefined: none. */
  readonly body: unknown;
  readonly headers: { readonly [name: string]: string | string[] };

  constructor(status: number, body: unknown, headers: Answer["headers"]) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export function answer(status: number, body?: unknown, headers: Answer["headers"] = {}): Answer {
  return new Answer(status, body, headers);
}

/** Lines or events that are sent as they come; end the stream when `call.signal` is aborted. */
export function streamed(body: Readable, contentType: string, headers: Answer["headers"] = {}): Answer {
  return new Answer(200, body, { "content-type": contentType, "cache-control": "no-store", ...headers });
}
