/** A connection that is pasted as a URI, after Airflow's rules: `postgres://login:password@host:5432/schema?sslmode=require`. */

export interface UriConnection {
  readonly type: string;
  readonly host: string;
  readonly login: string;
  readonly password: string;
  readonly schema: string;
  readonly port: string;
  /** JSON of an object; empty: none. */
  readonly extra: string;
}

/** Under which name of the query an `extra` stands that is more than a flat object of texts. */
const EXTRA_KEY = "__extra__";

/** Null: it is no such URI. It stays in the browser: what is in it is a secret. */
export function readConnectionUri(uri: string): UriConnection | null {
  const [, scheme = "", rest] = /^([a-z][\w+.-]*):\/\/(.*)$/isu.exec(uri.trim()) ?? [];
  if (rest === undefined) return null;
  const [, protocol = "", address = ""] = /^((?:[a-z][a-z0-9+.-]*:\/\/)?)(.*)$/isu.exec(rest) ?? [];
  const parts = /^(?<authority>[^/?#]*)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?/su.exec(address)?.groups ?? {};
  const { authority = "", path = "", query = "" } = parts;
  const at = authority.lastIndexOf("@");
  const [login = "", ...password] = at < 0 ? [] : authority.slice(0, at).split(":");
  const place = /^(?<host>\[[^\]]*\]|[^:]*)(?::(?<port>\d*))?$/u.exec(authority.slice(at + 1))?.groups;
  if (place === undefined) return null;
  try {
    return {
      type: typeOf(scheme.toLowerCase()),
      host: protocol + decodeURIComponent((place["host"] ?? "").replace(/^\[(.*)\]$/u, "$1")),
      login: decodeURIComponent(login),
      password: decodeURIComponent(password.join(":")),
      schema: decodeURIComponent(path.slice(1)),
      port: place["port"] ?? "",
      extra: extraOf(query),
    };
  } catch {
    // A lone % is no percent-encoding.
    return null;
  }
}

function typeOf(scheme: string): string {
  return scheme === "postgresql" ? "postgres" : scheme.replaceAll("-", "_");
}

function extraOf(query: string): string {
  const pairs = new Map(new URLSearchParams(query));
  if (pairs.size === 0) return "";
  return pairs.get(EXTRA_KEY) ?? JSON.stringify(Object.fromEntries(pairs));
}
