/**
 * A connection as one URI, both ways, after Airflow's rules (`Connection.get_uri`, `_parse_from_uri`): every part is
 * percent-encoded; `extra` is the query if it is a flat object of texts, else the whole JSON stands under `__extra__`.
 */
import type { Json } from "../json.ts";
import {
  checkConnection,
  ConnectionInvalid,
  type ConnectionRecord,
  extraOf,
  normalConnectionType,
} from "./connection.ts";

/** Under which name of the query an `extra` stands that is more than a flat object of texts. */
const EXTRA_KEY = "__extra__";

export type ConnectionParts = Pick<
  ConnectionRecord,
  "type" | "host" | "login" | "password" | "schema" | "port" | "extra"
>;

/** The URI of a connection. It holds the password in the clear. */
export function connectionUri(parts: ConnectionParts): string {
  const { type, host, login, password, port, schema } = parts;
  const scheme = type === "" ? "//" : `${type.toLowerCase().replaceAll("_", "-")}://`;
  const [protocol, hostName] = splitProtocol(host ?? "", type);
  let authority = login === null ? "" : percentEncoded(login);
  if (password !== null) authority += `:${percentEncoded(password)}`;
  if (authority !== "") authority += "@";
  let place = percentEncoded(hostName);
  if (port) place += place === "" && authority === "" ? `@:${port}` : `:${port}`;
  if (schema) place += `/${percentEncoded(schema)}`;
  const query = queryOf(parts.extra);
  return scheme + protocol + authority + place + (query === "" ? "" : (schema ? "?" : "/?") + query);
}

/** `https://x` as host keeps its protocol, unless it is the connection's own type. */
function splitProtocol(host: string, type: string): readonly [protocol: string, host: string] {
  const at = host.indexOf("://");
  if (at < 0 || host.slice(0, at) === type || !PROTOCOL.test(host.slice(0, at))) return ["", host];
  return [host.slice(0, at + 3), host.slice(at + 3)];
}

const PROTOCOL = /^[a-z][a-z0-9+.-]*$/i;

function queryOf(extra: string | null): string {
  if (extra === null || extra === "") return "";
  const pairs = flatPairs(extra);
  if (pairs === null) return `${EXTRA_KEY}=${formEncoded(extra)}`;
  return pairs.map(([name, value]) => `${formEncoded(name)}=${formEncoded(value)}`).join("&");
}

/** Null if it is anything else than an object of texts, or could not be told from one under `__extra__`. */
function flatPairs(extra: string): (readonly [string, string])[] | null {
  let value: Json;
  try {
    value = JSON.parse(extra) as Json;
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.hasOwn(value, EXTRA_KEY))
    return null;
  const pairs = Object.entries(value as { readonly [name: string]: Json });
  const isFlat = pairs.length > 0 && pairs.every(([, part]) => typeof part === "string");
  return isFlat ? (pairs as [string, string][]) : null;
}

/** @throws ConnectionInvalid if the text is no such URI, or what it says is no connection. Names no part of the text. */
export function parseConnectionUri(connectionId: string, uri: string): ConnectionRecord {
  const match = /^([^:/?#@]*):\/\/(.*)$/su.exec(uri.trim());
  if (match === null) throw noUri(connectionId);
  const [, scheme = "", rest = ""] = match;
  const [protocol, address] = protocolOf(connectionId, rest);
  const [authority = "", path = "", query = ""] = partsOf(address);
  const { login, password, host, port } = readAuthority(connectionId, authority);
  const schema = decoded(connectionId, path.slice(1));
  const record: ConnectionRecord = {
    connectionId,
    type: normalConnectionType(scheme.toLowerCase()),
    description: null,
    host: nullIfEmpty(protocol + host),
    login,
    password,
    schema: nullIfEmpty(schema),
    port,
    extra: extraOfQuery(query),
  };
  extraOf(record);
  return checkConnection(record);
}

function protocolOf(connectionId: string, rest: string): readonly [protocol: string, address: string] {
  const at = rest.split(/[?#]/u, 1)[0]?.indexOf("://") ?? -1;
  if (at < 0) return ["", rest];
  if (!PROTOCOL.test(rest.slice(0, at))) throw noUri(connectionId);
  return [rest.slice(0, at + 3), rest.slice(at + 3)];
}

/** Authority, path, query; a fragment is no part of a connection. */
function partsOf(address: string): readonly string[] {
  const [before = ""] = address.split("#", 1);
  const queryAt = before.indexOf("?");
  const place = queryAt < 0 ? before : before.slice(0, queryAt);
  const pathAt = place.indexOf("/");
  return [
    pathAt < 0 ? place : place.slice(0, pathAt),
    pathAt < 0 ? "" : place.slice(pathAt),
    queryAt < 0 ? "" : before.slice(queryAt + 1),
  ];
}

function readAuthority(connectionId: string, authority: string) {
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? "" : authority.slice(0, at);
  const place = authority.slice(at + 1);
  const colon = user.indexOf(":");
  const found = /^(?<host>\[[^\]]*\]|[^:]*)(?::(?<port>\d*))?$/u.exec(place)?.groups;
  if (found === undefined) throw noUri(connectionId);
  return {
    login: nullIfEmpty(decoded(connectionId, colon < 0 ? user : user.slice(0, colon))),
    password: colon < 0 ? null : nullIfEmpty(decoded(connectionId, user.slice(colon + 1))),
    host: decoded(connectionId, (found.host ?? "").replace(/^\[(.*)\]$/u, "$1")),
    port: found.port ? Number(found.port) : null,
  };
}

function extraOfQuery(query: string): string | null {
  const pairs = new Map(new URLSearchParams(query));
  if (pairs.size === 0) return null;
  return nullIfEmpty(pairs.get(EXTRA_KEY) ?? JSON.stringify(Object.fromEntries(pairs)));
}

function nullIfEmpty(text: string): string | null {
  return text === "" ? null : text;
}

function decoded(connectionId: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare `%` is nobody's encoding: Python leaves it as it is, and so may a password that was pasted as it was.
    if (!/%[0-9a-f]{2}/iu.test(text)) return text;
    throw new ConnectionInvalid(`connection ${connectionId}: a part of the URI is not percent-encoded UTF-8`);
  }
}

function noUri(connectionId: string): ConnectionInvalid {
  return new ConnectionInvalid(
    `connection ${connectionId}: expected a URI (type://login:password@host:port/schema?extra=value, each part percent-encoded) or JSON`,
  );
}

/** Python's `quote(text, safe="")`. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Python's `quote_plus(text)`. */
function formEncoded(text: string): string {
  return percentEncoded(text).replaceAll("%20", "+");
}
