/** What belongs to single users: the DAGs that they have marked, and what they have set for themselves. */
import type { Json, Micros } from "@momiji/core";

/** Each user has one of each name. */
export type UserDocumentName = "preferences" | "views";

export interface PersonalStore {
  /** The DAGs that a user has marked as favourites, in the order of their ids. */
  listFavorites(user: string): Promise<string[]>;
  /** False: it was so already. The DAG must be there. */
  setFavorite(user: string, dagId: string, isFavorite: boolean): Promise<boolean>;
  /** Null: the user has none. */
  findUserDocument(user: string, name: UserDocumentName): Promise<Json | null>;
  putUserDocument(user: string, document: { name: UserDocumentName; value: Json }, now: Micros): Promise<void>;
}
