/** `ecsRunTask`: a task of Amazon ECS (Airflow's `EcsRunTaskOperator`). */
import type { Json } from "@momiji/core";
import {
  DagDefinitionError,
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  type TaskOptions,
  checkOneOf,
  splitOptions,
} from "@momiji/sdk";
import type { EcsRunTaskParams } from "./ecs/ecs-params.ts";
import { ECS_PARAM_NAMES, ECS_TEMPLATE_FIELDS, type PlainName } from "./ecs/param-names.ts";
import { withSeconds } from "./own-options.ts";

/** Options whose value is an amount of time. */
export interface EcsDurations {
  /** Between two looks at a log. Default: a third of a second after a line, up to 10 s while nothing comes. */
  readonly awslogsFetchInterval?: DurationInput;
  /** How late the last lines of a container may arrive. Default 5 s. */
  readonly awslogsSettle?: DurationInput;
  /** Longest time between two looks at the task. Default: a quarter of a second at first, up to 5 s. */
  readonly waiterDelay?: DurationInput;
  /** How long a start waits for capacity (Airflow's `quota_retry`). Default 10 minutes. */
  readonly capacityTimeout?: DurationInput;
  /** How long AWS may not answer while the task runs. Default 1 hour. */
  readonly apiTimeout?: DurationInput;
}

export interface EcsRunTaskOptions extends Pick<EcsRunTaskParams, PlainName>, EcsDurations, TaskOptions {}

/**
 * Runs a task of ECS and ships its log from CloudWatch while it runs. Exit code 0 of its containers is success; the last line is the
 * task's output. The task of ECS goes on when the worker dies, and is found again.
 */
export const ecsRunTask = mappable(placeEcsRunTask, ECS_PARAM_NAMES);

const DURATIONS = ["awslogsFetchInterval", "awslogsSettle", "waiterDelay", "capacityTimeout", "apiTimeout"];
const OWN = new Set<string>([...ECS_PARAM_NAMES, ...DURATIONS]);

function placeEcsRunTask(id: string, options: EcsRunTaskOptions): Output<Json> {
  const { own, task } = splitOptions(options, OWN);
  return placeTask({
    id,
    operator: "ecsRunTask",
    lane: "job",
    provider: "@momiji/amazon",
    params: ({ place }) => {
      check(place, own);
      return withSeconds(own, DURATIONS, place);
    },
    required: ["cluster", "taskDefinition"],
    templateFields: ECS_TEMPLATE_FIELDS,
    options: task,
  });
}

/** Checked where it can be before templates are rendered: an error when the file is read is better than one at night. */
function check(place: string, own: Partial<EcsRunTaskOptions>): void {
  checkOneOf(place, own, {
    emulate: ["docker"],
    launchType: ["FARGATE", "EC2", "EXTERNAL"],
    propagateTags: ["TASK_DEFINITION", "SERVICE", "NONE"],
  });
  const { count = 1, launchType, capacityProviderStrategy, connection } = own;
  if (launchType !== undefined && capacityProviderStrategy !== undefined)
    throw new DagDefinitionError(place, "ECS takes launchType or capacityProviderStrategy, not both");
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new DagDefinitionError(place, "count must be a whole number from 1 to 100");
  if (connection !== undefined && connection !== null && typeof connection !== "string")
    throw new DagDefinitionError(place, "connection must be the id of a connection: keys do not belong into a DAG");
}
