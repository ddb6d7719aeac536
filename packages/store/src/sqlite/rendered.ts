/** What templates became. */
import type { RunCommit } from "../store.ts";
import type { RenderedFields, RenderedPlace } from "../rendered-store.ts";
import type { Connection } from "./connection.ts";
import { COMMIT, INSTANCE } from "./statements.ts";

/** One answer for each place, in order; null: nothing was rendered for it. */
export function findRendered(db: Connection, places: readonly RenderedPlace[]): (RenderedFields | null)[] {
  return db.read(() =>
    places.map(({ runKey, taskId, mapIndex }) => {
      const row = db.get<{ fields: string }>(INSTANCE.selectRendered, runKey, taskId, mapIndex);
      return row === undefined ? null : (JSON.parse(row.fields) as RenderedFields);
    }),
  );
}

/** Within the caller's transaction. */
export function writeRendered(db: Connection, runKey: number, rendered: NonNullable<RunCommit["rendered"]>): void {
  for (const { taskId, mapIndex, fields } of rendered)
    db.run(COMMIT.upsertRendered, runKey, taskId, mapIndex, JSON.stringify(fields));
}
