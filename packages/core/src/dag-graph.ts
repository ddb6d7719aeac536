/** The graph of a DAG version, built once and shared by all its runs: tasks by index, edges both ways, checked. */
import type { DagSpec, RetrySpec, TaskSpec } from "./dag-spec.ts";
import { type Edges, findCycle, topologicalOrder } from "./dag-order.ts";
import { type Micros, parseInstant } from "./instant.ts";
import { DagGraphError } from "./dag-graph-error.ts";
import { checkRoles } from "./graph-roles.ts";
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
  /** Tasks whose lengths a mapped task waits for; null: not a mapped task. */
  readonly mappedOver: readonly number[] | null;
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

const NO_MAPPINGS: Mappings = new Map();

/** By id of a mapped task: the tasks whose return values it maps over; none if it maps over a list in the DAG file. */
export type Mappings = ReadonlyMap<string, readonly string[]>;

/**
 * Builds the graph. Mappings are given beside the spec, which has no words for them yet.
 * @throws DagGraphError if a task id is given twice, an upstream does not exist, the edges form a cycle (also a task
 * that is its own upstream), or setups, teardowns and trigger rules do not fit together (`graph-roles.ts`).
 */
export function buildGraph(spec: DagSpec, mappings: Mappings = NO_MAPPINGS): DagGraph {
  const indexOf = indexTasks(spec.tasks);
  const upstreamIds = spec.tasks.map((task) => upstreamOf(task, mappings));
  const edges = connect(spec.tasks, upstreamIds, indexOf);
  const order = topologicalOrder(edges);
  if (order.length < spec.tasks.length) throw cycleError(spec.tasks, edges);
  const overOf = (task: TaskSpec) => mappings.get(task.taskId)?.map((id) => indexOf.get(id) as number) ?? null;
  const tasks = spec.tasks.map((task, index) => graphTask({ task, index, edges, mappedOver: overOf(task) }));
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

function upstreamOf(task: TaskSpec, mappings: Mappings): readonly string[] {
  const over = mappings.get(task.taskId);
  if (task.inputs === undefined && task.setups === undefined && over === undefined) return task.upstream;
  return [...task.upstream, ...Object.values(task.inputs ?? {}), ...(task.setups ?? []), ...(over ?? [])];
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
  readonly mappedOver: readonly number[] | null;
}): GraphTask {
  const { task, index, edges, mappedOver } = input;
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
    mappedOver,
    startDate: task.startDate === undefined ? null : parseInstant(task.startDate),
    endDate: task.endDate === undefined ? null : parseInstant(task.endDate),
  };
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
