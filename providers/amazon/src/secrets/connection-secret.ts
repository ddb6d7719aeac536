/** A connection as it stands in a secret: a URI, Airflow's JSON, or the JSON of AWS's own with other words for the fields. */
import type { Json } from "@momiji/core";

/** What a field of a connection may be called in a secret (Airflow's table; AWS writes `username`, `engine`, ...). */
const WORDS: Words = {
  conn_type: ["conn_type", "conn_id", "connection_type", "engine"],
  host: ["host", "remote_host", "server"],
  login: ["login", "user", "username", "user_name"],
  password: ["password", "pass", "key"],
  schema: ["schema", "database"],
  port: ["port"],
  extra: ["extra"],
};

export type Words = { readonly [field: string]: readonly string[] };

export interface SecretReading {
  readonly words: Words;
  /** `full_url_mode: false`: a URI is not taken. */
  readonly mustBeFields: boolean;
  /** The values of the fields are URL-encoded (Airflow's `are_secret_values_urlencoded`). */
  readonly isEncoded: boolean;
}

/** Airflow's `extra_conn_words`: `{ "user": ["username"] }`. @throws an Error for what is no such table */
export function readWords(extra: Json | undefined): Words {
  if (extra === undefined || extra === null) return WORDS;
  if (typeof extra !== "object" || Array.isArray(extra)) throw new Error("extra_conn_words must be an object of lists");
  const all: { [field: string]: readonly string[] } = { ...WORDS };
  for (const [given, words] of Object.entries(extra)) {
    const field = given === "user" ? "login" : given;
    if (!Object.hasOwn(WORDS, field)) {
      const known = Object.keys(WORDS).join(", ");
      throw new Error(`extra_conn_words: there is no field ${given}; known are ${known}`);
    }
    if (!Array.isArray(words) || !words.every((word) => typeof word === "string"))
      throw new Error(`extra_conn_words: the words of ${given} must be a list of texts`);
    all[field] = [...(all[field] ?? []), ...(words as readonly string[])];
  }
  return all;
}

/** For `SecretsBackend.connection`. @throws an Error that does not quote the secret */
export function connectionOfSecret(secret: string, { words, mustBeFields, isEncoded }: SecretReading): Json {
  if (!secret.trim().startsWith("{")) {
    if (mustBeFields) throw new Error("the secret is no JSON object, which full_url_mode: false asks for");
    return secret;
  }
  const given = parse(secret);
  const fields: { [field: string]: Json } = {};
  for (const [field, known] of Object.entries(words)) {
    const name = known.find((word) => given[word] !== undefined && given[word] !== null);
    const value = name === undefined ? undefined : given[name];
    if (value !== undefined) fields[field] = isEncoded ? decoded(field, value) : value;
  }
  return fields;
}

function parse(secret: string): { readonly [name: string]: Json } {
  try {
    return JSON.parse(secret) as { readonly [name: string]: Json };
  } catch {
    throw new Error("the secret begins like a JSON object and is none");
  }
}

function decoded(field: string, value: Json): Json {
  if (typeof value !== "string" || field === "extra") return value;
  return decodeURIComponent(value.replaceAll("+", " "));
}
