/**
 * The types of calls: by method and path, what may be sent and what is answered. openapi-fetch has some of its own, but takes
 * lists that are `readonly` apart, and all of ours are.
 */
import type {
  HttpMethod,
  PathsWithMethod,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";
import type { paths } from "./generated/api.ts";

/** A path that has the method: `"/api/v2/dags/{dag_id}"`. */
export type PathOf<Method extends HttpMethod> = PathsWithMethod<paths, Method>;

interface CallOptions {
  readonly headers?: { readonly [name: string]: string };
  readonly signal?: AbortSignal;
  readonly redirect?: "follow" | "manual";
}

type Params<Operation> = Operation extends { readonly parameters: infer Given }
  ? RequiredKeysOf<Given> extends never
    ? { readonly params?: Given }
    : { readonly params: Given }
  : unknown;

type Content<Body> = Body extends { readonly content: infer Given } ? Given[keyof Given] : never;

type Body<Operation> = Operation extends { readonly requestBody: infer Given }
  ? { readonly body: Content<Given> }
  : Operation extends { readonly requestBody?: infer Given }
    ? [Content<NonNullable<Given>>] extends [never]
      ? unknown
      : { readonly body?: Content<NonNullable<Given>> }
    : unknown;

/** `params` (with `path` and `query`), `body`, and options of the call. */
export type InitOf<Method extends HttpMethod, Path extends PathOf<Method>> = Params<paths[Path][Method]> &
  Body<paths[Path][Method]> &
  CallOptions;

/** How an answer is read. */
export type ReadAs = "json" | "text" | "stream";

/** May be left out if nothing in it must be given. */
type Rest<Init, As extends ReadAs> =
  RequiredKeysOf<Init> extends never
    ? [init?: Init & { readonly parseAs?: As }]
    : [init: Init & { readonly parseAs?: As }];

/** Of a path that answers in several forms the JSON. */
type Success<Operation> =
  Operation extends Record<string | number, unknown>
    ? [Json<Operation>] extends [never]
      ? Exclude<SuccessResponse<ResponseObjectMap<Operation>>, undefined>
      : Json<Operation>
    : never;

type Json<Operation extends Record<string | number, unknown>> = Exclude<
  SuccessResponse<ResponseObjectMap<Operation>, "application/json">,
  undefined
>;

/** What a call answers: the JSON of its success, unless it is read otherwise; nothing where there is no body. */
export type AnswerOf<Method extends HttpMethod, Path extends PathOf<Method>, As extends ReadAs = "json"> = {
  readonly json: [Success<paths[Path][Method]>] extends [never] ? void : Success<paths[Path][Method]>;
  readonly text: string;
  readonly stream: ReadableStream<Uint8Array>;
}[As];

/** One method of the client. @throws MomijiError for every answer that is no success, and where none comes */
export type ApiCall<Method extends HttpMethod> = <Path extends PathOf<Method>, As extends ReadAs = "json">(
  path: Path,
  ...init: Rest<InitOf<Method, Path>, As>
) => Promise<AnswerOf<Method, Path, As>>;

/** The same with the whole response, for its headers. */
export type HttpCall<Method extends HttpMethod> = <Path extends PathOf<Method>, As extends ReadAs = "json">(
  path: Path,
  ...init: Rest<InitOf<Method, Path>, As>
) => Promise<{ readonly data: AnswerOf<Method, Path, As>; readonly response: Response }>;
