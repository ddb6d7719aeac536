/** To an OpenID provider and back. */
import { type AccessSettings, DEFAULT_ACCESS } from "../access/access-settings.ts";
import { flowCookie, sessionCookies } from "../access/cookies.ts";
import { nextPath } from "../access/next-path.ts";
import type { LoginFlow, OidcLogin } from "../access/oidc.ts";
import type { SignIn } from "../access/sign-in.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { answer, route, type Route } from "../route.ts";

/** None without a provider. */
export function oidcRoutes(options: ApiOptions, signIn: SignIn): readonly Route[] {
  const { access = DEFAULT_ACCESS } = options;
  const { oidc } = access;
  if (oidc === undefined) return [];
  let login: Promise<OidcLogin> | null = null;
  const provider = (): Promise<OidcLogin> => {
    login ??= import("../access/oidc.ts").then(({ OidcLogin }) => new OidcLogin(oidc, options));
    return login;
  };
  return [begin(access, provider), finish({ access, signIn }, provider)];
}

function begin({ place }: AccessSettings, provider: () => Promise<OidcLogin>): Route {
  return route({
    method: "GET",
    path: "/auth/oidc/login",
    operationId: "oidc_login",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).toProvider,
    handle: async ({ query }) => {
      const { location, flow } = await (await provider()).begin(nextPath(query.next, place.basePath));
      return answer(303, undefined, { location, "set-cookie": flowCookie(encoded(flow), place) });
    },
  });
}

function finish(
  { access, signIn }: { readonly access: AccessSettings; readonly signIn: SignIn },
  provider: () => Promise<OidcLogin>,
): Route {
  const { place, lifetimes } = access;
  return route({
    method: "GET",
    path: "/auth/oidc/callback",
    operationId: "oidc_callback",
    access: "public",
    schemas: async () => (await import("../schemas/server.ts")).fromProvider,
    handle: async ({ query, flow, from }) => {
      const begun = flow === null ? null : decoded(flow);
      if (begun === null) throw new ApiError("oidc_failed", ["this browser has not begun a login"]);
      const user = await (await provider()).finish(begun, searchOf(query));
      const seconds = lifetimes.sessionSeconds;
      const { secret } = await signIn.issue(user, "session", { seconds, from });
      const cookies = [...sessionCookies(secret, seconds, place), flowCookie(null, place)];
      return answer(303, undefined, { location: nextPath(begun.next, place.basePath), "set-cookie": cookies });
    },
  });
}

function searchOf(query: object): URLSearchParams {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [(value ?? []) as string | string[]].flat().map((text) => [name, text]),
  );
  return new URLSearchParams(pairs);
}

function encoded(flow: LoginFlow): string {
  return Buffer.from(JSON.stringify(flow)).toString("base64url");
}

/** Null: not what was given to the browser. */
function decoded(text: string): LoginFlow | null {
  try {
    const flow = JSON.parse(Buffer.from(text, "base64url").toString()) as Partial<LoginFlow>;
    const isWhole = [flow.state, flow.nonce, flow.verifier, flow.next].every((part) => typeof part === "string");
    return isWhole ? (flow as LoginFlow) : null;
  } catch {
    return null;
  }
}
