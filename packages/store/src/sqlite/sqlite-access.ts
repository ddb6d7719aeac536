/** The part of the store that keeps users, roles and credentials. */
import type { Micros } from "@momiji/core";
import type { AccessStore, NewCredential, NewUser, Noted, RoleRecord, UserChange } from "../access-store.ts";
import type { DagScope } from "../dag-scope.ts";
import { Notices } from "../notices.ts";
import * as access from "./access.ts";
import type { Connection } from "./connection.ts";
import * as dagAccess from "./dag-access.ts";
import { KnownCredentials } from "./known-credentials.ts";

export class SqliteAccess implements AccessStore {
  /** For all that the store is made of. */
  protected readonly notices = new Notices();
  readonly #db: Connection;
  readonly #credentials: KnownCredentials;

  constructor(db: Connection) {
    this.#db = db;
    this.#credentials = new KnownCredentials(db);
  }

  async listUsers() {
    return access.listUsers(this.#db);
  }

  async findUser(by: { readonly username: string } | { readonly provider: string }) {
    return access.findUser(this.#db, by);
  }

  async createUser(user: NewUser, noted: Noted) {
    this.#credentials.forget();
    return access.createUser(this.#db, user, noted);
  }

  async changeUser(id: number, change: UserChange, noted: Noted & { readonly keep?: number }) {
    this.#credentials.forget();
    return this.#toldIf(access.changeUser(this.#db, { id, change }, noted));
  }

  async removeUser(id: number, noted: Noted) {
    this.#credentials.forget();
    return this.#toldIf(access.removeUser(this.#db, id, noted));
  }

  async noteLogin(id: number, succeeded: boolean, noted: Noted) {
    this.#credentials.forget();
    access.noteLogin(this.#db, { id, succeeded }, noted);
  }

  async listRoles() {
    return dagAccess.listRoles(this.#db);
  }

  async putRole(role: RoleRecord, noted: Noted) {
    this.#credentials.forget();
    dagAccess.putRole(this.#db, role, noted);
    this.notices.send({ kind: "access", roles: [role.name] });
  }

  async removeRole(name: string, noted: Noted) {
    this.#credentials.forget();
    return this.#toldIf(dagAccess.removeRole(this.#db, name, noted));
  }

  async issueCredential(credential: NewCredential, noted: Noted) {
    this.#credentials.forget();
    return access.issueCredential(this.#db, credential, noted);
  }

  async findCredential(hash: string, now: Micros) {
    return this.#credentials.find(hash, now);
  }

  async listCredentials(userId: number, now: Micros) {
    return access.listCredentials(this.#db, userId, now);
  }

  async revokeCredential(userId: number, id: number, noted: Noted) {
    this.#credentials.forget();
    return this.#toldIf(access.revokeCredential(this.#db, { userId, id }, noted));
  }

  async listDagGrants(dagId: string) {
    return dagAccess.listDagGrants(this.#db, dagId);
  }

  async isInScope(dagId: string, scope: DagScope) {
    return dagAccess.isInScope(this.#db, dagId, scope);
  }

  async dagsInScope(dagIds: readonly string[], scope: DagScope) {
    return dagAccess.dagsInScope(this.#db, dagIds, scope);
  }

  async hasScope(scope: DagScope) {
    return dagAccess.hasScope(this.#db, scope);
  }

  #toldIf(isChanged: boolean): boolean {
    if (isChanged) this.notices.send({ kind: "access", roles: [] });
    return isChanged;
  }
}
