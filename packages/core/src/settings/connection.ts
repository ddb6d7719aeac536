/** A connection: Airflow's fields, and what makes one valid. */
import type { Json } from "../json.ts";

export interface ConnectionRecord {
  readonly connectionId: string;
  /** `postgres`, `http`, ...; any word is allowed, as in Airflow. */
  readonly type: string;
  readonly description: string | null;
  readonly host: string | null;
  readonly login: string | null;
  readonly password: string | null;
  readonly schema: string | null;
  readonly port: number | null;
  /** A JSON object as text, as it was given. */
  readonly extra: string | null;
}

/** A connection that cannot be: the message says what is wrong and what would be right. */
export class ConnectionInvalid extends Error {
  override readonly name = "ConnectionInvalid";
}

const ID = /^[\w.-]{1,200}$/u;
const LARGEST_PORT = 65_535;

/** @throws ConnectionInvalid if id, type, port or extra are not what Airflow takes. */
export function checkConnection(record: ConnectionRecord): ConnectionRecord {
  const { connectionId, type, port } = record;
  if (!ID.test(connectionId)) {
    throw new ConnectionInvalid(
      `${JSON.stringify(connectionId)} is no connection id: it has up to 200 letters, digits, "_", "." and "-"`,
    );
  }
  if (type === "") throw new ConnectionInvalid(`connection ${connectionId} has no type (conn_type)`);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= LARGEST_PORT)) {
    throw new ConnectionInvalid(`connection ${connectionId}: the port must be a whole number up to ${LARGEST_PORT}`);
  }
  extraOf(record);
  return record;
}

/** `extra` as an object; empty if there is none. @throws ConnectionInvalid if it is no JSON object */
export function extraOf({ connectionId, extra }: ConnectionRecord): { readonly [name: string]: Json } {
  if (extra === null || extra === "") return {};
  const value = parsed(extra);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as { readonly [name: string]: Json };
  }
  throw new ConnectionInvalid(
    `connection ${connectionId}: extra must be a JSON object, such as {"region": "eu-west-1"}`,
  );
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Airflow's normal form of a type: `postgresql` is `postgres`, and a URI's `-` stands for `_`. */
export function normalConnectionType(type: string): string {
  return type === "postgresql" ? "postgres" : type.replaceAll("-", "_");
}

/** As a running task reads it: the SDK's `Connection`, fields without a value left out. */
export function connectionForTask(record: ConnectionRecord): Json {
  const { connectionId, type, extra: _extra, ...rest } = record;
  const given = Object.entries(rest).filter(([, value]) => value !== null);
  return { id: connectionId, type, ...Object.fromEntries(given), extra: extraOf(record) };
}
