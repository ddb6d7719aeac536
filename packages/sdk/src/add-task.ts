/** The one way a task comes into a DAG: from `task`, `sensor` and every operator. */
import { type Json, mappingSources, type TaskSpec } from "@momiji/core";
import type { AuthorMapping } from "./author-mapping.ts";
import { isAsset } from "./asset.ts";
import { readCallbacks } from "./callbacks.ts";
import { onlyKnown } from "./checks.ts";
import { currentDraft } from "./current-draft.ts";
import { takeMapping } from "./current-mapping.ts";
import type { DagDraft } from "./dag-draft.ts";
import type { TaskBody } from "./dag-object.ts";
import { DagDefinitionError, taskPlace } from "./definition-error.ts";
import { GroupInputNode } from "./group-input-node.ts";
import { type InputPlacement, readInput } from "./human-input.ts";
import { checkId } from "./ids.ts";
import { jsonObject } from "./json-value.ts";
import type { Inputs, Output } from "./output.ts";
import { present } from "./present.ts";
import { letsOf, sensorFields, taskFields } from "./task-fields.ts";
import { TaskNode } from "./task-node.ts";
import { SENSOR_OPTION_NAMES, type SensorOptions, TASK_OPTION_NAMES, type TaskOptions } from "./task-options.ts";

export interface TaskPlacement {
  /** Without the groups around it. */
  readonly id: string;
  readonly operator: string;
  readonly lane: TaskSpec["lane"];
  /** Of lane `job`: the package that brings the operator. */
  readonly provider?: string;
  /** True: it is asked again until it answers, and takes `SensorOptions`. */
  readonly isSensor?: boolean;
  readonly options: TaskOptions & SensorOptions;
  /** Must be JSON; fields that are undefined are left out. A function, if they depend on what is known of the task here. */
  readonly params?: object | ((known: KnownOfTask) => object);
  /** Params that must be there. */
  readonly required?: readonly string[];
  readonly templateFields?: readonly string[];
  readonly inputs?: Inputs;
  /** What a function is mapped over; operators are mapped from outside. */
  readonly mapping?: AuthorMapping;
  /** What a person is asked, for lane `input`. */
  readonly input?: InputPlacement;
  /** The code, for lane `function`. */
  readonly body?: TaskBody;
}

/** As it reaches the draft. */
interface PlacedTask extends TaskPlacement {
  /** What an operator is mapped over: the values come into its params. */
  readonly paramsMapping?: AuthorMapping;
}

export interface KnownOfTask {
  /** The task's own options over the defaults of its groups and DAG. */
  readonly options: TaskOptions & SensorOptions;
  /** Opens the message of an error: DAG and task. */
  readonly place: string;
}

/** Adds a task to the DAG that is being built; for operators. */
export function placeTask<T>(placement: TaskPlacement): Output<T> {
  const mapping = takeMapping();
  const mapped = mapping === undefined ? placement : { ...placement, paramsMapping: mapping };
  return addTask(currentDraft(`${placement.operator}(${JSON.stringify(placement.id)})`), mapped);
}

/** Whether it can stand among the inputs of a task. */
export function isInput(value: unknown): boolean {
  return value instanceof TaskNode || value instanceof GroupInputNode;
}

export function addTask<T>(draft: DagDraft, placement: PlacedTask): Output<T> {
  const { id, isSensor = false } = placement;
  const { inputs: ownInputs, ...options } = placement.options;
  const taskId = draft.fullId(id);
  const place = taskPlace(draft.dagId, taskId);
  checkId(id, place);
  checkId(taskId, place);
  onlyKnown(options, isSensor ? { ...TASK_OPTION_NAMES, ...SENSOR_OPTION_NAMES } : TASK_OPTION_NAMES, place);
  const merged = { ...draft.defaults, ...present(options) };
  const { inputs, groupInputs } = inputIds({ ...placement.inputs, ...ownInputs }, draft, place);
  const author = placement.mapping ?? placement.paramsMapping;
  const mapping = author?.toSpec({ draft, place }, placement.mapping === undefined ? "params" : undefined);
  const params = paramsOf(placement, { options: merged, place });
  const callbacks = readCallbacks(merged, place);
  const { executionTimeout, ...rest } = merged;
  const input = placement.input && readInput(placement.input, { executionTimeout, place });
  const spec = {
    taskId,
    operator: placement.operator,
    lane: placement.lane,
    ...present<Partial<TaskSpec>>({
      provider: placement.provider,
      params: emptyToAbsent(params),
      templateFields: templated(placement, params),
      inputs: emptyToAbsent(inputs),
      groupInputs: emptyToAbsent(groupInputs),
      mapping,
      sensor: isSensor ? sensorFields(merged, place) : undefined,
      callbacks: callbacks.specs,
      input: input?.spec,
    }),
    // The time that a person may take is not that of the attempt, which ends with the question.
    ...taskFields(input === undefined ? merged : rest, place, draft.fields.timezone),
  };
  const upstream = new Set([...Object.values(inputs), ...(mapping === undefined ? [] : mappingSources(mapping))]);
  draft.noteAssets([...letsOf(merged.inlets), ...letsOf(merged.outlets)].filter(isAsset));
  const weigh = typeof merged.weightRule === "function" ? merged.weightRule : undefined;
  draft.addTask({
    spec,
    upstream,
    body: bodyOf(placement, merged, place),
    callbacks: new Map([...callbacks.bodies, ...(input?.bodies ?? [])]),
    weigh,
    mapping: author,
  });
  return new TaskNode(draft, taskId);
}

/** A retry policy that is a function stays in the bundle, with the code whose errors it is asked about. */
function bodyOf({ body, operator }: TaskPlacement, { retryPolicy }: TaskOptions, place: string): TaskBody | undefined {
  if (typeof retryPolicy !== "function") return body;
  if (body !== undefined) return { ...body, retryPolicy };
  const problem = `${operator} runs no function of this file, so its retryPolicy must be a list of rules`;
  throw new DagDefinitionError(place, problem);
}

function paramsOf(
  { params = {}, required = [], operator, paramsMapping }: PlacedTask,
  known: KnownOfTask,
): { readonly [name: string]: Json } {
  const found = jsonObject(typeof params === "function" ? params(known) : params, "params", known.place);
  const areMapped = (name: string): boolean =>
    paramsMapping?.names?.includes(name) ??
    paramsMapping?.namesOfSets?.every((names) => names.includes(name)) ??
    paramsMapping !== undefined;
  const missing = required.find((name) => !Object.hasOwn(found, name) && !areMapped(name));
  if (missing !== undefined) throw new DagDefinitionError(known.place, `${operator} needs ${missing}`);
  return found;
}

type Names = { readonly [name: string]: string };

/** Tasks by the name of the input, and values of the mapped group around. */
function inputIds(inputs: Inputs, draft: DagDraft, place: string): { inputs: Names; groupInputs: Names } {
  const ids: { [name: string]: string } = {};
  const groupInputs: { [name: string]: string } = {};
  for (const [name, input] of Object.entries(inputs) as [string, unknown][]) {
    const label = `input ${JSON.stringify(name)}`;
    if (input instanceof GroupInputNode) {
      if (!input.isIn(draft)) {
        const problem = `${label} is a value of the mapped group ${JSON.stringify(input.groupId)}: only tasks in it can take it`;
        throw new DagDefinitionError(place, problem);
      }
      groupInputs[name] = input.name;
    } else if (!(input instanceof TaskNode)) {
      throw new DagDefinitionError(place, `${label} must be what task() or an operator returned`);
    } else if (!input.isIn(draft)) {
      throw new DagDefinitionError(place, `${label} is ${input.label} of another DAG`);
    } else ids[name] = input.taskId;
  }
  return { inputs: ids, groupInputs };
}

/** Only the fields that are there, or come with a mapping: a spec says nothing about params that it does not have. */
function templated({ templateFields = [], paramsMapping }: PlacedTask, params: object): readonly string[] | undefined {
  const isMapped = (field: string): boolean => paramsMapping?.names?.includes(field) ?? paramsMapping !== undefined;
  const found = templateFields.filter((field) => Object.hasOwn(params, field) || isMapped(field));
  return found.length === 0 ? undefined : found;
}

function emptyToAbsent<T extends object>(fields: T): T | undefined {
  return Object.keys(fields).length === 0 ? undefined : fields;
}
