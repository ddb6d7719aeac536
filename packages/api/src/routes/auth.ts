/** How people come in and go out: tokens for programs as Airflow's simple auth manager gives them, sessions for browsers. */
import { DEFAULT_ACCESS } from "../access/access-settings.ts";
import { audit } from "../access/audit.ts";
import { noCookies, sessionCookies } from "../access/cookies.ts";
import { nextPath } from "../access/next-path.ts";
import { SignIn } from "../access/sign-in.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { oidcRoutes } from "./oidc.ts";
import { answer, type Call, route, type Route } from "../route.ts";

export function authRoutes(options: ApiOptions): readonly Route[] {
  const { access = DEFAULT_ACCESS } = options;
  const { lifetimes } = access;
  const signIn = new SignIn(options);
  return [
    token(signIn, { path: "/auth/token", operationId: "create_token", seconds: lifetimes.tokenSeconds }),
    token(signIn, { path: "/auth/token/cli", operationId: "create_token_cli", seconds: lifetimes.cliTokenSeconds }),
    page(options),
    form(options, signIn),
    toLogin(options),
    logout(options),
    ...oidcRoutes(options, signIn),
  ];
}

/** As Airflow's: 201 with a token that is good for some time. */
function token(
  signIn: SignIn,
  { path, operationId, seconds }: { readonly path: string; readonly operationId: string; readonly seconds: number },
): Route {
  return route({
    method: "POST",
    path,
    operationId,
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).token,
    handle: async ({ body, from }) => {
      const user = await signIn.withPassword(body, from);
      const { secret } = await signIn.issue(user, "login", { seconds, from });
      return answer(201, { access_token: secret }, { "cache-control": "no-store" });
    },
  });
}

function page(options: ApiOptions): Route {
  return route({
    method: "GET",
    path: "/auth/login",
    operationId: "login_page",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).loginPage,
    handle: ({ query: { next, error }, headers }) => {
      const refused = error === undefined ? undefined : { text: error };
      return shown(options, { headers, status: 200, next, refused });
    },
  });
}

interface Shown {
  readonly headers: Call["headers"];
  readonly status: number;
  readonly next: string | undefined;
  readonly refused: { readonly code?: string; readonly text: string } | undefined;
}

async function shown({ store, access = DEFAULT_ACCESS }: ApiOptions, { headers, status, next, refused }: Shown) {
  const [{ LOGIN_PAGE_HEADERS, loginPage }, { languageOf }] = await Promise.all([
    import("../access/login-page.ts"),
    import("../access/login-words.ts"),
  ]);
  const { basePath } = access.place;
  const users = await store.listUsers();
  const page = loginPage({
    basePath,
    next: nextPath(next, basePath),
    language: languageOf(headers["accept-language"]),
    refused,
    hasOidc: access.oidc !== undefined,
    isFresh: users.length === 1 && users[0]?.username === "admin" && users[0].lastLogin === null,
  });
  return answer(status, page, LOGIN_PAGE_HEADERS);
}

function form(options: ApiOptions, signIn: SignIn): Route {
  const { place, lifetimes } = options.access ?? DEFAULT_ACCESS;
  return route({
    method: "POST",
    path: "/auth/login",
    operationId: "login_form",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).loginForm,
    handle: async ({ body, headers, from }) => {
      refuseOtherSites(headers);
      try {
        const user = await signIn.withPassword(body, from);
        const seconds = lifetimes.sessionSeconds;
        const { secret } = await signIn.issue(user, "session", { seconds, from });
        const location = nextPath(body.next, place.basePath);
        return answer(303, undefined, { location, "set-cookie": sessionCookies(secret, seconds, place) });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const { status, code, message: text } = error;
        return shown(options, { headers, status, next: body.next, refused: { code, text } });
      }
    },
  });
}

/** Airflow's way to the login of whatever auth manager there is. */
function toLogin({ access = DEFAULT_ACCESS }: ApiOptions): Route {
  const { basePath } = access.place;
  return route({
    method: "GET",
    path: "/api/v2/auth/login",
    operationId: "login",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).toLogin,
    handle: ({ query }) => {
      const next = encodeURIComponent(nextPath(query.next, basePath));
      return answer(307, undefined, { location: `${basePath}auth/login?next=${next}` });
    },
  });
}

/** Ends the session, or the token, with which it is asked for. */
function logout({ store, clock, access = DEFAULT_ACCESS }: ApiOptions): Route {
  const { place } = access;
  return route({
    method: "GET",
    path: "/api/v2/auth/logout",
    operationId: "logout",
    access: "signed_in",
    schemas: async () => (await import("../schemas/server.ts")).logout,
    handle: async (call) => {
      const { id, credential } = call.principal;
      if (id !== null && credential !== undefined)
        await store.revokeCredential(id, credential, { now: clock.now(), events: [audit("logout", call)] });
      return answer(307, undefined, { location: `${place.basePath}auth/login`, "set-cookie": noCookies(place) });
    },
  });
}

/** A form of another site would sign its visitors in as somebody else. @throws ApiError `forged` */
function refuseOtherSites(headers: Call["headers"]): void {
  if (headers["sec-fetch-site"] === "cross-site") throw new ApiError("forged");
}
