/** The graph of a DAG version, built once and shared by all its runs: tasks by index, edges both ways, checked. */
import type { DagSpec, RetrySpec, TaskSpec } from "./dag-spec.ts";
import { type Edges, findCycle, topologicalOrder } from "./dag-order.ts";
import { DagGraphError } from "./dag-graph-error.ts";
import { checkRoles } from "./graph-roles.ts";
import { type Micros, parseInstant } from "./instant.ts";
import { findNestedMapping, type MappedGroup, mappedGroups, unknownGroupInput } from "./mapped-groups.ts";
import { type MappingSpec, mappingSources } from "./mapping.ts";
import { DEFAULT_RETRY } from "./retry.ts";
import { buildSetupScopes, type SetupScopes } from "./setup-scopes.ts";
import type { TriggerRule } from "./trigger-rules.ts";

/** A task as decisions need it. Numbers are indexes into `DagGraph.tasks`. */
export interface GraphTask {
  readonly index: number;
  readonly taskId: string;
  readonly spec: TaskSpec;
  readonly rule: TriggerRule;
  readonly retry: RetrySpec;
  /** Direct upstreams (`upstream`, `inputs`, `setups` and what it maps over, together), each once. */
  readonly upstream: readonly number[];
  readonly downstream: readonly number[];
  readonly isSetup: boolean;
  readonly isTeardown: boolean;
  /** `waitForDownstream` implies it. */
  readonly dependsOnPast: boolean;
  /** What it is mapped over, by itself or with the group around it; null: it has one instance. */
  readonly mapping: MappingSpec | null;
  /** Id of the mapped group around it; null: none. Tasks of one such group meet each other by map index. */
  readonly mappedGroup: string | null;
  /** The tasks whose return values `mapping` needs. */
  readonly mappedOver: readonly number[];
  /** The tasks whose `mappedOver` this is in. */
  readonly mappers: readonly number[];
  /** Logical dates of the runs that have it: from, and to; null: no bound. */
  readonly startDate: Micros | null;
  readonly endDate: Micros | null;
}

export interface DagGraph {
  readonly spec: DagSpec;
  readonly tasks: readonly GraphTask[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Every task after all its upstreams. */
  readonly order: readonly number[];
  /** The tasks whose ends decide how a run ends (`effectiveLeaves`). */
  readonly leaves: readonly number[];
  readonly setupScopes: SetupScopes;
  /** True if some task depends on the run before, so that its view is needed. */
  readonly dependsOnPast: boolean;
}

/**
 * Builds the graph.
 * @throws DagGraphError if a task id is given twice, an upstream does not exist, the edges form a cycle (also a task
 * that is its own upstream), setups, teardowns and trigger rules do not fit together (`graph-roles.ts`), or something in a
 * mapped group is mapped once more.
 */
export function buildGraph(spec: DagSpec): DagGraph {
  const indexOf = indexTasks(spec.tasks);
  const groupOf = mappedGroups(spec);
  checkMappings(spec, groupOf);
  const upstreamIds = spec.tasks.map((task) => upstreamOf(task, groupOf.get(task.taskId)));
  const edges = connect(spec.tasks, upstreamIds, indexOf);
  const order = topologicalOrder(edges);
  if (order.length < spec.tasks.length) throw cycleError(spec.tasks, edges);
  const mappedOver = spec.tasks.map((task) => {
    const mapping = mappingOf(task, groupOf.get(task.taskId));
    return mapping === null ? [] : mappingSources(mapping).map((id) => indexNamed(id, task, indexOf));
  });
  const mappers = inverseOf(mappedOver);
  const tasks = spec.tasks.map((task, index) =>
    graphTask({
      task,
      index,
      edges,
      group: groupOf.get(task.taskId),
      mappedOver: mappedOver[index] as readonly number[],
      mappers: mappers[index] as readonly number[],
    }),
  );
  checkRoles(spec, tasks, indexOf);
  return {
    spec,
    tasks,
    indexOf,
    order,
    leaves: effectiveLeaves(tasks),
    setupScopes: buildSetupScopes(tasks),
    dependsOnPast: tasks.some((task) => task.dependsOnPast),
  };
}

function mappingOf(task: TaskSpec, group: MappedGroup | undefined): MappingSpec | null {
  return task.mapping ?? group?.mapping ?? null;
}

/** Edges turned round: by node, the nodes in whose list it is. */
function inverseOf(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const inverted: number[][] = lists.map(() => []);
  lists.forEach((list, from) => {
    for (const to of list) (inverted[to] as number[]).push(from);
  });
  return inverted;
}

function checkMappings(spec: DagSpec, groupOf: ReadonlyMap<string, MappedGroup>): void {
  const nested = findNestedMapping(spec);
  if (nested !== null) {
    const message =
      `"${nested.inner}" is mapped inside the mapped group "${nested.groupId}": ` +
      "what stands in a mapped group is mapped with it and cannot be mapped once more";
    throw new DagGraphError("nested_mapping", message, [nested.inner]);
  }
  for (const task of spec.tasks) {
    const input = unknownGroupInput(task, groupOf.get(task.taskId));
    if (input === undefined) continue;
    const message = `task "${task.taskId}" takes "${input}", which no mapped group around it gives: add it to the group's mapping`;
    throw new DagGraphError("unknown_group_input", message, [task.taskId]);
  }
}

function indexTasks(tasks: readonly TaskSpec[]): ReadonlyMap<string, number> {
  const indexOf = new Map<string, number>();
  tasks.forEach(({ taskId }, index) => {
    if (indexOf.has(taskId)) {
      throw new DagGraphError("duplicate_task", `task id "${taskId}" is used twice: give one of them another id`, [
        taskId,
      ]);
    }
    indexOf.set(taskId, index);
  });
  return indexOf;
}

/** Of a mapped group the first tasks (those with nothing of the group before them) come after what it is mapped over. */
function upstreamOf(task: TaskSpec, group: MappedGroup | undefined): readonly string[] {
  const { inputs, setups, mapping } = task;
  if (inputs === undefined && setups === undefined && mapping === undefined && group === undefined)
    return task.upstream;
  const named = [...task.upstream, ...Object.values(inputs ?? {}), ...(setups ?? [])];
  if (mapping !== undefined) return [...named, ...mappingSources(mapping)];
  if (group === undefined || named.some((id) => group.taskIds.has(id))) return named;
  return [...named, ...mappingSources(group.mapping)];
}

function connect(
  tasks: readonly TaskSpec[],
  upstreamIds: readonly (readonly string[])[],
  indexOf: ReadonlyMap<string, number>,
): Edges {
  const downstream: number[][] = tasks.map(() => []);
  const upstream = tasks.map((task, index) => {
    const above = new Set((upstreamIds[index] as readonly string[]).map((id) => indexNamed(id, task, indexOf)));
    for (const up of above) (downstream[up] as number[]).push(index);
    return [...above];
  });
  return { upstream, downstream };
}

function indexNamed(id: string, task: TaskSpec, indexOf: ReadonlyMap<string, number>): number {
  const index = indexOf.get(id);
  if (index !== undefined) return index;
  const message = `task "${task.taskId}" names the upstream "${id}", which is no task of this DAG: add it or remove the edge`;
  throw new DagGraphError("unknown_upstream", message, [task.taskId, id]);
}

function cycleError(tasks: readonly TaskSpec[], edges: Edges): DagGraphError {
  const path = findCycle(edges).map((index) => (tasks[index] as TaskSpec).taskId);
  return new DagGraphError("cycle", `the tasks form a cycle: ${path.join(" -> ")}; remove one of these edges`, path);
}

function graphTask(input: {
  readonly task: TaskSpec;
  readonly index: number;
  readonly edges: Edges;
  readonly group: MappedGroup | undefined;
  readonly mappedOver: readonly number[];
  readonly mappers: readonly number[];
}): GraphTask {
  const { task, index, edges, group, mappedOver, mappers } = input;
  return {
    index,
    taskId: task.taskId,
    spec: task,
    rule: task.triggerRule ?? (task.isTeardown ? "all_done_setup_success" : "all_success"),
    retry: task.retry ?? DEFAULT_RETRY,
    upstream: edges.upstream[index] as readonly number[],
    downstream: edges.downstream[index] as readonly number[],
    isSetup: task.isSetup ?? false,
    isTeardown: task.isTeardown ?? false,
    dependsOnPast: (task.dependsOnPast ?? false) || (task.waitForDownstream ?? false),
    mapping: mappingOf(task, group),
    mappedGroup: group?.groupId ?? null,
    mappedOver,
    mappers,
    startDate: task.startDate === undefined ? null : parseInstant(task.startDate),
    endDate: task.endDate === undefined ? null : parseInstant(task.endDate),
  };
}

/** Whether an instance of one task looks at that of another: in a mapped group only at those of its own map index. */
export function meets(task: GraphTask, mapIndex: number, other: { task: GraphTask; mapIndex: number }): boolean {
  if (task.mappedGroup === null || task.mappedGroup !== other.task.mappedGroup) return true;
  return mapIndex < 0 || other.mapIndex < 0 || mapIndex === other.mapIndex;
}

/**
 * A teardown is no leaf for the run's end, unless it has `onFailureFailDagrun`; tasks with nothing but such teardowns
 * after them are. A DAG of teardowns only has its own leaves. (`DagRun._tis_for_dagrun_state` of Airflow.)
 */
function effectiveLeaves(tasks: readonly GraphTask[]): readonly number[] {
  const counts = (task: GraphTask) => !task.isTeardown || task.spec.onFailureFailDagrun === true;
  const isLeaf = (task: GraphTask) => counts(task) && !task.downstream.some((down) => counts(tasks[down] as GraphTask));
  const leaves = tasks.filter(isLeaf);
  const chosen = leaves.length > 0 ? leaves : tasks.filter((task) => task.downstream.length === 0);
  return chosen.map((task) => task.index);
}
