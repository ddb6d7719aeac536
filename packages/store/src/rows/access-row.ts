/** Users and credentials, as rows. */
import type { CredentialKind, CredentialRecord, Permission, UserRecord } from "../access-store.ts";

export interface UserRow {
  readonly id: number;
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly password: string | null;
  readonly provider: string | null;
  readonly is_active: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly last_login: number | null;
  readonly login_count: number;
  readonly failed_logins: number;
}

export interface CredentialRow {
  readonly credential_id: number;
  readonly user_id: number;
  readonly kind: CredentialKind;
  readonly name: string;
  readonly scopes: string | null;
  readonly issued_at: number;
  readonly expires_at: number;
  readonly last_used_at: number | null;
}

export function userFromRow(row: UserRow, roles: readonly string[]): UserRecord {
  return {
    id: row.id,
    username: row.username,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    password: row.password,
    provider: row.provider,
    roles,
    isActive: row.is_active === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastLogin: row.last_login,
    loginCount: row.login_count,
    failedLogins: row.failed_logins,
  };
}

export function credentialFromRow(row: CredentialRow): CredentialRecord {
  return {
    id: row.credential_id,
    userId: row.user_id,
    kind: row.kind,
    name: row.name,
    scopes: row.scopes === null ? null : (JSON.parse(row.scopes) as Permission[]),
    createdAt: row.issued_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}
