/** Users and what they carry to prove who they are. */
import type { Micros } from "@momiji/core";
import type { CredentialRecord, NewCredential, NewUser, Noted, UserChange, UserRecord } from "../access-store.ts";
import { StoreError } from "../errors.ts";
import { ACCESS_QUERIES as SQL } from "../queries/access-queries.ts";
import { credentialFromRow, type CredentialRow, userFromRow, type UserRow } from "../rows/access-row.ts";
import type { Connection } from "./connection.ts";
import { insertEvents } from "./event-log.ts";

interface RoleRow {
  readonly user_id: number;
  readonly role: string;
}

export function listUsers(db: Connection): UserRecord[] {
  return db.read(() => {
    const roles = Map.groupBy(db.all<RoleRow>(SQL.listUserRoles), ({ user_id }) => user_id);
    return db
      .all<UserRow>(SQL.listUsers)
      .map((row) => userFromRow(row, roles.get(row.id)?.map(({ role }) => role) ?? []));
  });
}

export function findUser(
  db: Connection,
  by: { readonly username: string } | { readonly provider: string },
): UserRecord | null {
  return db.read(() => {
    const row =
      "username" in by
        ? db.get<UserRow>(SQL.findUser, by.username)
        : db.get<UserRow>(SQL.findUserByProvider, by.provider);
    return row === undefined ? null : withRoles(db, row);
  });
}

function withRoles(db: Connection, row: UserRow): UserRecord {
  return userFromRow(
    row,
    db.all<RoleRow>(SQL.rolesOfUser, row.id).map(({ role }) => role),
  );
}

export function createUser(db: Connection, user: NewUser, { now, events }: Noted): UserRecord | null {
  return db.write(() => {
    const { username, firstName, lastName, email, password, provider, roles } = user;
    const id = db.insert(SQL.insertUser, username, firstName, lastName, email, password, provider, now, now);
    if (id === null) return null;
    for (const role of roles) db.run(SQL.insertUserRole, id, role);
    insertEvents(db, events, now);
    return withRoles(db, db.get<UserRow>(SQL.findUserById, id) as UserRow);
  });
}

export function changeUser(
  db: Connection,
  { id, change }: { readonly id: number; readonly change: UserChange },
  { now, events, keep = 0 }: Noted & { readonly keep?: number },
): boolean {
  return db.write(() => {
    const row = db.get<UserRow>(SQL.findUserById, id);
    if (row === undefined) return false;
    const before = withRoles(db, row);
    const { firstName, lastName, email, password, isActive } = { ...before, ...change };
    db.run(SQL.updateUser, firstName, lastName, email, password, isActive ? 1 : 0, now, id);
    if (change.roles !== undefined) {
      db.run(SQL.deleteUserRoles, id);
      for (const role of change.roles) db.run(SQL.insertUserRole, id, role);
    }
    if ([change.password, change.roles, change.isActive].some((value) => value !== undefined))
      db.run(SQL.deleteCredentials, id, keep);
    insertEvents(db, events, now);
    return true;
  });
}

export function removeUser(db: Connection, id: number, { now, events }: Noted): boolean {
  return db.write(() => {
    if (db.run(SQL.deleteUser, id) === 0) return false;
    insertEvents(db, events, now);
    return true;
  });
}

export function noteLogin(db: Connection, { id, succeeded }: { id: number; succeeded: boolean }, noted: Noted): void {
  const { now, events } = noted;
  db.write(() => {
    if (succeeded) db.run(SQL.noteSuccess, now, id);
    else db.run(SQL.noteFailure, id);
    insertEvents(db, events, now);
  });
}

export function issueCredential(db: Connection, credential: NewCredential, { now, events }: Noted): CredentialRecord {
  return db.write(() => {
    db.run(SQL.deleteExpired, now);
    const { hash, ...rest } = credential;
    const { userId, kind, name, scopes, expiresAt } = rest;
    const text = scopes === null ? null : JSON.stringify(scopes);
    const id = db.insert(SQL.insertCredential, userId, kind, hash, name, text, now, expiresAt) as number;
    insertEvents(db, events, now);
    return { ...rest, id, createdAt: now, lastUsedAt: null };
  });
}

/** Uses are noted so finely: whoever looks for a token that nobody needs thinks in days. */
const USE_MICROS = 60_000_000;

export function findCredential(
  db: Connection,
  hash: string,
  now: Micros,
): { credential: CredentialRecord; user: UserRecord } | null {
  const row = db.get<CredentialRow & UserRow>(SQL.findCredential, hash, now);
  if (row === undefined) return null;
  if (row.last_used_at === null || now - row.last_used_at >= USE_MICROS) noteUse(db, row.credential_id, now);
  return { credential: credentialFromRow(row), user: withRoles(db, row) };
}

/** Whoever only reads must not fail where nothing can be written: the disk is full, or another process holds the database. */
function noteUse(db: Connection, id: number, now: Micros): void {
  try {
    db.run(SQL.touchCredential, now, id);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

export function listCredentials(db: Connection, userId: number, now: Micros): CredentialRecord[] {
  return db.all<CredentialRow>(SQL.listCredentials, userId, now).map(credentialFromRow);
}

export function revokeCredential(
  db: Connection,
  { userId, id }: { readonly userId: number; readonly id: number },
  { now, events }: Noted,
): boolean {
  return db.write(() => {
    if (db.run(SQL.deleteCredential, userId, id) === 0) return false;
    insertEvents(db, events, now);
    return true;
  });
}
