/**
 * Which DAGs an answer may be about. A read about more than one DAG takes one, and applies it in its SQL, so that a list that
 * forgets who asks does not compile.
 */
import type { DagAction } from "@momiji/core";

declare const made: unique symbol;

/** Made here only. `allDags` and `grantedDags` are for who decides about access, and for the engine itself. */
export interface DagScope {
  readonly [made]: true;
  /** Null: granted in every DAG. Otherwise the DAGs in which one of these roles was granted `action` (`dag_access`). */
  readonly roles: readonly string[] | null;
  readonly action: DagAction;
  /** Null: no matter which. Otherwise only these: what a token of small scope is for. */
  readonly only: readonly string[] | null;
}

/** The engine's own reads, and those of whoever may read everything. */
export const allDags: DagScope = scopeOf(null, "can_read", null);

/** `only`: no other DAGs, whatever the roles were granted; null: no such limit. */
export function grantedDags(
  roles: readonly string[] | null,
  action: DagAction,
  only: readonly string[] | null = null,
): DagScope {
  return scopeOf(roles, action, only);
}

/** One DAG alone: for what is read of a DAG about which whoever asks was checked before. */
export function onlyDag(dagId: string): DagScope {
  return scopeOf(null, "can_read", [dagId]);
}

function scopeOf(roles: DagScope["roles"], action: DagAction, only: DagScope["only"]): DagScope {
  return { roles, action, only } as DagScope;
}
