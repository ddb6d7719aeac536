/** `scope`: what is built inside stands between a setup and its teardown. */
import type { DagDraft } from "./dag-draft.ts";
import { firstOf, lastOf } from "./draft-graph.ts";
import type { OneOrMoreTasks } from "./output.ts";
import { taskIdsOf } from "./task-node.ts";
import { makeSetup, makeTeardown } from "./mark-role.ts";

export interface ScopeOptions {
  readonly setup?: OneOrMoreTasks;
  readonly teardown?: OneOrMoreTasks;
}

export interface ScopeBuilder {
  /**
   * The tasks that `build` adds run after the setups and before the teardowns, which are made such if they are none yet.
   * Gives what `build` returns.
   */
  scope<T>(around: ScopeOptions, build: () => T): T;
}

export function scopeBuilder(draft: DagDraft): ScopeBuilder {
  return {
    scope: (around, build) => {
      const setups = taskIdsOf(around.setup, "setup", draft);
      const teardowns = taskIdsOf(around.teardown, "teardown", draft);
      for (const id of setups) makeSetup(draft, id);
      for (const id of teardowns) makeTeardown(draft, id, { setups });
      const before = draft.tasks.size;
      const built = build();
      const inside = [...draft.tasks.keys()].slice(before);
      for (const first of firstOf(draft, inside)) for (const setup of setups) draft.addEdge(setup, first);
      for (const last of lastOf(draft, inside)) for (const teardown of teardowns) draft.addEdge(last, teardown);
      return built;
    },
  };
}
