/** XCom values. */
import type { Json, Micros } from "@momiji/core";
import type { EventLogEntry } from "../event-log-store.ts";
import { KEPT_STATE_QUERIES as KEPT } from "../queries/kept-state-queries.ts";
import type { XComKey } from "../store.ts";
import type { XComPlace, XComWhen } from "../xcom-store.ts";
import type { Connection } from "./connection.ts";
import { insertEvents } from "./event-log.ts";
import { INSTANCE } from "./statements.ts";

/** One answer for each key, in order; undefined: no such XCom. */
export function getXComs(db: Connection, keys: readonly XComKey[]): (Json | undefined)[] {
  return db.read(() =>
    keys.map(({ runKey, taskId, mapIndex, key }) => {
      const row = db.get<{ value: string }>(INSTANCE.selectXCom, runKey, taskId, mapIndex, key);
      return row === undefined ? undefined : (JSON.parse(row.value) as Json);
    }),
  );
}

interface Logged {
  readonly now: Micros;
  readonly events: readonly EventLogEntry[];
}

export function putXCom(
  db: Connection,
  { runKey, taskId, mapIndex, key, value, when }: XComPlace & { readonly value: Json; readonly when: XComWhen },
  { now, events }: Logged,
): "written" | "refused" | "no_instance" {
  return db.write(() => {
    if (db.get(KEPT.instanceExists, runKey, taskId, mapIndex) === undefined) return "no_instance";
    const text = JSON.stringify(value);
    const written =
      when === "absent"
        ? db.run(KEPT.insertXCom, runKey, taskId, mapIndex, key, text)
        : db.run(KEPT.updateXCom, text, runKey, taskId, mapIndex, key);
    if (written === 0) return "refused";
    insertEvents(db, events, now);
    return "written";
  });
}

export function removeXCom(
  db: Connection,
  { runKey, taskId, mapIndex, key }: XComPlace,
  { now, events }: Logged,
): boolean {
  return db.write(() => {
    if (db.run(KEPT.removeXCom, runKey, taskId, mapIndex, key) === 0) return false;
    insertEvents(db, events, now);
    return true;
  });
}
