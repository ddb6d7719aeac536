/**
 * Variables and connections from the environment: `AIRFLOW_VAR_KEY`, `MOMIJI_VAR_KEY`, `AIRFLOW_CONN_ID`,
 * `MOMIJI_CONN_ID` (names upper case, as Airflow's environment secrets backend). A connection is a URI or JSON.
 */
import type { Settings } from "@momiji/api";
import type { Json } from "@momiji/core";

type Environment = { readonly [name: string]: string | undefined };

export function environmentSettings(env: Environment): Settings {
  return {
    variable: async (key) => env[`MOMIJI_VAR_${key.toUpperCase()}`] ?? env[`AIRFLOW_VAR_${key.toUpperCase()}`],
    connection: async (id) => {
      const text = env[`MOMIJI_CONN_${id.toUpperCase()}`] ?? env[`AIRFLOW_CONN_${id.toUpperCase()}`];
      return text === undefined ? undefined : readConnection(id, text);
    },
  };
}

/** What must not be printed: passwords of connections and the values of variables whose names say so. */
export function secretsOf(env: Environment): string[] {
  const secrets: string[] = [];
  for (const [name, text] of Object.entries(env)) {
    if (text === undefined || text === "") continue;
    const connection = /^(?:MOMIJI|AIRFLOW)_CONN_(.+)$/.exec(name);
    if (connection?.[1] !== undefined) secrets.push(...secretsOfConnection(connection[1], text));
    if (/^(?:MOMIJI|AIRFLOW)_VAR_/.test(name) && SENSITIVE.test(name)) secrets.push(text);
  }
  return secrets;
}

/** Airflow's sensitive names (`DEFAULT_SENSITIVE_FIELDS`). */
const SENSITIVE =
  /access_?token|api_?key|authorization|passphrase|passwd|password|private_?key|proxy|secret|token|keyfile|service_account/i;

function secretsOfConnection(id: string, text: string): string[] {
  const connection = readConnection(id, text) as { password?: string; extra?: { [name: string]: Json } };
  const extras = Object.entries(connection.extra ?? {}).flatMap(([name, value]) =>
    SENSITIVE.test(name) && typeof value === "string" ? [value] : [],
  );
  return [connection.password, ...extras].filter((value): value is string => value !== undefined && value !== "");
}

function readConnection(id: string, text: string): Json {
  if (text.trimStart().startsWith("{")) return fromJson(id, text);
  let uri: URL;
  try {
    uri = new URL(text);
  } catch {
    throw new Error(
      `the connection ${id} in the environment is neither a URI (type://login:password@host:port/schema) nor JSON`,
    );
  }
  const plain = { host: uri.hostname, login: uri.username, password: uri.password, schema: uri.pathname.slice(1) };
  const given = Object.entries(plain)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => [name, decodeURIComponent(value)]);
  return {
    id,
    type: uri.protocol.slice(0, -1),
    ...Object.fromEntries(given),
    ...(uri.port === "" ? {} : { port: Number(uri.port) }),
    extra: Object.fromEntries(uri.searchParams),
  };
}

/** Airflow's JSON form: `{"conn_type": ..., "host": ..., "extra": {...}}`. */
function fromJson(id: string, text: string): Json {
  const { conn_type, extra, ...rest } = JSON.parse(text) as {
    conn_type?: string;
    extra?: Json;
    [name: string]: Json | undefined;
  };
  const parsed = typeof extra === "string" ? (JSON.parse(extra) as Json) : (extra ?? {});
  return { ...(rest as { [name: string]: Json }), id, type: conn_type ?? "", extra: parsed };
}
