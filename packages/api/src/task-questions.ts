/** Answers what running tasks ask: XComs, settings, other runs. One answer for each question, whatever channel it came by. */
import {
  connectionForTask,
  type ConnectionRecord,
  type Json,
  type RunFacts,
  type TaskQuestion,
  tasksOfGroup,
} from "@momiji/core";
import { allDags, answerState, pullXCom, type Store } from "@momiji/store";
import { ApiError } from "./errors.ts";
import type { ActDeps } from "./act-on-runs.ts";
import { triggerForTask } from "./task-trigger.ts";

/** Where variables and connections come from; undefined: there is none of this name. */
export interface Settings {
  variable(key: string): Promise<string | undefined>;
  connection(id: string): Promise<ConnectionRecord | undefined>;
}

/** A task that wants more asks by time. */
const MAX_ASSET_EVENTS = 1000;

export interface QuestionDeps extends ActDeps {
  readonly settings: Settings;
}

/** Undefined: there is no such thing. Rejects with an `ApiError` if the question itself is wrong. */
export async function answerQuestion(
  deps: QuestionDeps,
  run: RunFacts,
  question: TaskQuestion,
): Promise<Json | undefined> {
  switch (question.ask) {
    case "xcom":
      return answerXCom(deps.store, run, question);
    case "variable":
      return deps.settings.variable(question.key);
    case "connection":
      return taskConnection(deps.settings, question.id);
    case "task-states":
      return (await deps.store.findTaskStates(question.dagId, question.logicalDate, question.taskIds)) ?? null;
    case "run-state":
      return (await deps.store.findRun(question.dagId, question.runId))?.run.state ?? null;
    case "state":
      return answerState(deps.store, { run, question }, deps.clock.now());
    case "asset-events":
      return answerAssetEvents(deps.store, question);
    case "dag-tasks":
      return answerDagTasks(deps.store, question);
    case "trigger-dag-run":
      return triggerForTask(deps, run, question);
  }
}

/** In the shape of the SDK's `Connection`. */
export async function taskConnection(settings: Settings, id: string): Promise<Json | undefined> {
  const found = await settings.connection(id);
  return found === undefined ? undefined : connectionForTask(found);
}

async function answerDagTasks(
  store: Store,
  { dagId, taskIds, groupId }: Extract<TaskQuestion, { ask: "dag-tasks" }>,
): Promise<Json> {
  const [dag] = await store.listDags({ dagIds: [dagId] });
  if (dag === undefined) return null;
  const { tasks, groups = [] } = dag.spec;
  const known = new Set(tasks.map((task) => task.taskId));
  const isThere = groupId !== undefined && groups.some((group) => group.groupId === groupId);
  return {
    missing: taskIds.filter((taskId) => !known.has(taskId)),
    members: isThere ? tasksOfGroup(dag.spec, groupId).map(({ taskId }) => taskId) : null,
  };
}

/** The newest of what was asked for, oldest first. */
async function answerAssetEvents(
  store: Store,
  { of, filter }: Extract<TaskQuestion, { ask: "asset-events" }>,
): Promise<Json> {
  const { latest: limit = MAX_ASSET_EVENTS, ...window } = filter;
  const order = [{ by: "id", descending: true }] as const;
  const { events } = await store.listAssetEvents({ scope: allDags, of, ...window, order, limit });
  return events
    .toReversed()
    .map(({ id, asset, at, extra, source }) => ({ id, asset, at, extra, source }) as unknown as Json);
}

type XComQuestion = Extract<TaskQuestion, { ask: "xcom" }>;

/** The value of one task, or the list of those of several (null where there is none). */
async function answerXCom(store: Store, run: RunFacts, question: XComQuestion): Promise<Json | undefined> {
  const runKey = await runKeyOf(store, run, question);
  const { key, mapIndex } = question;
  const pull = (taskId: string) =>
    pullXCom(store, { runKey, taskId, key, ...(mapIndex !== undefined && { mapIndex }) });
  const values = await Promise.all(question.taskIds.map(pull));
  return question.taskIds.length === 1 ? values[0] : values.map((value) => value ?? null);
}

async function runKeyOf(store: Store, run: RunFacts, question: XComQuestion): Promise<number> {
  const dagId = question.dagId ?? run.dagId;
  const runId = question.runId ?? run.runId;
  if (dagId === run.dagId && runId === run.runId) return run.runKey;
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
  return found.run.runKey;
}
