/** The part of the store that keeps variables and connections, and the parts that remove history and whole DAGs. */
import type { Micros } from "@momiji/core";
import type { DagDeletionStore } from "../dag-deletion-store.ts";
import type { RetentionStore, RunRule, VersionPlace } from "../retention-store.ts";
import type {
  Sealed,
  SealedEntry,
  SettingsStore,
  StoredConnection,
  StoredVariable,
  WriteWhen,
} from "../settings-store.ts";
import { StoreError } from "../errors.ts";
import type { Connection } from "./connection.ts";
import * as deletion from "./dag-deletion.ts";
import { SqliteLists } from "./lists.ts";
import { LATEST } from "./migrate.ts";
import * as retention from "./retention.ts";
import * as settings from "./settings.ts";

type SecretStore = Omit<SettingsStore, "listPools" | "setPool" | "removePool">;

/** Writes one page, as it stands: a transaction without a change would not touch the disk. */
function troubleNow(db: Connection): StoreError | null {
  try {
    db.write(() => db.script(`PRAGMA user_version = ${LATEST}`));
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

export class SqliteUpkeep
  extends SqliteLists
  implements RetentionStore, Omit<DagDeletionStore, "deleteDag">, SecretStore
{
  readonly #db: Connection;
  readonly #wrote: (rows: number) => void;

  /** `wrote`: told of about how many rows were written. */
  constructor(db: Connection, wrote: (rows: number) => void) {
    super(db);
    this.#db = db;
    this.#wrote = wrote;
  }

  /** The last transaction tells; after one that failed it is tried whether that is over. */
  async trouble() {
    return this.#db.trouble === null ? null : troubleNow(this.#db);
  }

  async countRuns(dagId: string) {
    return deletion.countRuns(this.#db, dagId);
  }

  async listDeletedDags() {
    return deletion.listDeletedDags(this.#db);
  }

  async removeDagStep(dagId: string, rows: number) {
    const isEmpty = deletion.removeDagStep(this.#db, dagId, rows);
    this.#wrote(rows);
    return isEmpty;
  }

  async forgetDag(dagId: string) {
    deletion.forgetDag(this.#db, dagId);
  }

  async listDagIds() {
    return retention.listDagIds(this.#db);
  }

  async listRemovableRuns(dagId: string, rule: RunRule, limit: number) {
    return retention.listRemovableRuns(this.#db, dagId, { rule, limit });
  }

  async countRemovableRuns(dagId: string, rule: RunRule) {
    return retention.countRemovableRuns(this.#db, dagId, rule);
  }

  async removeRunStep(runKey: number, rows: number) {
    const isGone = retention.removeRunStep(this.#db, runKey, rows);
    this.#wrote(rows);
    return isGone;
  }

  async countUnusedVersions(before: Micros) {
    return retention.countUnusedVersions(this.#db, before);
  }

  async removeUnusedVersions(before: Micros, after: VersionPlace | null, limit: number) {
    return retention.removeUnusedVersions(this.#db, before, { after, limit });
  }

  async countImportErrors(before: Micros) {
    return retention.countImportErrors(this.#db, before);
  }

  async removeImportErrors(before: Micros, limit: number) {
    return retention.removeImportErrors(this.#db, before, limit);
  }

  async removeAssetEvents(before: Micros, after: number, limit: number) {
    return retention.removeAssetEvents(this.#db, before, { after, limit });
  }

  async removeEventLog(before: Micros, limit: number) {
    return retention.removeEventLog(this.#db, before, limit);
  }

  async listBundlePaths(after: VersionPlace | null, limit: number) {
    return retention.listBundlePaths(this.#db, after, limit);
  }

  async releaseSpace(pages: number) {
    return retention.releaseSpace(this.#db, pages);
  }

  async listVariables() {
    return settings.listVariables(this.#db);
  }

  async findVariable(key: string) {
    return settings.findVariable(this.#db, key);
  }

  async putVariable(variable: StoredVariable, when: WriteWhen, now: Micros) {
    return settings.putVariable(this.#db, variable, { when, now });
  }

  async removeVariable(key: string) {
    return settings.removeVariable(this.#db, key);
  }

  async listConnections() {
    return settings.listConnections(this.#db);
  }

  async findConnection(connectionId: string) {
    return settings.findConnection(this.#db, connectionId);
  }

  async putConnection(connection: StoredConnection, when: WriteWhen, now: Micros) {
    return settings.putConnection(this.#db, connection, { when, now });
  }

  async removeConnection(connectionId: string) {
    return settings.removeConnection(this.#db, connectionId);
  }

  async listSealedUnlike(keyId: string, limit: number) {
    return settings.listSealedUnlike(this.#db, keyId, limit);
  }

  async reseal(changes: readonly { entry: SealedEntry; to: Sealed }[]) {
    return settings.reseal(this.#db, changes);
  }

  async countSealed() {
    return settings.countSealed(this.#db);
  }
}
