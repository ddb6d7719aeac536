/** How people come in, from the settings. */
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AccessSettings } from "@momiji/api";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";

const HOUR_SECONDS = 3600;

/** @throws CliError `config_invalid` */
export function accessSettings({ auth, server }: Config): AccessSettings {
  const publicUrl = readUrl(server.publicUrl);
  const isSecure = publicUrl === null ? server.tlsCert !== "" : publicUrl.protocol === "https:";
  const access = {
    place: { basePath: basePathOf(server.basePath), isSecure },
    lifetimes: {
      sessionSeconds: auth.sessionHours * HOUR_SECONDS,
      tokenSeconds: auth.tokenHours * HOUR_SECONDS,
      cliTokenSeconds: auth.cliTokenHours * HOUR_SECONDS,
    },
  };
  if (auth.oidcIssuer === "") return access;
  if (publicUrl === null || auth.oidcClientId === "")
    throw new CliError("config_invalid", "auth.oidcIssuer needs server.publicUrl and auth.oidcClientId");
  const oidc = {
    issuer: auth.oidcIssuer,
    clientId: auth.oidcClientId,
    clientSecret: auth.oidcClientSecret,
    publicUrl: publicUrl.href.replace(/\/+$/, ""),
    scopes: auth.oidcScopes,
    groupsClaim: auth.oidcGroupsClaim,
    nameClaim: auth.oidcNameClaim,
    roles: auth.oidcRoles,
    defaultRole: auth.oidcDefaultRole,
  };
  return { ...access, oidc };
}

/** @throws CliError `config_invalid` if only one of both is set, or a file cannot be read */
export function tlsOf({ server }: Config): { readonly tls?: { readonly cert: string; readonly key: string } } {
  const { tlsCert, tlsKey } = server;
  if (tlsCert === "" && tlsKey === "") return {};
  if (tlsCert === "" || tlsKey === "")
    throw new CliError("config_invalid", "server.tlsCert and server.tlsKey belong together: one of them is empty");
  try {
    return { tls: { cert: readFileSync(tlsCert, "utf8"), key: readFileSync(tlsKey, "utf8") } };
  } catch (error) {
    throw new CliError("config_invalid", `server.tlsCert, server.tlsKey: ${(error as Error).message}`);
  }
}

/** By which the command line of this machine knows the server: the first of the chain, in PEM. @throws CliError `config_invalid` */
export function certificateOf(config: Config): { readonly certificate?: string } {
  const { tls } = tlsOf(config);
  if (tls === undefined) return {};
  try {
    return { certificate: new X509Certificate(tls.cert).toString() };
  } catch (error) {
    throw new CliError("config_invalid", `server.tlsCert holds no certificate: ${(error as Error).message}`);
  }
}

/** With a slash at both ends. */
function basePathOf(text: string): string {
  const path = `/${text}/`.replaceAll(/\/{2,}/g, "/");
  if (/^\/([\w.~-]+\/)*$/.test(path)) return path;
  throw new CliError("config_invalid", `server.basePath ${JSON.stringify(text)} is no path such as /momiji`);
}

function readUrl(text: string): URL | null {
  if (text === "") return null;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new CliError(
    "config_invalid",
    `server.publicUrl ${JSON.stringify(text)} is no address such as https://momiji.example.com`,
  );
}
