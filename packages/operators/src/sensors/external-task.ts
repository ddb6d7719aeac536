/** `externalTaskSensor`: waits for another DAG's run of the same logical date, or for tasks in it (Airflow's `ExternalTaskSensor`). */
import type { RunState, TaskState } from "@momiji/core";
import {
  DagDefinitionError,
  type DurationInput,
  type Output,
  type PokeAnswer,
  type RunStates,
  secondsOf,
  type SensorDefinition,
  type SensorOptions,
  SkipTask,
  type TaskOptions,
} from "@momiji/sdk";
import { placeStandard } from "../place-standard.ts";

/** A state of a task instance, or of a run where no task is named. */
export type ExternalState = NonNullable<TaskState> | RunState;

export interface ExternalTaskSensorOptions extends TaskOptions, SensorOptions {
  /** A template. */
  readonly dagId: string;
  /** Neither this nor `taskIds`: the whole run. A template. */
  readonly taskId?: string;
  /** Templates. */
  readonly taskIds?: readonly string[];
  /** How much earlier the other run's logical date is. Default: none, it has the same. */
  readonly executionDelta?: DurationInput;
  /** All of them must reach one of these. Default `["success"]`. */
  readonly allowedStates?: readonly ExternalState[];
  /** One of them in one of these skips this task. Default: none. */
  readonly skippedStates?: readonly ExternalState[];
  /** One of them in one of these fails this task. Default: none. */
  readonly failedStates?: readonly ExternalState[];
  /** Fails at once if the other run has no such task, instead of waiting for it. */
  readonly checkExistence?: boolean;
}

export type ExternalTaskSensorParams = {
  readonly dagId: string;
  readonly taskIds?: readonly string[];
  readonly executionDeltaSeconds?: number;
  readonly allowedStates?: readonly ExternalState[];
  readonly skippedStates?: readonly ExternalState[];
  readonly failedStates?: readonly ExternalState[];
  readonly checkExistence?: boolean;
  readonly softFail?: boolean;
};

export const externalTaskSensorOperator: SensorDefinition<ExternalTaskSensorParams> = {
  name: "externalTaskSensor",
  templateFields: ["dagId", "taskIds"],
  async poke(ctx, params) {
    if (ctx.logicalDate === null)
      throw new Error("this run has no logical date, by which the other DAG's run could be found");
    const date = ctx.logicalDate
      .toInstant()
      .subtract({ milliseconds: Math.round((params.executionDeltaSeconds ?? 0) * 1000) });
    const states = await ctx.runs.statesAt(params.dagId, date, params.taskIds ?? []);
    return states === null ? { done: false } : judge(statesOf(states, params), params);
  },
};

/** Done when the other run, or each of its named tasks, is in one of the allowed states. */
export function externalTaskSensor(id: string, options: ExternalTaskSensorOptions): Output<undefined> {
  const {
    dagId,
    taskId,
    taskIds,
    executionDelta,
    allowedStates,
    skippedStates,
    failedStates,
    checkExistence,
    ...rest
  } = options;
  return placeStandard(externalTaskSensorOperator, {
    id,
    params: ({ options: { softFail }, place }) => {
      checkApart({ allowedStates: allowedStates ?? ["success"], skippedStates, failedStates }, place);
      return {
        dagId,
        taskIds: taskId === undefined ? taskIds : [taskId, ...(taskIds ?? [])],
        executionDeltaSeconds: executionDelta && secondsOf(executionDelta, `${place}, executionDelta`),
        allowedStates,
        skippedStates,
        failedStates,
        checkExistence,
        softFail,
      };
    },
    required: ["dagId"],
    options: rest,
  });
}

function checkApart(sets: { readonly [name: string]: readonly ExternalState[] | undefined }, place: string): void {
  const seen = new Set<ExternalState>();
  for (const [name, states] of Object.entries(sets)) {
    for (const state of new Set(states)) {
      if (seen.has(state)) throw new DagDefinitionError(place, `${name}: ${state} already has another meaning here`);
      seen.add(state);
    }
  }
}

/** The states that count: of each instance of each named task, or of the run. A task without an instance is not done. */
function statesOf(
  states: RunStates,
  { dagId, taskIds = [], checkExistence }: ExternalTaskSensorParams,
): readonly (TaskState | RunState)[] {
  if (taskIds.length === 0) return [states.run];
  return taskIds.flatMap((taskId) => {
    const found = states.tasks[taskId] ?? [];
    if (found.length > 0) return found;
    if (checkExistence === true) throw new Error(`the run of DAG ${dagId} has no task ${taskId}`);
    return [null];
  });
}

function judge(states: readonly (TaskState | RunState)[], params: ExternalTaskSensorParams): PokeAnswer {
  const { allowedStates = ["success"], skippedStates = [], failedStates = [] } = params;
  const among = (wanted: readonly ExternalState[]) => (state: TaskState | RunState) =>
    state !== null && wanted.includes(state);
  const what = `${params.taskIds?.join(", ") ?? "a run"} of DAG ${params.dagId}`;
  const failed = states.find(among(failedStates));
  if (failed !== undefined) throw softly(`${what} is ${failed}`, params.softFail);
  const skipped = states.find(among(skippedStates));
  if (skipped !== undefined) throw new SkipTask(`${what} is ${skipped}`);
  return states.every(among(allowedStates));
}

function softly(message: string, softFail: boolean | undefined): Error {
  return softFail === true ? new SkipTask(message) : new Error(message);
}
