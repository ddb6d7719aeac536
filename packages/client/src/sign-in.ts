/** How a client says who it is. */
import { refusal, unreachable } from "./momiji-error.ts";
import type { Fetch } from "./retry.ts";

/** Puts into a request what proves who sends it. */
export type SignIn = (request: Request) => void | Promise<void>;

/** A token: of `fetchToken`, a personal one, or a function that gives it anew for each call. */
export function withToken(token: string | (() => string | Promise<string>)): SignIn {
  return async (request) => {
    request.headers.set("authorization", `Bearer ${typeof token === "string" ? token : await token()}`);
  };
}

const CSRF_COOKIE = "momiji_csrf";

/**
 * The session of the browser that this page runs in: its cookie goes along by itself, and every call that changes something
 * carries the token that proves that a page of this server made it.
 * @param cookies where the page's cookies are; by default `document.cookie`
 */
export function withSession(cookies: () => string = documentCookies): SignIn {
  return ({ method, headers }) => {
    if (method === "GET" || method === "HEAD") return;
    const token = cookieOf(cookies(), CSRF_COOKIE);
    if (token !== undefined) headers.set("x-csrf-token", token);
  };
}

function documentCookies(): string {
  return (globalThis as { readonly document?: { readonly cookie: string } }).document?.cookie ?? "";
}

function cookieOf(cookies: string, wanted: string): string | undefined {
  const pairs = cookies.split(";").map((pair) => pair.trim().split("=", 2));
  return pairs.find(([name]) => name === wanted)?.[1];
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * A token for name and password, as Airflow's simple auth manager gives them.
 * @param baseUrl where the server is, with its base path
 * @throws MomijiError `wrong_login`, `too_many_logins`, `unreachable`
 */
export async function fetchToken(baseUrl: string, credentials: Credentials, send: Fetch = fetch): Promise<string> {
  const url = `${baseUrl.replace(/\/$/, "")}/auth/token`;
  const headers = { "content-type": "application/json" };
  const request = new Request(url, { method: "POST", headers, body: JSON.stringify(credentials) });
  const response = await send(request).catch((error: unknown) => {
    throw unreachable(request.url, error);
  });
  if (!response.ok) throw await refusal(response);
  return ((await response.json()) as { readonly access_token: string }).access_token;
}
