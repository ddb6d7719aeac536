/** What the function given to `dag` gets: `task`, `sensor`, `group`, `chain`, bound to that DAG and typed by its params. */
import { mappingSources } from "@momiji/core";
import { addTask } from "./add-task.ts";
import type { AuthorMapping } from "./author-mapping.ts";
import { branchBuilder, type BranchBuilder } from "./branch.ts";
import { chainEdges } from "./chain.ts";
import { onlyKnown, show } from "./checks.ts";
import type { DagDraft } from "./dag-draft.ts";
import { dagPlace, taskPlace } from "./definition-error.ts";
import type { EdgeLabel } from "./edge-label.ts";
import { functionArguments } from "./function-arguments.ts";
import { GroupNode } from "./group-node.ts";
import type { GroupOptions } from "./group-options.ts";
import { checkGroupId, checkId } from "./ids.ts";
import { type MapGroup, type MapGroupKwargs, mapGroups } from "./map-group.ts";
import { type MapTasks, mapTasks } from "./map-task.ts";
import type { PokeAnswer } from "./operator-definition.ts";
import type { EdgeEnd, Inputs, InputValues, Output, OutputOf, TaskGroup } from "./output.ts";
import type { Sent } from "./sent.ts";
import { present } from "./present.ts";
import { type ScopeBuilder, scopeBuilder } from "./scope.ts";
import { type AdaptContext, functionBody, sensorBody } from "./task-body.ts";
import type { TaskContext } from "./task-context.ts";
import { TaskNode } from "./task-node.ts";
import { SENSOR_OPTION_NAMES, type SensorOptions, TASK_OPTION_NAMES, type TaskOptions } from "./task-options.ts";

export interface DagBuilder<Params> extends BranchBuilder<Params>, ScopeBuilder {
  readonly task: TaskFunction<Params> & MapTasks<Params>;

  /** Asks `poke` again and again until it answers true or `{ done: true, value }`. Holds no process between two questions. */
  sensor<T = undefined>(id: string, options: SensorTask<Params, T>): Output<Sent<T>>;

  readonly group: GroupFunction & { readonly map: MapGroup; readonly mapKwargs: MapGroupKwargs };

  /** One after the other. Two lists that follow each other are linked pairwise and have the same length, as in Airflow. */
  chain(...links: readonly (EdgeEnd | EdgeLabel)[]): void;
}

export interface TaskFunction<Params> {
  /** A task that runs a function in a process of a worker. What it returns is its output. */
  <R>(id: string, run: (ctx: TaskContext<Params>) => R): OutputOf<R>;
  /**
   * The same with inputs: outputs of other tasks, which run before it. Under another trigger rule than `all_success` it may
   * run without them: an input that no task gave is undefined.
   */
  <I extends Inputs, R>(
    id: string,
    inputs: I,
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): OutputOf<R>;
  /** With inputs and options. */
  <I extends Inputs, R>(
    id: string,
    options: TaskOptions & { readonly inputs: I },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): OutputOf<R>;
  /** With options. */
  <R>(id: string, options: TaskOptions, run: (ctx: TaskContext<Params>) => R): OutputOf<R>;
}

export interface GroupFunction {
  /** Tasks that belong together: the ids of what `build` adds begin with `id.`. */
  <T>(id: string, build: () => T): TaskGroup<T>;
  <T>(id: string, options: GroupOptions, build: () => T): TaskGroup<T>;
}

export interface SensorTask<Params, T> extends TaskOptions, SensorOptions {
  poke(ctx: TaskContext<Params>): PokeAnswer<T> | Promise<PokeAnswer<T>>;
}

const GROUP_OPTION_NAMES: Readonly<Record<keyof GroupOptions, true>> = {
  defaults: true,
  tooltip: true,
  groupDisplayName: true,
  prefixGroupId: true,
};

export function dagBuilder<Params>(draft: DagDraft, adapt: AdaptContext): DagBuilder<Params> {
  return {
    task: Object.assign(
      (id: string, ...rest: readonly unknown[]) => addFunction({ draft, adapt, id }, rest),
      mapTasks(draft, adapt),
    ),
    sensor: (id, { poke, ...options }) =>
      addTask(draft, {
        id,
        operator: "sensor",
        lane: "function",
        isSensor: true,
        options,
        body: sensorBody(poke as (ctx: TaskContext) => Promise<PokeAnswer>, adapt),
      }),
    group: Object.assign(
      <T>(id: string, ...rest: readonly [GroupOptions, () => T] | readonly [() => T]) => {
        const [options, build] = rest.length === 1 ? [{}, rest[0]] : rest;
        return addGroup({ draft, id, options }, build);
      },
      mapGroups(draft, ({ build, ...group }) => addGroup({ draft, ...group }, build)),
    ),
    chain: (...links) => chainEdges(links, draft),
    ...branchBuilder(draft, adapt),
    ...scopeBuilder(draft),
  } as DagBuilder<Params>;
}

interface FunctionTask {
  readonly draft: DagDraft;
  readonly adapt: AdaptContext;
  readonly id: string;
}

function addFunction({ draft, adapt, id }: FunctionTask, rest: readonly unknown[]): Output<unknown> {
  const { inputs, options, run } = functionArguments(rest, taskPlace(draft.dagId, draft.fullId(id)));
  return addTask(draft, {
    id,
    operator: "function",
    lane: "function",
    options,
    ...present<{ inputs?: Inputs }>({ inputs }),
    body: functionBody((values, ctx) => (inputs === undefined ? run(ctx) : run(values, ctx)), adapt),
  });
}

function addGroup<T>(
  { draft, id, options, mapping }: { draft: DagDraft; id: string; options: GroupOptions; mapping?: AuthorMapping },
  build: () => T,
): TaskGroup<T> {
  const groupId = draft.fullId(id);
  const place = `${dagPlace(draft.dagId)}, group ${show(groupId)}`;
  checkGroupId(id, place);
  checkId(groupId, place);
  onlyKnown(options, GROUP_OPTION_NAMES, place);
  onlyKnown(options.defaults ?? {}, { ...TASK_OPTION_NAMES, ...SENSOR_OPTION_NAMES }, `${place}, defaults`);
  const defaults = { ...draft.defaults, ...present(options.defaults ?? {}) };
  const mappingSpec = mapping?.toSpec({ draft, place });
  const { tooltip, groupDisplayName: displayName, prefixGroupId: prefixes = true } = options;
  const group = { groupId, displayName, tooltip, prefixes, defaults, mapping, mappingSpec };
  const node = new GroupNode(draft, groupId, draft.inGroup(group, build));
  const sources = mappingSpec === undefined ? [] : mappingSources(mappingSpec);
  for (const source of sources) node.after(new TaskNode(draft, source));
  return node;
}
