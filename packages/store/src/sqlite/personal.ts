/** What belongs to single users: see `personal-store.ts`. */
import type { Json, Micros } from "@momiji/core";
import type { UserDocumentName } from "../personal-store.ts";
import { KEPT_STATE_QUERIES as KEPT } from "../queries/kept-state-queries.ts";
import type { Connection } from "./connection.ts";

export function listFavorites(db: Connection, user: string): string[] {
  return db.all<{ dag_id: string }>(KEPT.listFavorites, user).map((row) => row.dag_id);
}

export function setFavorite(db: Connection, user: string, how: { dagId: string; isFavorite: boolean }): boolean {
  return db.run(how.isFavorite ? KEPT.addFavorite : KEPT.removeFavorite, user, how.dagId) > 0;
}

export function findUserDocument(db: Connection, user: string, name: UserDocumentName): Json | null {
  const row = db.get<{ value: string }>(KEPT.findDocument, user, name);
  return row === undefined ? null : (JSON.parse(row.value) as Json);
}

export function putUserDocument(
  db: Connection,
  user: string,
  { name, value, now }: { name: UserDocumentName; value: Json; now: Micros },
): void {
  db.run(KEPT.putDocument, user, name, JSON.stringify(value), now);
}
