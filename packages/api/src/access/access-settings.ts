/** How people come in: what whoever composes the server may set. */
import type { CookiePlace } from "./cookies.ts";
import type { Lifetimes } from "./sign-in.ts";

export interface AccessSettings {
  readonly place: CookiePlace;
  readonly lifetimes: Lifetimes;
  /** Absent: names and passwords only. */
  readonly oidc?: OidcSettings;
}

/** An OpenID provider that vouches for people. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Empty: a public client, by PKCE alone. */
  readonly clientSecret: string;
  /** Where browsers reach this server, without a path of its own: `https://momiji.example.com/base`. */
  readonly publicUrl: string;
  readonly scopes: readonly string[];
  /** The claim with the groups of a person, and the one with the name that they get. */
  readonly groupsClaim: string;
  readonly nameClaim: string;
  /** `GROUP=ROLE`; the groups of a person decide about their roles at every login. */
  readonly roles: readonly string[];
  /** For who is in no such group; empty: they do not come in. */
  readonly defaultRole: string;
}

const HOUR_SECONDS = 3600;

/** As Airflow: a day for tokens, an hour for those of its command line. */
export const DEFAULT_ACCESS: AccessSettings = {
  place: { basePath: "/", isSecure: false },
  lifetimes: {
    sessionSeconds: 24 * HOUR_SECONDS,
    tokenSeconds: 24 * HOUR_SECONDS,
    cliTokenSeconds: HOUR_SECONDS,
  },
};
