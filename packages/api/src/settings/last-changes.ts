/** Who changed which variable or connection last, and who set a connection's secrets: as the event log tells it. */
import type { Json, Micros } from "@momiji/core";
import type { EventLogRecord, Store } from "@momiji/store";

export interface LastChange {
  readonly at: Micros;
  readonly by: string | null;
}

export interface Changed {
  readonly last: LastChange;
  /** Null: by nobody within what the log still has. */
  readonly secret: LastChange | null;
}

const EVENTS = {
  variables: ["post_variable", "patch_variable", "bulk_variables"],
  connections: ["post_connection", "patch_connection", "bulk_connections"],
} as const;

const NAMES = { variables: "key", connections: "connection_id" } as const;

/** Entries of the log that are looked at, the newest. */
const MOST = 2_000;

type Fields = { readonly [name: string]: Json };

/** By name. What was last changed longer ago than the log reaches is not in it. */
export async function lastChanges(store: Store, kind: keyof typeof EVENTS): Promise<ReadonlyMap<string, Changed>> {
  const { entries } = await store.listEventLogs({ includedEvents: EVENTS[kind], descending: true, limit: MOST });
  const changes = new Map<string, Changed>();
  for (const entry of entries) {
    for (const fields of bodiesOf(entry)) {
      const name = fields[NAMES[kind]] ?? entry.extra?.["connection_id"] ?? entry.extra?.["variable_key"];
      if (typeof name !== "string") continue;
      const change = { at: entry.when, by: entry.owner };
      const known = changes.get(name) ?? { last: change, secret: null };
      const isSecret = isGiven(fields["password"]) || isGiven(fields["extra"]) || isGiven(fields["value"]);
      changes.set(name, { last: known.last, secret: known.secret ?? (isSecret ? change : null) });
    }
  }
  return changes;
}

/** What was asked for: one thing, or each of a bulk request. */
function bodiesOf({ extra }: EventLogRecord): readonly Fields[] {
  const body = asFields(extra?.["body"]);
  const actions = body["actions"];
  if (!Array.isArray(actions)) return [body];
  return actions.flatMap((action) => {
    const { action: kind, entities } = asFields(action);
    return kind !== "delete" && Array.isArray(entities) ? entities.map(asFields) : [];
  });
}

function asFields(value: Json | undefined): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}
