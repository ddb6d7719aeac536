/** XCom values. */
import type { Json } from "@momiji/core";
import type { XComKey } from "../store.ts";
import type { Connection } from "./connection.ts";
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
