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

function page({ access = DEFAULT_ACCESS }: ApiOptions): Route {
  const { basePath } = access.place;
  return route({
    method: "GET",
    path: "/auth/login",
    operationId: "login_page",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).loginPage,
    handle: async ({ query }) => {
      const { LOGIN_PAGE_HEADERS, loginPage } = await import("../access/login-page.ts");
      const next = nextPath(query.next, basePath);
      const shown = { basePath, next, error: query.error, hasOidc: access.oidc !== undefined };
      return answer(200, loginPage(shown), LOGIN_PAGE_HEADERS);
    },
  });
}

function form({ access = DEFAULT_ACCESS }: ApiOptions, signIn: SignIn): Route {
  const { place, lifetimes } = access;
  return route({
    method: "POST",
    path: "/auth/login",
    operationId: "login_form",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).loginForm,
    handle: async ({ body, headers, from }) => {
      refuseOtherSites(headers);
      const next = nextPath(body.next, place.basePath);
      try {
        const user = await signIn.withPassword(body, from);
        const seconds = lifetimes.sessionSeconds;
        const { secret } = await signIn.issue(user, "session", { seconds, from });
        return answer(303, undefined, { location: next, "set-cookie": sessionCookies(secret, seconds, place) });
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const { LOGIN_PAGE_HEADERS, loginPage } = await import("../access/login-page.ts");
        const shown = { basePath: place.basePath, next, error: error.message, hasOidc: access.oidc !== undefined };
        return answer(error.status, loginPage(shown), LOGIN_PAGE_HEADERS);
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
