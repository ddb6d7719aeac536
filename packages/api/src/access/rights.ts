/** What whoever calls may do, right by right, for an interface that offers nothing in vain. */
import type { Store } from "@momiji/store";
import type { Call } from "../route.ts";
import type { DagEntity, May, Thing } from "./access.ts";
import { BUILT_IN_ROLES } from "./built-in-roles.ts";
import { ACTIONS, ENTITIES, permissionText, THINGS } from "./vocabulary.ts";

export interface Right {
  readonly of: DagEntity | Thing;
  readonly may: May;
  /** As roles name it: `can_edit on DAG Runs`. */
  readonly permission: string;
  /** The least of the built-in roles that has it. */
  readonly role: string | null;
  readonly allowed: boolean;
}

type Asked = Pick<Call, "may" | "scope">;

const MAYS = Object.keys(ACTIONS) as readonly May[];

/** Of a DAG's things: whether in any DAG; which those are stands in `changeableDags`. */
export function rightsOf(call: Asked): readonly Right[] {
  const things = (Object.keys(THINGS) as Thing[]).flatMap((of) =>
    MAYS.map((may) => rightOf({ of, may, resource: THINGS[of], allowed: call.may(of, may) })),
  );
  const entities = (Object.keys(ENTITIES) as DagEntity[]).flatMap((of) =>
    MAYS.map((may) => {
      const { roles, only } = call.scope(of, may);
      return rightOf({ of, may, resource: ENTITIES[of], allowed: roles?.length !== 0 && only?.length !== 0 });
    }),
  );
  return [...things, ...entities];
}

interface Asking extends Pick<Right, "of" | "may" | "allowed"> {
  readonly resource: string;
}

function rightOf({ of, may, resource, allowed }: Asking): Right {
  const permission = permissionText({ action: ACTIONS[may], resource });
  const role = [...BUILT_IN_ROLES].find(([, permissions]) => permissions.has(permission))?.[0] ?? null;
  return { of, may, permission, role, allowed };
}

/** The DAGs that may be changed (their runs too) and deleted; null: every one. */
export async function changeableDags(store: Store, call: Asked) {
  return { edit: await dagsOf(store, call, "edit"), delete: await dagsOf(store, call, "delete") };
}

async function dagsOf(store: Store, call: Asked, may: May): Promise<readonly string[] | null> {
  const scope = call.scope("dag", may);
  if (scope.roles === null && scope.only === null) return null;
  return (await store.listDagMarks({ filter: {}, scope })).map(({ dagId }) => dagId);
}
