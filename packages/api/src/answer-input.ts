/** Takes the answer of a person to a task: who may give it, what it may be, and that it is the first. */
import {
  type DagRun,
  type InputAnswer,
  type InputSpec,
  type InputUser,
  instanceName,
  type Json,
  problemOfOptions,
  problemOfUser,
  type TaskInstance,
  type TaskSpec,
} from "@momiji/core";
import type { InputDetail } from "@momiji/store";
import { audit, type Author } from "./access/audit.ts";
import { ApiError } from "./errors.ts";
import type { Graphs, KnownVersion } from "./graphs.ts";
import { problemOfValues } from "./params.ts";
import type { TriggerDeps } from "./trigger.ts";

interface InputDeps extends TriggerDeps {
  readonly graphs: Graphs;
}

export interface InputPath {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

/** A task instance that asks, or has asked. */
export interface FoundInput {
  readonly run: DagRun;
  readonly instance: TaskInstance;
  readonly task: TaskSpec & { readonly input: InputSpec };
  readonly version: KnownVersion;
  /** The first attempt's first. */
  readonly details: readonly InputDetail[];
}

export interface GivenAnswer {
  readonly chosenOptions: readonly string[];
  readonly paramsInput: { readonly [name: string]: Json };
}

/** @throws ApiError if there is no such task instance, or it has not asked anything yet. */
export async function findInput({ store, graphs }: InputDeps, path: InputPath): Promise<FoundInput> {
  const { dagId, runId, taskId, mapIndex } = path;
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
  const instance = found.instances.find((each) => each.taskId === taskId && each.mapIndex === mapIndex);
  if (instance === undefined) throw new ApiError("instance_not_found", [dagId, runId, taskId, String(mapIndex)]);
  const { run } = found;
  const version = await graphs.version(dagId, run.dagVersion);
  const task = version.graph.tasks[version.graph.indexOf.get(taskId) ?? -1]?.spec;
  const details = await store.loadInputs({ runKey: run.runKey, taskId, mapIndex });
  if (task?.input === undefined || details.length === 0) throw new ApiError("hitl_not_found", [instanceName(path)]);
  return { run, instance, task: { ...task, input: task.input }, version, details };
}

/** @throws ApiError if the answer does not fit, is not this user's to give, or comes too late. */
export async function answerInput(
  deps: InputDeps,
  path: InputPath,
  { user, given, author }: { readonly user: InputUser; readonly given: GivenAnswer; readonly author: Author },
): Promise<InputAnswer> {
  const { run, task, instance } = await findInput(deps, path);
  const problem = problemOfUser(task.input, user);
  if (problem !== null) throw new ApiError("hitl_forbidden", [problem]);
  const wrong = problemOfOptions(task.input, given.chosenOptions);
  if (wrong !== null) throw new ApiError("invalid", [wrong], ["body", "chosen_options"]);
  const paramsInput = await readForm(task.input, given.paramsInput);
  const now = deps.clock.now();
  const answer = { chosenOptions: given.chosenOptions, paramsInput, respondedAt: now, respondedBy: user };
  const key = { runKey: run.runKey, taskId: path.taskId, mapIndex: path.mapIndex };
  // What was entered may be confidential: whoever may read the answer sees it there.
  const told = { chosen_options: [...given.chosenOptions], params_input: Object.keys(given.paramsInput) };
  const entry = { ...audit("update_hitl_detail", author, told), ...path, tryNumber: instance.tryNumber };
  const result = await deps.store.respond(key, answer, { now, events: [entry] });
  if (result === "answered") throw new ApiError("hitl_answered", [instanceName(path)]);
  if (result === "not_waiting") throw new ApiError("hitl_not_waiting", [instanceName(path)]);
  return answer;
}

/** What was entered over the form's defaults, held against its schema. */
async function readForm({ form }: InputSpec, input: GivenAnswer["paramsInput"]): Promise<GivenAnswer["paramsInput"]> {
  const { properties = {} } = (form?.schema ?? {}) as { readonly properties?: { readonly [name: string]: Json } };
  const unknown = Object.keys(input).find((name) => !Object.hasOwn(properties, name));
  if (unknown !== undefined)
    throw new ApiError("invalid_params", [`params_input.${unknown}: the form has no such field`]);
  if (form === undefined) return {};
  const values = { ...form.defaults, ...input };
  const problem = await problemOfValues(form.schema as object, values);
  if (problem !== null) throw new ApiError("invalid_params", [`params_input${problem}`]);
  return values;
}
