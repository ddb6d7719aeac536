/** Roles, and what they may do in single DAGs. */
import { DAG_ACTIONS, type DagAction, type DagSpec } from "@momiji/core";
import type { DagGrant, Noted, Permission, RoleRecord } from "../access-store.ts";
import type { DagScope } from "../dag-scope.ts";
import { ACCESS_QUERIES as SQL } from "../queries/access-queries.ts";
import { Conditions } from "../queries/conditions.ts";
import type { Connection } from "./connection.ts";
import { insertEvents } from "./event-log.ts";

/** Airflow's name of one DAG as a resource. */
const DAG_PREFIX = "DAG:";

export function listRoles(db: Connection): RoleRecord[] {
  return db
    .all<{ name: string; permissions: string }>(SQL.listRoles)
    .map(({ name, permissions }) => ({ name, permissions: JSON.parse(permissions) as Permission[] }));
}

export function putRole(db: Connection, { name, permissions }: RoleRecord, { now, events }: Noted): void {
  db.write(() => {
    db.run(SQL.upsertRole, name, JSON.stringify(permissions));
    db.run(SQL.deleteGrantsOfRole, name);
    for (const { action, resource } of permissions)
      if (resource.startsWith(DAG_PREFIX) && isDagAction(action))
        db.run(SQL.insertGrant, resource.slice(DAG_PREFIX.length), name, action, "role");
    insertEvents(db, events, now);
  });
}

export function removeRole(db: Connection, name: string, { now, events }: Noted): boolean {
  return db.write(() => {
    if (db.run(SQL.deleteRole, name) === 0) return false;
    db.run(SQL.deleteGrantsOfRole, name);
    db.run(SQL.deleteCredentialsOfRole, name);
    db.run(SQL.deleteRoleOfUsers, name);
    insertEvents(db, events, now);
    return true;
  });
}

/** What the author of the DAG says from now on; within the transaction that publishes it. */
export function writeAccess(db: Connection, { dagId, accessControl = {} }: DagSpec): void {
  db.run(SQL.deleteGrantsOfDag, dagId);
  for (const [role, actions] of Object.entries(accessControl))
    for (const action of actions) db.run(SQL.insertGrant, dagId, role, action, "dag");
}

export function forgetAccess(db: Connection, dagId: string): void {
  db.run(SQL.deleteGrantsOfDag, dagId);
}

export function listDagGrants(db: Connection, dagId: string): DagGrant[] {
  return db.all<DagGrant>(SQL.listDagGrants, dagId).map(({ role, action }) => ({ role, action }));
}

export function isInScope(db: Connection, dagId: string, scope: DagScope): boolean {
  return dagsInScope(db, [dagId], scope).has(dagId);
}

export function dagsInScope(db: Connection, dagIds: readonly string[], scope: DagScope): ReadonlySet<string> {
  if (scope.roles === null && scope.only === null) return new Set(dagIds);
  const conditions = new Conditions();
  conditions.addScope("asked.value", scope);
  const text = `SELECT value FROM json_each(?) asked${conditions.where}`;
  return new Set(
    db.all<{ value: string }>(text, JSON.stringify(dagIds), ...conditions.values).map(({ value }) => value),
  );
}

export function hasScope(db: Connection, scope: DagScope): boolean {
  if (scope.roles === null) return scope.only === null || scope.only.length > 0;
  const conditions = new Conditions();
  conditions.addScope("dag_access.dag_id", scope);
  return db.get(`SELECT 1 FROM dag_access${conditions.where} LIMIT 1`, ...conditions.values) !== undefined;
}

function isDagAction(action: string): action is DagAction {
  return (DAG_ACTIONS as readonly string[]).includes(action);
}
