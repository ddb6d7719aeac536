/** `dag(options, build)`: from what an author writes to a DAG that can be published and run. */
import type { DagSpec, Json, TaskGroupSpec, TaskSpec } from "@momiji/core";
import { bodyKey } from "./callbacks.ts";
import { assetSpecs } from "./make-asset.ts";
import { show } from "./checks.ts";
import { buildIn } from "./current-draft.ts";
import { DagDraft, type DraftTask } from "./dag-draft.ts";
import { type DagBuilder, dagBuilder } from "./dag-builder.ts";
import { brandDag, type Dag } from "./dag-object.ts";
import { dagFields, type DagOptions } from "./dag-options.ts";
import { withTypedParams } from "./dag-params.ts";
import { DagDefinitionError, dagPlace } from "./definition-error.ts";
import { present } from "./present.ts";
import { roleFields } from "./task-role.ts";
import { weightFields } from "./weight.ts";
import { assetsOfSchedule } from "./schedule.ts";

/** The params of a DAG without a schema: the conf of its run. */
export type AnyParams = { readonly [name: string]: Json };

/**
 * Defines a DAG. Export what it returns. `build` adds the tasks; it runs once, at once, and must not wait.
 * @throws DagDefinitionError naming the DAG, the task and what to change.
 */
export function dag<ParamsIn = AnyParams, Params = AnyParams>(
  options: DagOptions<ParamsIn, Params>,
  build: (builder: DagBuilder<Params>) => unknown,
): Dag {
  const place = `DAG ${show((options as Partial<DagOptions>).id)}`;
  const { fields, callbacks } = dagFields(options, place);
  const draft = new DagDraft(fields, options.defaults ?? {});
  const { params } = options;
  const builder = dagBuilder<Params>(
    draft,
    params === undefined ? (ctx) => ctx : (ctx) => withTypedParams(ctx, params),
  );
  refuseWaiting(
    buildIn(draft, () => build(builder)),
    dagPlace(options.id),
  );
  const tasks = [...draft.tasks.values()].map((task) => ({ ...taskSpec(task), ...weightFields(draft, task) }));
  const groups = groupSpecs(draft);
  const named = [...assetsOfSchedule(options.schedule ?? null), ...draft.assets];
  const assets = assetSpecs(named, dagPlace(options.id));
  return brandDag({
    dagId: options.id,
    toSpec: (source): DagSpec => ({
      ...fields,
      tasks,
      ...present<Pick<DagSpec, "groups" | "assets">>({
        groups: groups.length === 0 ? undefined : groups,
        assets: assets.length === 0 ? undefined : assets,
      }),
      source,
    }),
    bodyOf: (taskId) => draft.tasks.get(taskId)?.body,
    mapFunctionOf: (owner) => (draft.tasks.get(owner)?.mapping ?? draft.groups.get(owner)?.mapping)?.apply,
    callbackOf: (key) => (key.taskId === null ? callbacks : draft.tasks.get(key.taskId)?.callbacks)?.get(bodyKey(key)),
    watcherOf: (key, name) =>
      named
        .find(({ name: own, uri }) => own === key.name && uri === key.uri)
        ?.watchers.find((each) => each.name === name),
  });
}

/**
 * Upstreams in code point order: the order in which edges were drawn means nothing and must not make a new version. A
 * teardown has a trigger rule of its own, whatever the defaults around it say.
 */
function taskSpec({ spec: { triggerRule, ...spec }, upstream, labels, role }: DraftTask): TaskSpec {
  return {
    ...spec,
    upstream: [...upstream].sort(),
    ...present<Partial<TaskSpec>>({
      edgeLabels: labels.size === 0 ? undefined : Object.fromEntries([...labels].sort(byFirst)),
      triggerRule: role.isTeardown ? undefined : triggerRule,
    }),
    ...roleFields(role),
  };
}

function byFirst([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function groupSpecs(draft: DagDraft): TaskGroupSpec[] {
  const sorted = (ids: ReadonlySet<string>) => (ids.size === 0 ? undefined : [...ids].sort());
  return [...draft.groups.values()].map(
    ({ groupId, parent, displayName, tooltip, mappingSpec: mapping, children, upstream, downstream }) => ({
      groupId,
      ...present<Partial<TaskGroupSpec>>({ parent: parent?.groupId, displayName, tooltip, mapping }),
      children,
      ...present<Partial<TaskGroupSpec>>({ upstream: sorted(upstream), downstream: sorted(downstream) }),
    }),
  );
}

function refuseWaiting(built: unknown, place: string): void {
  if (!(built instanceof Promise)) return;
  built.catch(() => {});
  throw new DagDefinitionError(
    place,
    "the function given to dag(...) must not be async; await before the call of dag(...)",
  );
}
