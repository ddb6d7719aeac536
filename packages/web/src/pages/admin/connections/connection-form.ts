/** The fields of a connection's form: what its type uses of them, and what is sent. Secrets are only ever written. */
import type { components } from "@momiji/client";
import type { UriConnection } from "./connection-uri.ts";

export type Connection = components["schemas"]["ConnectionResponse"];
export type ConnectionBody = components["schemas"]["ConnectionBody"];
export type ConnectionType = components["schemas"]["ConnectionTypes"]["types"][number];

/** What a secret reads that is there and not shown; sent back, it stays what it was. */
export const KEPT = "***";

export const PLAIN = ["host", "port", "login", "schema"] as const;
export type PlainField = (typeof PLAIN)[number];

export interface ConnectionFields {
  readonly id: string;
  readonly type: string;
  readonly description: string;
  readonly host: string;
  readonly port: string;
  readonly login: string;
  readonly schema: string;
  /** `KEPT`: stays; empty: none. */
  readonly password: string;
  /** Fields of `extra` that the type reads, each as text. */
  readonly extra: { readonly [name: string]: string };
  /** The rest of `extra`: JSON of an object; empty: none. */
  readonly other: string;
}

export const NOTHING: ConnectionFields = {
  id: "",
  type: "",
  description: "",
  host: "",
  port: "",
  login: "",
  schema: "",
  password: "",
  extra: {},
  other: "",
};

export function fieldsOf(connection: Connection, type: ConnectionType | undefined): ConnectionFields {
  const { connection_id: id, conn_type, description, host, port, login, schema, password, extra } = connection;
  return {
    id,
    type: conn_type,
    description: description ?? "",
    host: host ?? "",
    port: port === null ? "" : String(port),
    login: login ?? "",
    schema: schema ?? "",
    password: password ?? "",
    ...splitExtra(extra ?? "", type),
  };
}

/** What a URI says stands in the form; what it does not say stays. */
export function withUri(
  fields: ConnectionFields,
  uri: UriConnection,
  type: ConnectionType | undefined,
): ConnectionFields {
  const { extra, ...plain } = uri;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== ""));
  return { ...fields, ...given, ...(extra === "" ? {} : splitExtra(extra, type)) };
}

/** Of another type other fields of `extra` have inputs of their own. */
export function withType(fields: ConnectionFields, type: ConnectionType | undefined, name: string): ConnectionFields {
  const whole = joinExtra(fields);
  return { ...fields, type: name, ...splitExtra(whole ?? fields.other, type) };
}

function splitExtra(text: string, type: ConnectionType | undefined): Pick<ConnectionFields, "extra" | "other"> {
  const whole = objectOf(text);
  if (whole === null) return { extra: {}, other: text };
  const known = new Set(Object.keys(type?.extra ?? {}));
  const own = Object.entries(whole).filter(([name]) => known.has(name));
  const rest = Object.entries(whole).filter(([name]) => !known.has(name));
  return {
    extra: Object.fromEntries(
      own.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    ),
    other: rest.length === 0 ? "" : JSON.stringify(Object.fromEntries(rest), null, 2),
  };
}

/** Null: the rest is no JSON of an object. */
function joinExtra({ extra, other }: ConnectionFields): string | null {
  const rest = objectOf(other);
  if (rest === null) return null;
  const own = Object.entries(extra).filter(([, text]) => text !== "");
  const whole = { ...Object.fromEntries(own.map(([name, text]) => [name, valueOf(text)])), ...rest };
  return Object.keys(whole).length === 0 ? "" : JSON.stringify(whole);
}

/** What reads as a switch, a number, an object or a list is one; anything else is a text. */
function valueOf(text: string): unknown {
  if (!/^\s*(?:[[{]|true$|false$|-?\d+(?:\.\d+)?$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function objectOf(text: string): { readonly [name: string]: unknown } | null {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as {}) : null;
  } catch {
    return null;
  }
}

export type FormProblem = "id" | "type" | "port" | "extra";

export function problemOf(fields: ConnectionFields): FormProblem | null {
  if (!/^[\w.-]{1,200}$/.test(fields.id)) return "id";
  if (fields.type.trim() === "") return "type";
  const port = Number(fields.port);
  if (fields.port !== "" && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) return "port";
  return joinExtra(fields) === null ? "extra" : null;
}

/** Secrets that were not touched are left out: nobody is told to have set them anew. */
export function bodyOf(fields: ConnectionFields, before: Connection | null): ConnectionBody {
  const { id, type, description, host, port, login, schema, password } = fields;
  const extra = joinExtra(fields) ?? "";
  const text = (value: string): string | null => (value === "" ? null : value);
  return {
    connection_id: id,
    conn_type: type.trim(),
    description: text(description),
    host: text(host),
    port: port === "" ? null : Number(port),
    login: text(login),
    schema: text(schema),
    ...(before !== null && password === (before.password ?? "") ? {} : { password: text(password) }),
    ...(before !== null && isSame(extra, before.extra ?? "") ? {} : { extra: text(extra) }),
  };
}

function isSame(a: string, b: string): boolean {
  return a === b || JSON.stringify(objectOf(a)) === JSON.stringify(objectOf(b));
}

/** What the form asks for: what the type uses, and what has a value anyway. Of an unknown type all. */
export function askedFields(
  fields: ConnectionFields,
  type: ConnectionType | undefined,
): readonly (PlainField | "password")[] {
  const all = ["host", "port", "login", "password", "schema"] as const;
  return all.filter((name) => type === undefined || Object.hasOwn(type.fields, name) || fields[name] !== "");
}

/** Fields of `extra` whose values are not for every eye. */
export function isSecretName(name: string): boolean {
  return /pass|secret|token|private_key|kube_config$/i.test(name);
}
