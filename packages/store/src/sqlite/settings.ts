/** Variables and connections. */
import type { Micros } from "@momiji/core";
import { SETTINGS_QUERIES } from "../queries/settings-queries.ts";
import type { Sealed, SealedEntry, StoredConnection, StoredVariable, WriteWhen } from "../settings-store.ts";
import type { Connection } from "./connection.ts";

interface SealedColumns {
  readonly sealed: string;
  readonly key_id: string;
}

interface VariableRow extends SealedColumns {
  readonly key: string;
  readonly description: string | null;
}

interface ConnectionRow extends SealedColumns {
  readonly connection_id: string;
  readonly conn_type: string;
  readonly description: string | null;
  readonly host: string | null;
  readonly login: string | null;
  readonly schema: string | null;
  readonly port: number | null;
}

interface EntryRow extends SealedColumns {
  readonly kind: SealedEntry["kind"];
  readonly id: string;
}

export function listVariables(db: Connection): StoredVariable[] {
  return db.all<VariableRow>(SETTINGS_QUERIES.listVariables).map(variableFromRow);
}

export function findVariable(db: Connection, key: string): StoredVariable | null {
  const row = db.get<VariableRow>(SETTINGS_QUERIES.findVariable, key);
  return row === undefined ? null : variableFromRow(row);
}

export function putVariable(db: Connection, variable: StoredVariable, how: { when: WriteWhen; now: Micros }): boolean {
  const text = how.when === "absent" ? SETTINGS_QUERIES.insertVariable : SETTINGS_QUERIES.upsertVariable;
  const { key, description, value } = variable;
  return db.run(text, key, description, value.text, value.keyId, how.now) > 0;
}

export function removeVariable(db: Connection, key: string): boolean {
  return db.run(SETTINGS_QUERIES.deleteVariable, key) > 0;
}

export function listConnections(db: Connection): StoredConnection[] {
  return db.all<ConnectionRow>(SETTINGS_QUERIES.listConnections).map(connectionFromRow);
}

export function findConnection(db: Connection, connectionId: string): StoredConnection | null {
  const row = db.get<ConnectionRow>(SETTINGS_QUERIES.findConnection, connectionId);
  return row === undefined ? null : connectionFromRow(row);
}

export function putConnection(
  db: Connection,
  connection: StoredConnection,
  how: { when: WriteWhen; now: Micros },
): boolean {
  const text = how.when === "absent" ? SETTINGS_QUERIES.insertConnection : SETTINGS_QUERIES.upsertConnection;
  const { connectionId, type, description, host, login, schema, port, secret } = connection;
  const values = [connectionId, type, description, host, login, schema, port, secret.text, secret.keyId, how.now];
  return db.run(text, ...values) > 0;
}

export function removeConnection(db: Connection, connectionId: string): boolean {
  return db.run(SETTINGS_QUERIES.deleteConnection, connectionId) > 0;
}

export function listSealedUnlike(db: Connection, keyId: string, limit: number): SealedEntry[] {
  const rows = db.all<EntryRow>(SETTINGS_QUERIES.selectSealedUnlike, keyId, keyId, limit);
  return rows.map((row) => ({ kind: row.kind, id: row.id, sealed: sealedOf(row) }));
}

export function reseal(db: Connection, changes: readonly { entry: SealedEntry; to: Sealed }[]): number {
  return db.write(() =>
    changes.reduce((count, { entry, to }) => {
      const text = entry.kind === "variable" ? SETTINGS_QUERIES.resealVariable : SETTINGS_QUERIES.resealConnection;
      return count + db.run(text, to.text, to.keyId, entry.id, entry.sealed.text);
    }, 0),
  );
}

export function countSealed(db: Connection): Map<string, number> {
  const rows = db.all<{ key_id: string; found: number }>(SETTINGS_QUERIES.countSealed);
  return new Map(rows.map((row) => [row.key_id, row.found]));
}

function variableFromRow(row: VariableRow): StoredVariable {
  return { key: row.key, description: row.description, value: sealedOf(row) };
}

function connectionFromRow(row: ConnectionRow): StoredConnection {
  const { description, host, login, schema, port } = row;
  return {
    connectionId: row.connection_id,
    type: row.conn_type,
    description,
    host,
    login,
    schema,
    port,
    secret: sealedOf(row),
  };
}

function sealedOf({ sealed, key_id }: SealedColumns): Sealed {
  return { text: sealed, keyId: key_id };
}
