/** A connection as JSON, both ways, in Airflow's words (`Connection.from_json`, `as_json`, the files of `connections export`). */
import type { Json } from "../json.ts";
import {
  checkConnection,
  ConnectionInvalid,
  type ConnectionRecord,
  extraOf,
  normalConnectionType,
} from "./connection.ts";
import { parseConnectionUri } from "./connection-uri.ts";

/** Fields of a file that are texts; `conn_id` and the rest are read on their own. */
const TEXTS = ["description", "host", "login", "password", "schema"] as const;
const KNOWN = new Set<string>([
  ...TEXTS,
  "conn_id",
  "connection_id",
  "conn_type",
  "port",
  "extra",
  "extra_dejson",
  "uri",
]);

/** A connection as text: a URI, or JSON that begins with `{`. @throws ConnectionInvalid */
export function parseConnectionText(connectionId: string, text: string): ConnectionRecord {
  if (!text.trimStart().startsWith("{")) return parseConnectionUri(connectionId, text);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    // The parser's own words quote the text, and with it the password.
    throw new ConnectionInvalid(`connection ${connectionId}: what begins with "{" is not valid JSON`);
  }
  return parseConnectionJson(connectionId, value);
}

/** From JSON as Airflow's files hold it: an object of fields, or a URI as text. @throws ConnectionInvalid */
export function parseConnectionJson(connectionId: string, value: Json): ConnectionRecord {
  if (typeof value === "string") return parseConnectionText(connectionId, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConnectionInvalid(`connection ${connectionId}: expected an object of fields, or a URI`);
  }
  const fields = value as { readonly [name: string]: Json };
  const unknown = Object.keys(fields).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) {
    throw new ConnectionInvalid(
      `connection ${connectionId}: there is no field ${unknown}; known are conn_type, ${TEXTS.join(", ")}, port, extra`,
    );
  }
  if (typeof fields.uri === "string") return parseConnectionUri(connectionId, fields.uri);
  const text = (name: string): string | null => textField(connectionId, name, fields[name]);
  return checkConnection({
    connectionId,
    type: normalConnectionType(text("conn_type") ?? ""),
    description: text("description"),
    host: text("host"),
    login: text("login"),
    password: text("password"),
    schema: text("schema"),
    port: portField(connectionId, fields.port),
    extra: extraField(fields.extra ?? fields.extra_dejson),
  });
}

function textField(connectionId: string, name: string, value: Json | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw new ConnectionInvalid(`connection ${connectionId}: ${name} must be a text`);
}

function portField(connectionId: string, value: Json | undefined): number | null {
  if (value === undefined || value === null || value === "") return null;
  const port = typeof value === "string" ? Number(value) : value;
  if (typeof port === "number" && Number.isInteger(port)) return port === 0 ? null : port;
  throw new ConnectionInvalid(`connection ${connectionId}: port must be a whole number`);
}

/** Text stays as it was written; anything else becomes the text of its JSON. */
function extraField(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The fields under Airflow's names, for files and environment variables; those without a value are left out. */
export function connectionJson(record: ConnectionRecord): { readonly [name: string]: Json } {
  const { type, description, host, login, password, schema, port, extra } = record;
  const fields = { conn_type: type, description, login, password, host, port, schema };
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
    ...(extra === null ? {} : { extra: extraOf(record) }),
  };
}
