/** What mapped tasks take: see `mapping-store.ts`. */
import { type Json, returnedLength, RETURN_VALUE, type ReturnedLengths } from "@momiji/core";
import type { XComName, XComsOfTask } from "../mapping-store.ts";
import { MAPPING_QUERIES } from "../queries/mapping-queries.ts";
import type { Connection } from "./connection.ts";

export function listXComs(db: Connection, keys: readonly XComsOfTask[]): Json[][] {
  return db.read(() =>
    keys.map(({ runKey, taskId, key }) =>
      db
        .all<{ value: string }>(MAPPING_QUERIES.listXComs, runKey, taskId, key)
        .map(({ value }) => JSON.parse(value) as Json),
    ),
  );
}

export function listXComNames(db: Connection, runKey: number, taskId?: string): XComName[] {
  type Row = { task_id: string; map_index: number; key: string };
  const rows =
    taskId === undefined
      ? db.all<Row>(MAPPING_QUERIES.listNamesOfRun, runKey)
      : db.all<Row>(MAPPING_QUERIES.listNamesOfTask, runKey, taskId);
  return rows.map((row) => ({ taskId: row.task_id, mapIndex: row.map_index, key: row.key }));
}

export function returnedLengths(db: Connection, runKey: number, taskIds: readonly string[]): ReturnedLengths {
  return db.read(() => {
    const lengths = new Map<string, ReadonlyMap<number, number>>();
    for (const taskId of taskIds) {
      const rows = db.all<{ map_index: number; value: string }>(
        MAPPING_QUERIES.listWithIndex,
        runKey,
        taskId,
        RETURN_VALUE,
      );
      lengths.set(
        taskId,
        new Map(rows.map((row) => [row.map_index, returnedLength(JSON.parse(row.value) as Json) ?? 1])),
      );
    }
    return lengths;
  });
}
