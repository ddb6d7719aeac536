/** Users, roles and tokens as JSON: those of Airflow's FAB auth manager where it has them. No hash ever stands in one. */
import type { CredentialRecord, Permission, UserRecord } from "@momiji/store";
import { presentInstant } from "../present.ts";
import { permissionText } from "./vocabulary.ts";

export function presentUser(user: UserRecord) {
  return {
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
    roles: user.roles.map((name) => ({ name })),
    active: user.isActive,
    last_login: presentInstant(user.lastLogin),
    login_count: user.loginCount,
    failed_login_count: user.failedLogins,
    created_on: presentInstant(user.createdAt),
    changed_on: presentInstant(user.updatedAt),
  };
}

export function presentRole(name: string, permissions: readonly Permission[]) {
  return { name, actions: permissions.map(presentPermission) };
}

export function presentPermission({ action, resource }: Permission) {
  return { action: { name: action }, resource: { name: resource } };
}

export function presentToken({ id, kind, name, scopes, createdAt, expiresAt, lastUsedAt }: CredentialRecord) {
  return {
    id,
    kind,
    name,
    scopes: scopes?.map(permissionText) ?? null,
    created_at: presentInstant(createdAt),
    expires_at: presentInstant(expiresAt),
    last_used_at: presentInstant(lastUsedAt),
  };
}
