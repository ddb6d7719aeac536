/** Login with an OpenID provider: authorization code with PKCE, a state and a nonce that only the browser which began it has. */
import type { Clock } from "@momiji/core";
import type { Store, UserRecord } from "@momiji/store";
import * as openid from "openid-client";
import { ApiError } from "../errors.ts";
import type { OidcSettings } from "./access-settings.ts";
import { rolesOfGroups } from "./oidc-roles.ts";

/** What the browser keeps between leaving for the provider and coming back. */
export interface LoginFlow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

export class OidcLogin {
  readonly #settings: OidcSettings;
  readonly #store: Store;
  readonly #clock: Clock;
  #provider: Promise<openid.Configuration> | null = null;

  constructor(settings: OidcSettings, { store, clock }: { readonly store: Store; readonly clock: Clock }) {
    this.#settings = settings;
    this.#store = store;
    this.#clock = clock;
  }

  async begin(next: string): Promise<{ readonly location: string; readonly flow: LoginFlow }> {
    const provider = await this.#discovered();
    const flow = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      next,
    };
    const location = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.#callbackUrl,
      scope: this.#settings.scopes.join(" "),
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: "S256",
    });
    return { location: location.href, flow };
  }

  /** @throws ApiError `oidc_failed`, `oidc_no_role`, `oidc_name_taken` */
  async finish(flow: LoginFlow, query: URLSearchParams): Promise<UserRecord> {
    const claims = await this.#claims(flow, query);
    const provider = `${this.#settings.issuer} ${String(claims.sub)}`;
    const groups = [claims[this.#settings.groupsClaim] ?? []].flat().map(String);
    const roles = rolesOfGroups(groups, this.#settings);
    if (roles.length === 0) throw new ApiError("oidc_no_role");
    const known = await this.#store.findUser({ provider });
    if (known === null) return this.#makeUser(claims, provider, roles);
    if (!known.isActive) throw new ApiError("oidc_no_role");
    if (known.roles.join("\n") === roles.join("\n")) return known;
    const extra = { username: known.username, before: { roles: [...known.roles] }, after: { roles }, by: "oidc" };
    const noted = { now: this.#clock.now(), events: [{ event: "edit_user", owner: known.username, extra }] };
    await this.#store.changeUser(known.id, { roles }, noted);
    return { ...known, roles };
  }

  async #claims(flow: LoginFlow, query: URLSearchParams): Promise<{ readonly [claim: string]: unknown }> {
    const provider = await this.#discovered();
    const checks = { pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce };
    try {
      const tokens = await openid.authorizationCodeGrant(
        provider,
        new URL(`${this.#callbackUrl}?${query.toString()}`),
        checks,
      );
      const claims = tokens.claims();
      if (claims === undefined) throw new ApiError("oidc_failed", ["the provider sent no ID token"]);
      // Some tell of groups and names only when they are asked with the token.
      const info =
        provider.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await openid.fetchUserInfo(provider, tokens.access_token, claims.sub);
      return { ...info, ...claims };
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError("oidc_failed", [(error as Error).message]);
    }
  }

  async #makeUser(
    claims: { readonly [claim: string]: unknown },
    provider: string,
    roles: readonly string[],
  ): Promise<UserRecord> {
    const text = (claim: string): string => (typeof claims[claim] === "string" ? claims[claim] : "");
    const username = text(this.#settings.nameClaim) || String(claims.sub);
    const user = {
      username,
      firstName: text("given_name"),
      lastName: text("family_name"),
      email: text("email"),
      password: null,
      provider,
      roles,
    };
    const extra = { username, after: { roles: [...roles] }, by: "oidc" };
    const noted = { now: this.#clock.now(), events: [{ event: "create_user", owner: username, extra }] };
    const made = await this.#store.createUser(user, noted);
    // Whoever has the name here is somebody else, as far as anybody knows.
    if (made === null) throw new ApiError("oidc_name_taken", [username]);
    return made;
  }

  get #callbackUrl(): string {
    return `${this.#settings.publicUrl}/auth/oidc/callback`;
  }

  /** Asked once, and again if that failed. */
  async #discovered(): Promise<openid.Configuration> {
    this.#provider ??= discover(this.#settings);
    try {
      return await this.#provider;
    } catch (error) {
      this.#provider = null;
      throw new ApiError("oidc_failed", [`the provider does not answer: ${(error as Error).message}`]);
    }
  }
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const TIMEOUT_SECONDS = 10;

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<openid.Configuration> {
  const url = new URL(issuer);
  // Without TLS anybody on the way could vouch for people; on one machine there is no way.
  const execute = url.protocol === "http:" && LOOPBACK.has(url.hostname) ? [openid.allowInsecureRequests] : [];
  const secret = clientSecret === "" ? undefined : clientSecret;
  const method = clientSecret === "" ? openid.None() : undefined;
  return openid.discovery(url, clientId, secret, method, { execute, timeout: TIMEOUT_SECONDS });
}
