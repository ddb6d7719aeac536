/** `externalTaskSensor`: waits for another DAG's run of the same logical date, or for tasks in it (Airflow's `ExternalTaskSensor`). */
import type { Temporal } from "@momiji/core";
import {
  DagDefinitionError,
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  type PokeAnswer,
  secondsOf,
  type SensorDefinition,
  type SensorOptions,
  type TaskContext,
  type TaskOptions,
} from "@momiji/sdk";
import { placeStandard } from "../place-standard.ts";
import {
  datesOf,
  type ExternalDates,
  type ExternalState,
  type ExternalTaskSensorParams,
  pokeExternalTasks,
} from "./poke-external-tasks.ts";

export interface ExternalTaskSensorOptions extends TaskOptions, SensorOptions {
  /** A template. */
  readonly dagId: string;
  /** Neither this, `taskIds` nor `taskGroupId`: the whole run. A template. */
  readonly taskId?: string;
  /** Templates. */
  readonly taskIds?: readonly string[];
  /** All tasks of a group, those of groups in it too. Not together with tasks. A template. */
  readonly taskGroupId?: string;
  /** How much earlier the other run's logical date is. Default: none, it has the same. */
  readonly executionDelta?: DurationInput;
  /** The other run's logical date, or those of several runs, from this one's. Not together with `executionDelta`. */
  readonly executionDateFn?: ExecutionDateFunction;
  /** All of them must reach one of these. Default `["success"]`. */
  readonly allowedStates?: readonly ExternalState[];
  /** One of them in one of these skips this task. Default: none. */
  readonly skippedStates?: readonly ExternalState[];
  /** One of them in one of these fails this task. Default: none. */
  readonly failedStates?: readonly ExternalState[];
  /** Fails at once if there is no such DAG, task or group, instead of waiting for it. */
  readonly checkExistence?: boolean;
}

/** Gets the run's logical date, or its moment if it has no date. */
export type ExecutionDateFunction = (
  logicalDate: Temporal.ZonedDateTime,
  ctx: TaskContext,
) => ExternalDates | Promise<ExternalDates>;

export const externalTaskSensorOperator: SensorDefinition<ExternalTaskSensorParams> = {
  name: "externalTaskSensor",
  templateFields: ["dagId", "taskId", "taskIds", "taskGroupId"],
  poke: (ctx, params) => pokeExternalTasks(ctx, params, datesOf(ctx, params.executionDeltaSeconds)),
};

/** Done when the other run, or each of its named tasks, is in one of the allowed states. */
export const externalTaskSensor = mappable(placeExternalTaskSensor, [
  "dagId",
  "taskId",
  "taskIds",
  "taskGroupId",
  "allowedStates",
  "skippedStates",
  "failedStates",
  "checkExistence",
]);

function placeExternalTaskSensor(id: string, options: ExternalTaskSensorOptions): Output<undefined> {
  const { dagId, taskId, taskIds, taskGroupId, executionDelta, executionDateFn, ...others } = options;
  const { allowedStates, skippedStates, failedStates, checkExistence, ...rest } = others;
  const what = { dagId, taskId, taskIds, taskGroupId };
  const states = { allowedStates, skippedStates, failedStates };
  const task = {
    id,
    params: ({ options: { softFail }, place }: { options: SensorOptions; place: string }) => {
      checkApart({ ...states, allowedStates: allowedStates ?? ["success"] }, place);
      if (taskGroupId !== undefined && (taskId ?? taskIds) !== undefined)
        throw new DagDefinitionError(place, "taskGroupId stands for all tasks of the group: name no tasks beside it");
      if (executionDelta !== undefined && executionDateFn !== undefined)
        throw new DagDefinitionError(place, "executionDelta and executionDateFn both say the date: give one of them");
      const executionDeltaSeconds = executionDelta && secondsOf(executionDelta, `${place}, executionDelta`);
      return { ...what, ...states, executionDeltaSeconds, checkExistence, softFail };
    },
    required: ["dagId"],
    options: rest,
  };
  return executionDateFn === undefined
    ? placeStandard(externalTaskSensorOperator, task)
    : placeWithFunction(executionDateFn, task);
}

/** The author's function stays in the bundle, so this one is asked in a process for functions. */
function placeWithFunction(
  dateFunction: ExecutionDateFunction,
  task: Parameters<typeof placeStandard>[1],
): Output<undefined> {
  const { name, templateFields } = externalTaskSensorOperator;
  const poke = async (ctx: TaskContext, params: ExternalTaskSensorParams): Promise<PokeAnswer> =>
    pokeExternalTasks(ctx, params, await dateFunction(ctx.logicalDate ?? ctx.runAfter, ctx));
  const definition = { name, templateFields, poke } as unknown as SensorDefinition;
  const body = { kind: "sensor", definition } as const;
  return placeTask({ ...task, operator: name, lane: "function", isSensor: true, templateFields, body });
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
