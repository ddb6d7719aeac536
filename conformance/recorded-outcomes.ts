/** The cases of `run-outcomes.json`: their shape, and what their tasks do when they are run. */
import {
  type AttemptOutcome,
  buildGraph,
  type DagGraph,
  type GraphTask,
  type InstanceKey,
  type MappedValue,
  type RunState,
  type TaskState,
  type TriggerRule,
} from "@momiji/core";
import { recordedDag, type RecordedTask } from "./recorded-dag.ts";

type Ending = "success" | "failed" | "skipped";

export interface RecordedKind {
  readonly id: string;
  readonly kind: "task" | "branch" | "short_circuit" | "latest_only" | "mapped" | "lister" | "mapped_over";
  readonly rule: TriggerRule;
  readonly outcomes?: readonly Ending[];
  readonly follow?: readonly string[];
  readonly condition?: boolean;
  readonly ignore_downstream_trigger_rules?: boolean;
  readonly instances?: readonly Ending[];
  readonly returns?: number;
  readonly over?: string;
  readonly fail_index?: number | null;
  readonly depends_on_past?: boolean;
  readonly wait_for_downstream?: boolean;
  readonly setup?: boolean;
  readonly teardown?: boolean;
  readonly setups?: readonly string[];
  readonly on_failure_fail_dagrun?: boolean;
}

export interface RecordedEnd {
  readonly state: RunState;
  readonly task_instances: { readonly [name: string]: TaskState };
}

export interface RecordedCase {
  readonly id: string;
  readonly flavour?: string;
  readonly tasks: readonly RecordedKind[];
  readonly edges: readonly (readonly [string, string])[];
  readonly runs: readonly RecordedEnd[];
  /** Of one run: labels; of several: a list of labels for each run. */
  readonly waves: readonly (readonly string[] | readonly (readonly string[])[])[];
  readonly timing?: readonly RecordedEnd[];
}

export interface RefusedCase {
  readonly id: string;
  readonly tasks: readonly RecordedKind[];
  readonly edges: readonly (readonly [string, string])[];
  readonly error?: unknown;
}

/** @throws DagGraphError if the tasks form no graph that can run. */
export function graphOf({ id, tasks, edges }: Pick<RecordedCase, "id" | "tasks" | "edges">): DagGraph {
  const upstreamOf = (taskId: string) => edges.filter(([, down]) => down === taskId).map(([up]) => up);
  return buildGraph(
    recordedDag(
      id,
      tasks.map((task) => taskOf(task, upstreamOf(task.id))),
    ),
  );
}

function taskOf(task: RecordedKind, upstream: readonly string[]): RecordedTask {
  return {
    taskId: task.id,
    upstream,
    triggerRule: task.rule,
    dependsOnPast: task.depends_on_past ?? false,
    waitForDownstream: task.wait_for_downstream ?? false,
    isSetup: task.setup ?? false,
    isTeardown: task.teardown ?? false,
    setups: task.setups ?? [],
    onFailureFailDagrun: task.on_failure_fail_dagrun ?? false,
    ...mappingOf(task),
  };
}

function mappingOf({ kind, over, instances = [] }: RecordedKind): Pick<RecordedTask, "mapping"> {
  if (kind !== "mapped" && kind !== "mapped_over") return {};
  const value: MappedValue =
    over === undefined ? { kind: "list", values: instances } : { kind: "output", taskId: over };
  return { mapping: { kind: "product", over: [{ name: "x", value }] } };
}

/** How a task instance ends in the run of this number, once it is run. */
export function outcomeOf(
  recorded: RecordedCase,
  graph: DagGraph,
  at: InstanceKey & { readonly run: number },
): AttemptOutcome {
  const task = recorded.tasks.find(({ id }) => id === at.taskId) as RecordedKind;
  switch (task.kind) {
    case "task":
      return ending(task.outcomes?.[at.run] ?? "success");
    case "mapped":
      return ending(task.instances?.[at.mapIndex] ?? "success");
    case "mapped_over":
      return ending(task.fail_index === at.mapIndex ? "failed" : "success");
    case "lister":
      return { kind: "success" };
    case "branch":
      return { kind: "success", skipDownstream: notFollowed(graph, task, task.follow ?? []) };
    case "latest_only":
      return { kind: "success", skipDownstream: notFollowed(graph, task, []) };
    case "short_circuit":
      return { kind: "success", skipDownstream: task.condition === true ? [] : cutOff(graph, task) };
  }
}

function ending(kind: Ending): AttemptOutcome {
  return kind === "failed" ? { kind, message: "as recorded", code: "recorded", retryable: true } : { kind };
}

/** Direct downstream tasks that are neither chosen nor behind a chosen one (`SkipMixin.skip_all_except`). */
function notFollowed(graph: DagGraph, { id }: RecordedKind, follow: readonly string[]): readonly string[] {
  const behind = new Set(follow.flatMap((taskId) => [taskId, ...descendants(graph, taskId)]));
  return after(graph, id).filter((taskId) => !behind.has(taskId));
}

/** What a closed short circuit skips: everything behind it, or only what comes next; never teardowns. */
function cutOff(
  graph: DagGraph,
  { id, ignore_downstream_trigger_rules: everything = true }: RecordedKind,
): readonly string[] {
  const below = everything ? descendants(graph, id) : after(graph, id);
  return below.filter((taskId) => !taskNamed(graph, taskId).isTeardown);
}

function descendants(graph: DagGraph, taskId: string): readonly string[] {
  const found = new Set<string>();
  const open = [taskId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const below of after(graph, next)) {
      if (!found.has(below)) open.push(below);
      found.add(below);
    }
  }
  return [...found];
}

function taskNamed(graph: DagGraph, taskId: string): GraphTask {
  const task = graph.tasks.find((other) => other.taskId === taskId);
  if (task === undefined) throw new Error(`there is no task ${taskId}`);
  return task;
}

/** Ids of the tasks right after one. */
function after(graph: DagGraph, taskId: string): readonly string[] {
  const { index } = taskNamed(graph, taskId);
  return graph.tasks.filter(({ upstream }) => upstream.includes(index)).map((task) => task.taskId);
}
