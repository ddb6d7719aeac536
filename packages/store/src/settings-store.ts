/**
 * What people set: variables, connections and pools. Secrets reach the store sealed (encrypted) and leave it so: whoever
 * holds the keys seals and opens them.
 */
import type { Micros } from "@momiji/core";

/** An encrypted text, with the id of the key that opens it. */
export interface Sealed {
  readonly text: string;
  readonly keyId: string;
}

export interface StoredVariable {
  readonly key: string;
  readonly description: string | null;
  readonly value: Sealed;
}

export interface StoredConnection {
  readonly connectionId: string;
  readonly type: string;
  readonly description: string | null;
  readonly host: string | null;
  readonly login: string | null;
  readonly schema: string | null;
  readonly port: number | null;
  /** Password and extra. */
  readonly secret: Sealed;
}

export interface PoolRecord {
  readonly name: string;
  /** -1: without limit. */
  readonly slots: number;
  readonly includeDeferred: boolean;
  readonly description: string | null;
}

/** One secret of the store, wherever it stands. */
export interface SealedEntry {
  readonly kind: "variable" | "connection";
  readonly id: string;
  readonly sealed: Sealed;
}

/** `absent`: only if there is none of that name. */
export type WriteWhen = "always" | "absent";

export interface SettingsStore {
  /** In the order of their keys. */
  listVariables(): Promise<StoredVariable[]>;
  findVariable(key: string): Promise<StoredVariable | null>;
  /** False: there is one already, and it was left as it is. */
  putVariable(variable: StoredVariable, when: WriteWhen, now: Micros): Promise<boolean>;
  /** False: there was none. */
  removeVariable(key: string): Promise<boolean>;

  /** In the order of their ids. */
  listConnections(): Promise<StoredConnection[]>;
  findConnection(connectionId: string): Promise<StoredConnection | null>;
  putConnection(connection: StoredConnection, when: WriteWhen, now: Micros): Promise<boolean>;
  removeConnection(connectionId: string): Promise<boolean>;

  /** Secrets that other keys than this one seal, at most `limit`. */
  listSealedUnlike(keyId: string, limit: number): Promise<SealedEntry[]>;
  /** Exchanges secrets for the same under another key. Those that were changed or removed meanwhile are left alone. */
  reseal(changes: readonly { readonly entry: SealedEntry; readonly to: Sealed }[]): Promise<number>;
  /** How many secrets each key seals, by key id. */
  countSealed(): Promise<ReadonlyMap<string, number>>;

  listPools(): Promise<PoolRecord[]>;
  setPool(pool: PoolRecord): Promise<void>;
  /** False: there was none. Tasks that name it wait until there is one again. */
  removePool(name: string): Promise<boolean>;
}
