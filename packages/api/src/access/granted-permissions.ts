/** What a user may do: what their roles allow, and of that what the token in their hand was made for. */
import type { DagAction } from "@momiji/core";
import { type DagScope, grantedDags, type Permission, type Store } from "@momiji/store";
import type { DagEntity, May, Thing } from "./access.ts";
import { BUILT_IN_ROLES } from "./built-in-roles.ts";
import type { Permissions } from "./principal.ts";
import { ACTIONS, DAG_PREFIX, dagActionOf, ENTITIES, permissionText, THINGS } from "./vocabulary.ts";

interface Granted {
  readonly roles: readonly string[];
  /** Null: a credential that was not made for less. */
  readonly scopes: readonly Permission[] | null;
}

export async function grantedPermissions(store: Store, { roles, scopes }: Granted): Promise<Permissions> {
  return new GrantedPermissions(store, { roles, scopes, allowed: await allowedBy(store, roles) });
}

/** What roles allow everywhere, `can_read on Pools`; of single DAGs the store knows. */
async function allowedBy(store: Store, roles: readonly string[]): Promise<ReadonlySet<string>> {
  const isOwn = roles.some((role) => !BUILT_IN_ROLES.has(role));
  const own = isOwn ? (await store.listRoles()).filter(({ name }) => roles.includes(name)) : [];
  const [first, ...more] = roles.flatMap((role) => BUILT_IN_ROLES.get(role) ?? []);
  // The usual case, one built-in role, copies nothing.
  if (first !== undefined && more.length === 0 && own.length === 0) return first;
  return new Set([
    ...(first ?? []),
    ...more.flatMap((set) => [...set]),
    ...own.flatMap((role) => role.permissions.map(permissionText)),
  ]);
}

class GrantedPermissions implements Permissions {
  readonly #store: Store;
  readonly #granted: Granted;
  readonly #allowed: ReadonlySet<string>;

  constructor(store: Store, { allowed, ...granted }: Granted & { readonly allowed: ReadonlySet<string> }) {
    this.#store = store;
    this.#granted = granted;
    this.#allowed = allowed;
  }

  readonly may = (thing: Thing, may: May): boolean => this.#has({ action: ACTIONS[may], resource: THINGS[thing] });

  readonly mayEntity = async (entity: DagEntity, may: May): Promise<boolean> =>
    entity === "dag" ? this.#store.hasScope(this.scope(entity, may)) : this.#hasEntity(entity, may);

  readonly mayDag = async (dagId: string, entity: DagEntity, may: May): Promise<boolean> =>
    this.#hasEntity(entity, may) && this.#store.isInScope(dagId, this.scope(entity, may));

  readonly scope = (entity: DagEntity, may: May): DagScope => {
    const action = dagActionOf(entity, may);
    if (!this.#hasEntity(entity, may)) return grantedDags([], action);
    const inAll = permissionText({ action, resource: ENTITIES.dag });
    return grantedDags(this.#allowed.has(inAll) ? null : this.#granted.roles, action, this.#onlyDags(action));
  };

  /** What is done to a DAG itself hangs on the DAG alone. */
  #hasEntity(entity: DagEntity, may: May): boolean {
    return entity === "dag" || this.#has({ action: ACTIONS[may], resource: ENTITIES[entity] });
  }

  #has(permission: Permission): boolean {
    const { scopes } = this.#granted;
    const isMeant = scopes?.some(
      ({ action, resource }) => action === permission.action && resource === permission.resource,
    );
    return isMeant !== false && this.#allowed.has(permissionText(permission));
  }

  /** The DAGs that the credential was made for; null: all. */
  #onlyDags(action: DagAction): readonly string[] | null {
    const { scopes } = this.#granted;
    const meant = scopes?.filter((scope) => scope.action === action).map(({ resource }) => resource);
    if (meant === undefined || meant.includes(ENTITIES.dag)) return null;
    return meant
      .filter((resource) => resource.startsWith(DAG_PREFIX))
      .map((resource) => resource.slice(DAG_PREFIX.length));
  }
}
