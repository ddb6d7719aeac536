/** Makes the client of one server. */
import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import type { ApiCall } from "./api-calls.ts";
import type { paths } from "./generated/api.ts";
import { MomijiError, refusal, unreachable } from "./momiji-error.ts";
import { type Fetch, type RetryOptions, retrying } from "./retry.ts";
import type { SignIn } from "./sign-in.ts";

export interface ClientOptions {
  /** Where the server is, with its base path: `https://jobs.example.com/momiji`. In a page of the server: its base path alone. */
  readonly baseUrl: string;
  /** `withToken(...)` or `withSession()`; absent: only what is public can be called. */
  readonly signIn?: SignIn;
  /** Busy servers are asked again; `{ attempts: 1 }` never does. */
  readonly retry?: RetryOptions;
  /** Sent with every call. */
  readonly headers?: { readonly [name: string]: string };
  /** Takes the place of the runtime's `fetch`: another agent, a socket, a server in this process. */
  readonly fetch?: Fetch;
}

export interface MomijiClient {
  readonly get: ApiCall<"get">;
  readonly post: ApiCall<"post">;
  readonly put: ApiCall<"put">;
  readonly patch: ApiCall<"patch">;
  readonly delete: ApiCall<"delete">;
  /** The same calls (`GET`, `POST`, ...) with the whole response beside the data, for headers such as `ETag`. They throw alike. */
  readonly http: Client<paths>;
}

/** Types are checked where a call is written; here it is data like any other. */
type AnyCall = (path: string, init?: object) => Promise<{ readonly data?: unknown }>;

export function createClient({ baseUrl, signIn, retry = {}, headers = {}, fetch: send }: ClientOptions): MomijiClient {
  const http = createFetchClient<paths>({
    baseUrl,
    headers,
    credentials: "same-origin",
    // Looked up with each call: pages replace it after they have begun.
    fetch: retrying(send ?? ((request) => fetch(request)), retry),
  });
  if (signIn !== undefined) http.use(signedIn(signIn));
  http.use(REFUSALS);
  const call = (method: unknown) => async (path: string, init?: object) => (await (method as AnyCall)(path, init)).data;
  return {
    get: call(http.GET) as ApiCall<"get">,
    post: call(http.POST) as ApiCall<"post">,
    put: call(http.PUT) as ApiCall<"put">,
    patch: call(http.PATCH) as ApiCall<"patch">,
    delete: call(http.DELETE) as ApiCall<"delete">,
    http,
  };
}

function signedIn(signIn: SignIn): Middleware {
  return {
    onRequest: async ({ request }) => {
      await signIn(request);
      return request;
    },
  };
}

/** What is not success is thrown. */
const REFUSALS: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok && !isRedirect(response)) throw await refusal(response);
  },
  onError: ({ request, error }) => {
    if (request.signal.aborted || error instanceof MomijiError) return error as Error;
    return unreachable(request.url, error);
  },
};

/** Whoever asks for redirects not to be followed wants to see them; browsers show nothing of them. */
function isRedirect({ status, type }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400);
}
