/** The operators that run in lane `async`, by the name that stands in a `TaskSpec`. */
import type { OperatorDefinition, SensorDefinition } from "@momiji/sdk";
import { emailOperator } from "./email.ts";
import { httpOperator } from "./http.ts";
import type { AnyDefinition } from "./place-standard.ts";
import { dateTimeSensorOperator } from "./sensors/date-time.ts";
import { externalTaskSensorOperator } from "./sensors/external-task.ts";
import { fileSensorOperator } from "./sensors/file.ts";
import { httpSensorOperator } from "./sensors/http.ts";
import { timeDeltaSensorOperator } from "./sensors/time-delta.ts";
import { dagRunOperator } from "./triggers/dag-run.ts";
import { triggerDagRunOperator } from "./trigger-dag-run.ts";

const ALL: readonly AnyDefinition[] = [
  httpOperator,
  emailOperator,
  triggerDagRunOperator,
  timeDeltaSensorOperator,
  dateTimeSensorOperator,
  fileSensorOperator,
  httpSensorOperator,
  externalTaskSensorOperator,
  dagRunOperator,
];

/** The params of a task that names one of these were made by the function beside it, so that they fit its definition. */
export const standardOperators: ReadonlyMap<string, OperatorDefinition | SensorDefinition> = new Map(
  ALL.map((definition) => [definition.name, definition as OperatorDefinition | SensorDefinition]),
);
