/** Variables, connections and pools as Airflow's API shows them: secrets read `***`. */
import { type ConnectionRecord, extraOf, isSensitiveName, type Json, pythonJson, redact, REDACTED } from "@momiji/core";
import type { Listed, Variable } from "./vault.ts";

export function presentVariable({ key, value, description }: Variable) {
  return { key, value: shownValue(key, value), description, is_encrypted: true, team_name: null };
}

/** Also of one whose secret cannot be opened: it must not hide the others. */
export function presentListedVariable(listed: Listed<Variable>) {
  if ("whole" in listed) return presentVariable(listed.whole);
  const { name, problem } = listed;
  return { key: name, value: null, description: problem.message, is_encrypted: true, team_name: null };
}

/** A variable under a sensitive name is hidden; of one that is JSON, what lies under sensitive names. */
function shownValue(key: string, value: string): string {
  if (isSensitiveName(key)) return REDACTED;
  if (!/^\s*[{[]/.test(value)) return value;
  try {
    const parsed = JSON.parse(value) as Json;
    const shown = redact(parsed);
    return JSON.stringify(shown) === JSON.stringify(parsed) ? value : pythonJson(shown);
  } catch {
    return value;
  }
}

export function presentConnection(record: ConnectionRecord) {
  const { connectionId, type, description, host, login, schema, port, password, extra } = record;
  return {
    connection_id: connectionId,
    conn_type: type,
    description,
    host,
    login,
    schema,
    port,
    password: password === null ? null : REDACTED,
    extra: extra === null ? null : pythonJson(redact(extraOf(record))),
    team_name: null,
  };
}

export function presentListedConnection(listed: Listed<ConnectionRecord>) {
  if ("whole" in listed) return presentConnection(listed.whole);
  const hidden = { host: null, login: null, schema: null, port: null, password: null, extra: null, team_name: null };
  return { connection_id: listed.name, conn_type: "", description: listed.problem.message, ...hidden };
}

/**
 * What a client sends back that had been shown `***` means what was there before: of a text, or of anything under the
 * same name in an object.
 */
export function unredacted(given: Json, before: Json | undefined): Json {
  if (given === REDACTED && before !== undefined) return before;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const old = typeof before === "object" && before !== null ? (before as { readonly [name: string]: Json }) : {};
  return Object.fromEntries(Object.entries(given).map(([name, part]) => [name, unredacted(part, old[name])]));
}
