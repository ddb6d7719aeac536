/** The types of calls: by method and path, what may be sent and what is answered. */
import type { FetchResponse, MaybeOptionalInit } from "openapi-fetch";
import type { HttpMethod, MediaType, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import type { paths } from "./generated/api.ts";

/** A path that has the method: `"/api/v2/dags/{dag_id}"`. */
export type PathOf<Method extends HttpMethod> = PathsWithMethod<paths, Method>;

/** `params` (with `path`, `query`, `header`), `body`, `headers`, `signal`, and `parseAs` for what is no JSON. */
export type InitOf<Method extends HttpMethod, Path extends PathOf<Method>> = MaybeOptionalInit<paths[Path], Method>;

/** May be left out if nothing in it must be given. */
type Rest<Init> = RequiredKeysOf<Init> extends never ? [init?: Init] : [init: Init];

type Successful<Operation, Init> =
  Operation extends Record<string | number, unknown>
    ? Exclude<FetchResponse<Operation, Init, MediaType>["data"], undefined>
    : never;

/** What a call answers: the JSON of its success; nothing where there is no body. */
export type AnswerOf<Method extends HttpMethod, Path extends PathOf<Method>, Init = unknown> = [
  Successful<paths[Path][Method], Init>,
] extends [never]
  ? void
  : Successful<paths[Path][Method], Init>;

/** One method of the client. @throws MomijiError for every answer that is no success, and where none comes */
export type ApiCall<Method extends HttpMethod> = <Path extends PathOf<Method>, Init extends InitOf<Method, Path>>(
  path: Path,
  ...init: Rest<Init>
) => Promise<AnswerOf<Method, Path, Init>>;
