/** What the function given to `dag` gets: `task`, `sensor`, `group`, `chain`, bound to that DAG and typed by its params. */
import { addTask } from "./add-task.ts";
import { branchBuilder, type BranchBuilder } from "./branch.ts";
import { chainEdges } from "./chain.ts";
import { onlyKnown, show } from "./checks.ts";
import type { DagDraft } from "./dag-draft.ts";
import { dagPlace, taskPlace } from "./definition-error.ts";
import type { EdgeLabel } from "./edge-label.ts";
import { functionArguments } from "./function-arguments.ts";
import { GroupNode } from "./group-node.ts";
import { checkGroupId, checkId } from "./ids.ts";
import type { PokeAnswer } from "./operator-definition.ts";
import type { EdgeEnd, Inputs, InputValues, Output, OutputOf, Sent, TaskGroup } from "./output.ts";
import { present } from "./present.ts";
import { type ScopeBuilder, scopeBuilder } from "./scope.ts";
import { type AdaptContext, functionBody, sensorBody } from "./task-body.ts";
import type { TaskContext } from "./task-context.ts";
import {
  SENSOR_OPTION_NAMES,
  type SensorOptions,
  TASK_OPTION_NAMES,
  type TaskDefaults,
  type TaskOptions,
} from "./task-options.ts";

export interface DagBuilder<Params> extends BranchBuilder<Params>, ScopeBuilder {
  /** A task that runs a function in a process of a worker. What it returns is its output. */
  task<R>(id: string, run: (ctx: TaskContext<Params>) => R): OutputOf<R>;
  /**
   * The same with inputs: outputs of other tasks, which run before it. Under another trigger rule than `all_success` it may
   * run without them: an input that no task gave is undefined.
   */
  task<I extends Inputs, R>(
    id: string,
    inputs: I,
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): OutputOf<R>;
  /** With inputs and options. */
  task<I extends Inputs, R>(
    id: string,
    options: TaskOptions & { readonly inputs: I },
    run: (inputs: InputValues<I>, ctx: TaskContext<Params>) => R,
  ): OutputOf<R>;
  /** With options. */
  task<R>(id: string, options: TaskOptions, run: (ctx: TaskContext<Params>) => R): OutputOf<R>;

  /** Asks `poke` again and again until it answers true or `{ done: true, value }`. Holds no process between two questions. */
  sensor<T = undefined>(id: string, options: SensorTask<Params, T>): Output<Sent<T>>;

  /** Tasks that belong together: the ids of what `build` adds begin with `id.`. */
  group<T>(id: string, build: () => T): TaskGroup<T>;
  group<T>(id: string, options: GroupOptions, build: () => T): TaskGroup<T>;

  /** One after the other. Two lists that follow each other are linked pairwise and have the same length, as in Airflow. */
  chain(...links: readonly (EdgeEnd | EdgeLabel)[]): void;
}

export interface SensorTask<Params, T> extends TaskOptions, SensorOptions {
  poke(ctx: TaskContext<Params>): PokeAnswer<T> | Promise<PokeAnswer<T>>;
}

export interface GroupOptions {
  readonly defaults?: TaskDefaults;
  readonly tooltip?: string;
  readonly groupDisplayName?: string;
  /** Whether the ids of what is inside begin with the group's. Default true. */
  readonly prefixGroupId?: boolean;
}

const GROUP_OPTION_NAMES: Readonly<Record<keyof GroupOptions, true>> = {
  defaults: true,
  tooltip: true,
  groupDisplayName: true,
  prefixGroupId: true,
};

export function dagBuilder<Params>(draft: DagDraft, adapt: AdaptContext): DagBuilder<Params> {
  return {
    task: (id: string, ...rest: readonly unknown[]) => addFunction({ draft, adapt, id }, rest),
    sensor: (id, { poke, ...options }) =>
      addTask(draft, {
        id,
        operator: "sensor",
        lane: "function",
        isSensor: true,
        options,
        body: sensorBody(poke as (ctx: TaskContext) => Promise<PokeAnswer>, adapt),
      }),
    group: <T>(id: string, ...rest: readonly [GroupOptions, () => T] | readonly [() => T]) => {
      const [options, build] = rest.length === 1 ? [{}, rest[0]] : rest;
      return addGroup({ draft, id, options }, build);
    },
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
  { draft, id, options }: { draft: DagDraft; id: string; options: GroupOptions },
  build: () => T,
): TaskGroup<T> {
  const groupId = draft.fullId(id);
  const place = `${dagPlace(draft.dagId)}, group ${show(groupId)}`;
  checkGroupId(id, place);
  checkId(groupId, place);
  onlyKnown(options, GROUP_OPTION_NAMES, place);
  onlyKnown(options.defaults ?? {}, { ...TASK_OPTION_NAMES, ...SENSOR_OPTION_NAMES }, `${place}, defaults`);
  const defaults = { ...draft.defaults, ...present(options.defaults ?? {}) };
  const { tooltip, groupDisplayName: displayName, prefixGroupId: prefixes = true } = options;
  const outputs = draft.inGroup({ groupId, displayName, tooltip, prefixes, defaults }, build);
  return new GroupNode(draft, groupId, outputs);
}
