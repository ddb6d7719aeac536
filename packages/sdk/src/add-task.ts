/** The one way a task comes into a DAG: from `task`, `sensor` and every operator. */
import type { Json, TaskSpec } from "@momiji/core";
import { isAsset } from "./asset.ts";
import { readCallbacks } from "./callbacks.ts";
import { onlyKnown } from "./checks.ts";
import { currentDraft } from "./current-draft.ts";
import type { DagDraft } from "./dag-draft.ts";
import type { TaskBody } from "./dag-object.ts";
import { DagDefinitionError, taskPlace } from "./definition-error.ts";
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
  /** True: it is asked again until it answers, and takes `SensorOptions`. */
  readonly isSensor?: boolean;
  readonly options: TaskOptions & SensorOptions;
  /** Must be JSON; fields that are undefined are left out. A function, if they depend on what is known of the task here. */
  readonly params?: object | ((known: KnownOfTask) => object);
  /** Params that must be there. */
  readonly required?: readonly string[];
  readonly templateFields?: readonly string[];
  readonly inputs?: Inputs;
  /** What a person is asked, for lane `input`. */
  readonly input?: InputPlacement;
  /** The code, for lane `function`. */
  readonly body?: TaskBody;
}

export interface KnownOfTask {
  /** The task's own options over the defaults of its groups and DAG. */
  readonly options: TaskOptions & SensorOptions;
  /** Opens the message of an error: DAG and task. */
  readonly place: string;
}

/** Adds a task to the DAG that is being built; for operators. */
export function placeTask<T>(placement: TaskPlacement): Output<T> {
  return addTask(currentDraft(`${placement.operator}(${JSON.stringify(placement.id)})`), placement);
}

export function addTask<T>(draft: DagDraft, placement: TaskPlacement): Output<T> {
  const { id, options, isSensor = false } = placement;
  const taskId = draft.fullId(id);
  const place = taskPlace(draft.dagId, taskId);
  checkId(id, place);
  checkId(taskId, place);
  onlyKnown(options, isSensor ? { ...TASK_OPTION_NAMES, ...SENSOR_OPTION_NAMES } : TASK_OPTION_NAMES, place);
  const merged = { ...draft.defaults, ...present(options) };
  const inputs = inputIds(placement.inputs ?? {}, draft, place);
  const params = paramsOf(placement, { options: merged, place });
  const callbacks = readCallbacks(merged, place);
  const { executionTimeout, ...rest } = merged;
  const input = placement.input && readInput(placement.input, { executionTimeout, place });
  const spec = {
    taskId,
    operator: placement.operator,
    lane: placement.lane,
    ...present<Pick<TaskSpec, "params" | "templateFields" | "inputs" | "sensor" | "callbacks" | "input">>({
      params: emptyToAbsent(params),
      templateFields: templated(placement.templateFields ?? [], params),
      inputs: emptyToAbsent(inputs),
      sensor: isSensor ? sensorFields(merged, place) : undefined,
      callbacks: callbacks.specs,
      input: input?.spec,
    }),
    // The time that a person may take is not that of the attempt, which ends with the question.
    ...taskFields(input === undefined ? merged : rest, place, draft.fields.timezone),
  };
  draft.noteAssets([...letsOf(merged.inlets), ...letsOf(merged.outlets)].filter(isAsset));
  const weigh = typeof merged.weightRule === "function" ? merged.weightRule : undefined;
  draft.addTask({
    spec,
    upstream: new Set(Object.values(inputs)),
    body: bodyOf(placement, merged, place),
    callbacks: new Map([...callbacks.bodies, ...(input?.bodies ?? [])]),
    weigh,
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
  { params = {}, required = [], operator }: TaskPlacement,
  known: KnownOfTask,
): { readonly [name: string]: Json } {
  const found = jsonObject(typeof params === "function" ? params(known) : params, "params", known.place);
  const missing = required.find((name) => !Object.hasOwn(found, name));
  if (missing !== undefined) throw new DagDefinitionError(known.place, `${operator} needs ${missing}`);
  return found;
}

function inputIds(inputs: Inputs, draft: DagDraft, place: string): { readonly [name: string]: string } {
  const ids = Object.entries(inputs).map(([name, input]) => {
    if (!(input instanceof TaskNode)) {
      throw new DagDefinitionError(place, `input ${JSON.stringify(name)} must be what task() or an operator returned`);
    }
    if (!input.isIn(draft))
      throw new DagDefinitionError(place, `input ${JSON.stringify(name)} is ${input.label} of another DAG`);
    return [name, input.taskId] as const;
  });
  return Object.fromEntries(ids);
}

/** Only the fields that are there: a spec says nothing about params that it does not have. */
function templated(fields: readonly string[], params: object): readonly string[] | undefined {
  const found = fields.filter((field) => Object.hasOwn(params, field));
  return found.length === 0 ? undefined : found;
}

function emptyToAbsent<T extends object>(fields: T): T | undefined {
  return Object.keys(fields).length === 0 ? undefined : fields;
}
