/** What `externalTaskSensor` asks, and what it makes of the answer. */
import type { RunState, TaskState } from "@momiji/core";
import { toTemporal } from "@momiji/core/time";
import {
  type InstantInput,
  type PokeAnswer,
  readInstant,
  type RunStates,
  SkipTask,
  type TaskContext,
} from "@momiji/sdk";

/** A state of a task instance, or of a run where no task is named. */
export type ExternalState = NonNullable<TaskState> | RunState;

/** Logical dates of other runs. */
export type ExternalDates = InstantInput | readonly InstantInput[];

export type ExternalTaskSensorParams = {
  readonly dagId: string;
  readonly taskId?: string;
  readonly taskIds?: readonly string[];
  readonly taskGroupId?: string;
  readonly executionDeltaSeconds?: number;
  readonly allowedStates?: readonly ExternalState[];
  readonly skippedStates?: readonly ExternalState[];
  readonly failedStates?: readonly ExternalState[];
  readonly checkExistence?: boolean;
  readonly softFail?: boolean;
};

const MILLIS_A_SECOND = 1000;

/** The logical date of the run to wait for. As in Airflow a run without a date is taken at its moment. */
export function datesOf({ logicalDate, runAfter }: TaskContext, deltaSeconds = 0): ExternalDates {
  return (logicalDate ?? runAfter)
    .toInstant()
    .subtract({ milliseconds: Math.round(deltaSeconds * MILLIS_A_SECOND) })
    .toString();
}

/** Done when at each of these dates the run of the other DAG, or what is named of it, is in an allowed state. */
export async function pokeExternalTasks(
  ctx: TaskContext,
  params: ExternalTaskSensorParams,
  dates: ExternalDates,
): Promise<PokeAnswer> {
  const taskIds = await tasksToWaitFor(ctx, params);
  if (taskIds === null) return false;
  const found: (TaskState | RunState)[] = [];
  for (const date of [dates].flat()) {
    const at = toTemporal(readInstant(date, ctx.runAfter.timeZoneId, "executionDateFn"));
    const states = await ctx.runs.statesAt(params.dagId, at, taskIds);
    found.push(...(states === null ? [null] : statesOf(states, taskIds)));
  }
  return judge(found, params, taskIds);
}

/** Empty: the run as a whole. Null: the group is not there yet. */
async function tasksToWaitFor(ctx: TaskContext, params: ExternalTaskSensorParams): Promise<readonly string[] | null> {
  const { dagId, taskId, taskIds = [], taskGroupId, checkExistence = false } = params;
  const named = taskId === undefined ? taskIds : [taskId, ...taskIds];
  if (!checkExistence && taskGroupId === undefined) return named;
  const found = await ctx.runs.tasksOf(dagId, named, taskGroupId);
  if (!checkExistence) return found?.members ?? null;
  const missing = found?.missing[0];
  if (found === null) throw softly(`The external DAG ${dagId} does not exist.`, params);
  if (missing !== undefined) throw softly(`The external task ${missing} in DAG ${dagId} does not exist.`, params);
  if (taskGroupId === undefined) return named;
  if (found.members === null)
    throw softly(`The external task group '${taskGroupId}' in DAG '${dagId}' does not exist.`, params);
  return found.members;
}

/** The states that count: of each instance of each named task, or of the run. A task without an instance is not done. */
function statesOf(states: RunStates, taskIds: readonly string[]): readonly (TaskState | RunState)[] {
  if (taskIds.length === 0) return [states.run];
  return taskIds.flatMap((taskId) => {
    const found = states.tasks[taskId] ?? [];
    return found.length > 0 ? found : [null];
  });
}

function judge(
  states: readonly (TaskState | RunState)[],
  params: ExternalTaskSensorParams,
  taskIds: readonly string[],
): PokeAnswer {
  const { dagId, taskGroupId, allowedStates = ["success"], skippedStates = [], failedStates = [] } = params;
  const among = (wanted: readonly ExternalState[]) => (state: TaskState | RunState) =>
    state !== null && wanted.includes(state);
  const named = taskGroupId === undefined ? taskIds.join(", ") : `group ${taskGroupId}`;
  const what = `${named === "" ? "a run" : named} of DAG ${dagId}`;
  const failed = states.find(among(failedStates));
  if (failed !== undefined) throw softly(`${what} is ${failed}`, params);
  const skipped = states.find(among(skippedStates));
  if (skipped !== undefined) throw new SkipTask(`${what} is ${skipped}`);
  return states.every(among(allowedStates));
}

function softly(message: string, { softFail }: ExternalTaskSensorParams): Error {
  return softFail === true ? new SkipTask(message) : new Error(message);
}
