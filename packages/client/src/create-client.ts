/** Makes the client of one server. */
import createFetchClient, { type Middleware } from "openapi-fetch";
import type { ApiCall, HttpCall } from "./api-calls.ts";
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

/** By method: `client.get("/api/v2/dags", { params: { query: { limit: 10 } } })`. */
export interface MomijiClient {
  readonly get: ApiCall<"get">;
  readonly post: ApiCall<"post">;
  readonly put: ApiCall<"put">;
  readonly patch: ApiCall<"patch">;
  readonly delete: ApiCall<"delete">;
  /** The same calls with the whole response beside the data, for headers such as `ETag`. They throw alike. */
  readonly http: {
    readonly get: HttpCall<"get">;
    readonly post: HttpCall<"post">;
    readonly put: HttpCall<"put">;
    readonly patch: HttpCall<"patch">;
    readonly delete: HttpCall<"delete">;
  };
}

export function createClient({ baseUrl, signIn, retry = {}, headers = {}, fetch: send }: ClientOptions): MomijiClient {
  const sender = createFetchClient<paths>({
    baseUrl,
    headers,
    credentials: "same-origin",
    // Looked up with each call: pages replace it after they have begun.
    fetch: retrying(send ?? ((request) => fetch(request)), retry),
  });
  if (signIn !== undefined) sender.use(signedIn(signIn));
  sender.use(REFUSALS);
  return {
    get: dataOf(sender.GET) as ApiCall<"get">,
    post: dataOf(sender.POST) as ApiCall<"post">,
    put: dataOf(sender.PUT) as ApiCall<"put">,
    patch: dataOf(sender.PATCH) as ApiCall<"patch">,
    delete: dataOf(sender.DELETE) as ApiCall<"delete">,
    http: {
      get: sender.GET as unknown as HttpCall<"get">,
      post: sender.POST as unknown as HttpCall<"post">,
      put: sender.PUT as unknown as HttpCall<"put">,
      patch: sender.PATCH as unknown as HttpCall<"patch">,
      delete: sender.DELETE as unknown as HttpCall<"delete">,
    },
  };
}

/** Types are checked where a call is written; here it is data like any other. */
type AnyCall = (path: string, init?: object) => Promise<{ readonly data?: unknown }>;

function dataOf(call: unknown): unknown {
  return async (path: string, init?: object) => (await (call as AnyCall)(path, init)).data;
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
