/** Variables and connections of the store, in the clear: what the keys open and seal on the way. */
import { checkConnection, ConnectionInvalid, type ConnectionRecord, type Micros } from "@momiji/core";
import type { Sealed, SettingsStore, StoredConnection, StoredVariable, WriteWhen } from "@momiji/store";
import { ApiError } from "../errors.ts";
import type { Settings } from "../task-questions.ts";
import { type KeyRing, SealError } from "./key-ring.ts";

export interface Variable {
  readonly key: string;
  readonly value: string;
  readonly description: string | null;
}

/** One of a list; where its secret cannot be opened, the rest and the reason. */
export type Listed<Whole> = { readonly whole: Whole } | { readonly name: string; readonly problem: ApiError };

interface ConnectionSecret {
  readonly password: string | null;
  readonly extra: string | null;
}

export class Vault implements Settings {
  readonly #store: SettingsStore;
  readonly #keys: KeyRing;

  constructor(store: SettingsStore, keys: KeyRing) {
    this.#store = store;
    this.#keys = keys;
  }

  /** For running tasks. @throws ApiError `secret_unreadable` */
  async variable(key: string): Promise<string | undefined> {
    return (await this.findVariable(key))?.value;
  }

  /** For running tasks. @throws ApiError `secret_unreadable` */
  async connection(id: string): Promise<ConnectionRecord | undefined> {
    return (await this.findConnection(id)) ?? undefined;
  }

  /** @throws ApiError `secret_unreadable` */
  async findVariable(key: string): Promise<Variable | null> {
    const found = await this.#store.findVariable(key);
    return found === null ? null : this.#openVariable(found);
  }

  /** @throws ApiError `secret_unreadable` */
  async findConnection(connectionId: string): Promise<ConnectionRecord | null> {
    const found = await this.#store.findConnection(connectionId);
    return found === null ? null : this.#openConnection(found);
  }

  async listVariables(): Promise<Listed<Variable>[]> {
    return (await this.#store.listVariables()).map((stored) => listed(stored.key, () => this.#openVariable(stored)));
  }

  async listConnections(): Promise<Listed<ConnectionRecord>[]> {
    const all = await this.#store.listConnections();
    return all.map((stored) => listed(stored.connectionId, () => this.#openConnection(stored)));
  }

  /** False: there is one already. */
  putVariable({ key, value, description }: Variable, when: WriteWhen, now: Micros): Promise<boolean> {
    const sealed = this.#keys.seal(variableName(key), value);
    return this.#store.putVariable({ key, description, value: sealed }, when, now);
  }

  /** False: there is one already. @throws ApiError `invalid_connection` */
  putConnection(record: ConnectionRecord, when: WriteWhen, now: Micros): Promise<boolean> {
    const { password, extra, ...plain } = checkedConnection(record);
    const secret = this.#keys.seal(connectionName(plain.connectionId), JSON.stringify({ password, extra }));
    return this.#store.putConnection({ ...plain, secret }, when, now);
  }

  #openVariable({ key, description, value }: StoredVariable): Variable {
    return { key, description, value: this.#open("variable", key, value) };
  }

  #openConnection({ secret, ...plain }: StoredConnection): ConnectionRecord {
    const opened = JSON.parse(this.#open("connection", plain.connectionId, secret)) as ConnectionSecret;
    return { ...plain, ...opened };
  }

  #open(kind: "variable" | "connection", id: string, sealed: Sealed): string {
    try {
      return this.#keys.open(kind === "variable" ? variableName(id) : connectionName(id), sealed);
    } catch (error) {
      if (error instanceof SealError) throw unreadable({ kind, id, sealed }, error);
      throw error;
    }
  }
}

/** To what a sealed text is bound. */
export function sealName({ kind, id }: { kind: "variable" | "connection"; id: string }): string {
  return `${kind}\0${id}`;
}

const variableName = (id: string): string => sealName({ kind: "variable", id });
const connectionName = (id: string): string => sealName({ kind: "connection", id });

function listed<Whole>(name: string, open: () => Whole): Listed<Whole> {
  try {
    return { whole: open() };
  } catch (error) {
    if (error instanceof ApiError) return { name, problem: error };
    throw error;
  }
}

function unreadable(
  { kind, id, sealed }: { kind: string; id: string; sealed: Sealed },
  { trouble }: SealError,
): ApiError {
  const what = `The ${kind} \`${id}\``;
  return trouble === "no_such_key"
    ? new ApiError("secret_unreadable", [
        what,
        `is encrypted with the key ${sealed.keyId}, which is not in the key ring`,
      ])
    : new ApiError("secret_unreadable", [what, "was changed in the store by something that does not hold its key"]);
}

/** @throws ApiError `invalid_connection` */
export function checkedConnection(record: ConnectionRecord): ConnectionRecord {
  try {
    return checkConnection(record);
  } catch (error) {
    if (error instanceof ConnectionInvalid) throw new ApiError("invalid_connection", [error.message]);
    throw error;
  }
}
