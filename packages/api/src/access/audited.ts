/**
 * The event log's entry of a change of what belongs to no DAG, for routes that write none of their own: who, what, from where, and
 * what was asked for and what the route tells beside, with `***` for whatever may be a secret. What is done to DAGs and runs is logged by the act itself, in one
 * transaction with it.
 */
import { type Json, REDACTED, redact } from "@momiji/core";
import type { EventLogEntry } from "@momiji/store";
import type { Told } from "../register.ts";
import type { Call, Route } from "../route.ts";

/** These log what was before and after by themselves. */
const OWN_WORDS = new Set(["users", "roles", "backfills"]);

/** Fields that hold secrets whatever they are called beside. */
const SECRET_FIELDS = new Set(["value", "val", "extra", "login", "conf"]);

const LONGEST_TEXT = 256;
const MOST_ELEMENTS = 50;

/** Null: there is nothing to tell, or the route tells it. */
export function auditedEntry(
  { access, operationId, method }: Route,
  { principal, from, params, body }: Call,
  told: Told,
): EventLogEntry | null {
  if (typeof access === "string" || !("thing" in access) || method === "GET" || OWN_WORDS.has(access.thing))
    return null;
  const asked = body === undefined || body === null ? {} : { body: withoutSecrets(redact(body as Json)) };
  return {
    event: operationId,
    owner: principal.name,
    extra: { ...params, ...asked, ...(withoutSecrets(redact({ ...told })) as Told), from, how: principal.how },
  };
}

function withoutSecrets(value: Json): Json {
  if (typeof value === "string") return value.slice(0, LONGEST_TEXT);
  if (Array.isArray(value)) return value.slice(0, MOST_ELEMENTS).map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value as { readonly [name: string]: Json });
  return Object.fromEntries(
    fields.map(([name, part]) => [name, SECRET_FIELDS.has(name) && part !== null ? REDACTED : withoutSecrets(part)]),
  );
}
