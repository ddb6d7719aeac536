/**
 * Graphs at random: who comes after whom, who hands values on, what is mapped over what, groups that are mapped as a whole,
 * branches, setups and teardowns.
 */
import type { MappedValue, MappingSpec, TaskGroupSpec, TaskSpec } from "@momiji/core";
import type { Random } from "./random.ts";
import { randomInput, randomTask } from "./random-tasks.ts";

type Drafts = Map<string, TaskSpec>;

export interface RandomGraph {
  readonly tasks: { readonly [taskId: string]: Partial<TaskSpec> };
  readonly groups: readonly TaskGroupSpec[];
}

export interface GraphTraits {
  /** Its runs look back at each other. */
  readonly isLinked: boolean;
  readonly failFast: boolean;
}

/** Of what a simulated worker reads what it is to do (`task-behaviour.ts`). */
export interface SimParams {
  /** It returns a list of up to so many elements. */
  readonly elements?: number;
  /** Tasks that it may decide against. */
  readonly decides?: readonly string[];
}

/** Longer ones show nothing that these do not. */
const MOST_ELEMENTS = 4;

export function randomGraph(random: Random, traits: GraphTraits): RandomGraph {
  const drafts: Drafts = new Map();
  const ids = Array.from({ length: random.whole(1, 8) }, (_, index) => `t${index}`);
  for (const taskId of ids) drafts.set(taskId, draftTask(random, { taskId, traits, drafts }));
  const group = random.chance(0.2) ? groupTasks(random, drafts) : null;
  for (const taskId of ids) mapTask(random, { taskId, drafts, inGroup: group?.children ?? [] });
  for (const taskId of ids) branch(random, taskId, drafts);
  for (const taskId of ids) ask(random, taskId, drafts);
  return { tasks: Object.fromEntries(drafts), groups: group === null ? [] : [group] };
}

function draftTask(
  random: Random,
  { taskId, traits, drafts }: { taskId: string; traits: GraphTraits; drafts: Drafts },
): TaskSpec {
  const upstream = [...drafts.keys()].filter(() => random.chance(0.45));
  const setups = upstream.filter((id) => drafts.get(id)?.isSetup === true);
  const { triggerRule = "all_success", ...task } = randomTask(random, upstream, traits.isLinked);
  const role = random.next();
  const base = { taskId, operator: "function", lane: "function", upstream, ...task } as const;
  if (role < 0.35 && setups.length > 0)
    return {
      ...base,
      triggerRule: "all_done_setup_success",
      isTeardown: true,
      setups,
      onFailureFailDagrun: role < 0.1,
    };
  const rule = setups.length > 0 || traits.failFast ? "all_success" : triggerRule;
  return { ...base, triggerRule: rule, ...(role > 0.88 ? { isSetup: true } : {}), ...inputs(random, base) };
}

function inputs(random: Random, { upstream, lane }: TaskSpec): Partial<TaskSpec> {
  const given = lane === "empty" ? [] : upstream.filter(() => random.chance(0.4));
  return given.length === 0 ? {} : { inputs: Object.fromEntries(given.map((id) => [`of_${id}`, id])) };
}

/** Some of the tasks at the end, mapped as one. */
function groupTasks(random: Random, drafts: Drafts): TaskGroupSpec | null {
  const ids = [...drafts.keys()];
  const first = random.whole(0, ids.length - 1);
  const children = ids.slice(first).filter((id) => random.chance(0.6) && isMappable(drafts.get(id)));
  if (children.length === 0) return null;
  const mapping = randomMapping(random, { before: ids.slice(0, first), drafts });
  for (const id of children) {
    const task = drafts.get(id) as TaskSpec;
    if (random.chance(0.5)) drafts.set(id, { ...task, groupInputs: { part: "x" } });
  }
  return { groupId: "g", mapping, children };
}

function mapTask(
  random: Random,
  { taskId, drafts, inGroup }: { taskId: string; drafts: Drafts; inGroup: readonly string[] },
): void {
  const task = drafts.get(taskId) as TaskSpec;
  if (!random.chance(0.2) || inGroup.includes(taskId) || !isMappable(task)) return;
  const before = task.upstream.filter((id) => drafts.get(id)?.isSetup !== true);
  drafts.set(taskId, { ...task, mapping: randomMapping(random, { before, drafts }) });
}

function isMappable(task: TaskSpec | undefined): boolean {
  return task !== undefined && task.isSetup !== true && task.isTeardown !== true && task.lane === "function";
}

/** Over what a task returned, or over a list of the file. */
function randomMapping(random: Random, { before, drafts }: { before: readonly string[]; drafts: Drafts }): MappingSpec {
  // What stands right after a setup may have no rule of its own.
  const sources = before.filter((id) => drafts.get(id)?.lane === "function" && drafts.get(id)?.isSetup !== true);
  const source = sources[random.whole(0, 7)];
  const values = ["a", "b", "c"].slice(0, random.whole(0, 3));
  const list: MappedValue = { kind: "list", values };
  if (source === undefined) return { kind: "product", over: [{ name: "x", value: list }] };
  const task = drafts.get(source) as TaskSpec;
  const params: SimParams = { elements: MOST_ELEMENTS };
  drafts.set(source, { ...task, params: { ...task.params, ...params } });
  const output: MappedValue = { kind: "output", taskId: source };
  const value: MappedValue = random.chance(0.2) ? { kind: "concat", of: [output, list] } : output;
  return { kind: "product", over: [{ name: "x", value }] };
}

/** It decides which of the tasks right behind it are skipped. */
function branch(random: Random, taskId: string, drafts: Drafts): void {
  const task = drafts.get(taskId) as TaskSpec;
  if (!random.chance(0.12) || !isMappable(task) || task.sensor !== undefined) return;
  const behind = [...drafts.values()].filter(({ upstream, isTeardown }) => upstream.includes(taskId) && !isTeardown);
  if (behind.length === 0) return;
  const params: SimParams = { decides: behind.map((each) => each.taskId) };
  drafts.set(taskId, { ...task, params: { ...task.params, ...params } });
}

/** It asks a person instead of doing anything. */
function ask(random: Random, taskId: string, drafts: Drafts): void {
  const task = drafts.get(taskId) as TaskSpec;
  const isPlain = task.sensor === undefined && task.params === undefined && task.mapping === undefined;
  if (!random.chance(0.06) || !isMappable(task) || !isPlain) return;
  drafts.set(taskId, { ...task, lane: "input", operator: "approval", input: randomInput(random) });
}
