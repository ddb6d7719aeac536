/** What a user may do in one DAG, and which of their roles says so. The rule itself is `grantedPermissions`; this tells its reasons. */
import type { DagAction } from "@momiji/core";
import type { DagGrant, Permission, Store } from "@momiji/store";
import type { DagEntity, May } from "./access.ts";
import { BUILT_IN_ROLES } from "./built-in-roles.ts";
import { grantedPermissions } from "./granted-permissions.ts";
import { ACTIONS, DAG_PREFIX, dagActionOf, ENTITIES, permissionText } from "./vocabulary.ts";

/** What people ask about, in the order in which it is shown. */
const ASKED: readonly (readonly [entity: DagEntity, may: May])[] = [
  ["dag", "read"],
  ["dag", "edit"],
  ["dag", "delete"],
  ["run", "read"],
  ["run", "create"],
  ["run", "edit"],
  ["run", "delete"],
  ["task_instance", "read"],
  ["task_instance", "edit"],
  ["log", "read"],
  ["code", "read"],
  ["xcom", "read"],
  ["xcom", "edit"],
  ["hitl", "edit"],
  ["audit", "read"],
];

export interface Reason {
  /** Null: none of the user's roles has it. */
  readonly role: string | null;
  /** `can_edit on DAG:etl` */
  readonly permission: string;
}

export interface EffectiveRight {
  readonly entity: DagEntity;
  readonly may: May;
  readonly allowed: boolean;
  /** Of each permission that it takes the first role that has it, or that none has. */
  readonly because: readonly Reason[];
}

export async function effectiveRights(
  store: Store,
  { roles, dagId }: { readonly roles: readonly string[]; readonly dagId: string },
): Promise<readonly EffectiveRight[]> {
  const granted = await grantedPermissions(store, { roles, scopes: null });
  const byRole = await permissionsByRole(store, roles);
  const grants = (await store.listDagGrants(dagId)).filter(({ role }) => roles.includes(role));
  return Promise.all(
    ASKED.map(async ([entity, may]) => {
      const onDag = reasonOnDag(byRole, { grants, dagId, action: dagActionOf(entity, may) });
      const ofEntity = entity === "dag" ? [] : [reasonOf(byRole, { action: ACTIONS[may], resource: ENTITIES[entity] })];
      return { entity, may, allowed: await granted.mayDag(dagId, entity, may), because: [...ofEntity, onDag] };
    }),
  );
}

type ByRole = ReadonlyMap<string, ReadonlySet<string>>;

async function permissionsByRole(store: Store, roles: readonly string[]): Promise<ByRole> {
  const own = (await store.listRoles()).map(
    ({ name, permissions }) => [name, new Set(permissions.map(permissionText))] as const,
  );
  const all = new Map<string, ReadonlySet<string>>([...BUILT_IN_ROLES, ...own]);
  return new Map(roles.map((role) => [role, all.get(role) ?? new Set<string>()]));
}

function reasonOf(byRole: ByRole, permission: Permission): Reason {
  const text = permissionText(permission);
  const role = [...byRole].find(([, permissions]) => permissions.has(text))?.[0] ?? null;
  return { role, permission: text };
}

/** All DAGs, or this one. */
function reasonOnDag(
  byRole: ByRole,
  {
    grants,
    dagId,
    action,
  }: { readonly grants: readonly DagGrant[]; readonly dagId: string; readonly action: DagAction },
): Reason {
  const everywhere = reasonOf(byRole, { action, resource: ENTITIES.dag });
  if (everywhere.role !== null) return everywhere;
  const granted = grants.find((grant) => grant.action === action);
  return { role: granted?.role ?? null, permission: permissionText({ action, resource: `${DAG_PREFIX}${dagId}` }) };
}
