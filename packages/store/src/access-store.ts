/**
 * Who may come in and what they may do: users, custom roles, what roles were granted in single DAGs, and what people carry to
 * prove who they are. Secrets reach the store hashed. Whatever takes rights away ends sessions and tokens in the same transaction.
 */
import type { DagAction, Micros } from "@momiji/core";
import type { DagScope } from "./dag-scope.ts";
import type { EventLogEntry } from "./event-log-store.ts";

export interface NewUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Hashed, with the parameters of the hash; null: cannot sign in with a password. */
  readonly password: string | null;
  /** Who vouches for the user: `ISSUER SUBJECT` of an OpenID provider; null: their password. */
  readonly provider: string | null;
  readonly roles: readonly string[];
}

export interface UserRecord extends NewUser {
  readonly id: number;
  readonly isActive: boolean;
  readonly createdAt: Micros;
  readonly updatedAt: Micros;
  readonly lastLogin: Micros | null;
  readonly loginCount: number;
  /** Since the last one that succeeded. */
  readonly failedLogins: number;
}

/** What is absent stays. A change of `password`, `roles` or `isActive` ends all credentials of the user. */
export interface UserChange {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly password?: string | null;
  readonly roles?: readonly string[];
  readonly isActive?: boolean;
}

/** An action on a resource, both in Airflow's words: `can_read` on `DAG Runs`, `can_edit` on `DAG:etl`. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** A role of the installation's own; those that every installation has are not in the store. */
export interface RoleRecord {
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** `session`: a browser's, in a cookie. `login`: a token that a user and password were changed for. `personal`: made to be kept. */
export type CredentialKind = "session" | "login" | "personal";

export interface NewCredential {
  readonly userId: number;
  readonly kind: CredentialKind;
  /** Of the secret, which is not kept. */
  readonly hash: string;
  /** What its owner calls it. */
  readonly name: string;
  /** It allows nothing beyond these; null: all that the user may do. */
  readonly scopes: readonly Permission[] | null;
  readonly expiresAt: Micros;
}

export interface CredentialRecord extends Omit<NewCredential, "hash"> {
  readonly id: number;
  readonly createdAt: Micros;
  readonly lastUsedAt: Micros | null;
}

/** Written together with what it tells of. */
export interface Noted {
  readonly now: Micros;
  readonly events: readonly EventLogEntry[];
}

export interface DagGrant {
  readonly role: string;
  readonly action: DagAction;
}

export interface AccessStore {
  /** In the order of their names. */
  listUsers(): Promise<UserRecord[]>;
  findUser(by: { readonly username: string } | { readonly provider: string }): Promise<UserRecord | null>;
  /** Null: the name, or the provider's subject, is taken. */
  createUser(user: NewUser, noted: Noted): Promise<UserRecord | null>;
  /** False: there is none. `keep`: a credential that stays, the one with which the change was asked for. */
  changeUser(id: number, change: UserChange, noted: Noted & { readonly keep?: number }): Promise<boolean>;
  removeUser(id: number, noted: Noted): Promise<boolean>;
  noteLogin(id: number, succeeded: boolean, noted: Noted): Promise<void>;

  listRoles(): Promise<RoleRecord[]>;
  /** Makes or replaces it. */
  putRole(role: RoleRecord, noted: Noted): Promise<void>;
  /** Takes it from its users as well, whose credentials end. False: there is none. */
  removeRole(name: string, noted: Noted): Promise<boolean>;

  issueCredential(credential: NewCredential, noted: Noted): Promise<CredentialRecord>;
  /**
   * Null: unknown, expired at `now`, or its user is not active. The same object as before at most as long as nothing about users,
   * roles or credentials has changed.
   */
  findCredential(
    hash: string,
    now: Micros,
  ): Promise<{ readonly credential: CredentialRecord; readonly user: UserRecord } | null>;
  /** Those that have not expired, the newest first. */
  listCredentials(userId: number, now: Micros): Promise<CredentialRecord[]>;
  /** False: the user has none of that id. */
  revokeCredential(userId: number, id: number, noted: Noted): Promise<boolean>;

  /** What the DAG's author, or a role, says about who may do what in it. */
  listDagGrants(dagId: string): Promise<DagGrant[]>;
  /** Whether the DAG is one of the scope; it need not exist. */
  isInScope(dagId: string, scope: DagScope): Promise<boolean>;
  /** Which of these DAGs are in the scope: for what a row of something else names. */
  dagsInScope(dagIds: readonly string[], scope: DagScope): Promise<ReadonlySet<string>>;
  /** Whether there is any DAG in the scope. */
  hasScope(scope: DagScope): Promise<boolean>;
}
