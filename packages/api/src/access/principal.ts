/** Who calls, and what they may do. */
import type { DagScope } from "@momiji/store";
import type { DagEntity, May, Thing } from "./access.ts";

export interface Principal {
  /** The user's id in the store; null for the command line of this machine. */
  readonly id: number | null;
  /** Who acts, for the event log. */
  readonly name: string;
  readonly roles: readonly string[];
  /** `local`: the token in `server.json`, which only this machine's user can read. `nobody`: a public route. */
  /** The session or token that it came with. */
  readonly credential?: number;
  readonly how: "session" | "token" | "local" | "nobody";
}

/** Everything that is asked about a principal's permissions; deny is the answer to whatever is not granted. */
export interface Permissions {
  may(thing: Thing, may: May): boolean;
  /** Whether the entity as such is allowed, in whatever DAGs. */
  mayEntity(entity: DagEntity, may: May): Promise<boolean>;
  mayDag(dagId: string, entity: DagEntity, may: May): Promise<boolean>;
  /** The DAGs in which that is allowed; none if the entity is not. */
  scope(entity: DagEntity, may: May): DagScope;
}

export interface Identity {
  readonly principal: Principal;
  readonly permissions: Permissions;
  /**
   * Calls `end` once what the caller came with holds no longer, or allows something else; returns how to stop that. For whoever stays
   * longer than one answer. Absent: it holds as long as the server.
   */
  whileValid?(end: () => void): () => void;
}
