/** `batchSubmitJob`: a job of AWS Batch (Airflow's `BatchOperator`). */
import {
  DagDefinitionError,
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  secondsOf,
  type TaskOptions,
  splitOptions,
} from "@momiji/sdk";
import type { BatchSubmitJobParams } from "./batch/batch-params.ts";
import { BATCH_PARAM_NAMES, BATCH_TEMPLATE_FIELDS, type PlainName } from "./batch/param-names.ts";
import { withSeconds } from "./own-options.ts";

/** Options whose value is an amount of time. */
export interface BatchDurations {
  /** How long each try of Batch may run, at least a minute. Default: as the job definition says. */
  readonly submitJobTimeout?: DurationInput;
  /** Longest time between two looks at the job. Default: a quarter of a second at first, up to 5 s. */
  readonly pollInterval?: DurationInput;
  /** Between two looks at a log. Default: a third of a second after a line, up to 10 s while nothing comes. */
  readonly awslogsFetchInterval?: DurationInput;
  /** How late the last lines of a container may arrive. Default 5 s. */
  readonly awslogsSettle?: DurationInput;
  /** How long AWS may not answer while the job runs. Default 1 hour. */
  readonly apiTimeout?: DurationInput;
}

export interface BatchSubmitJobOptions extends Pick<BatchSubmitJobParams, PlainName>, BatchDurations, TaskOptions {}

/**
 * Submits a job to AWS Batch and ships its log from CloudWatch while it runs. Its output is the job's id, as in Airflow. The job goes
 * on when the worker dies, and is found again.
 */
export const batchSubmitJob = mappable(placeBatchSubmitJob, BATCH_PARAM_NAMES);

const DURATIONS = ["submitJobTimeout", "pollInterval", "awslogsFetchInterval", "awslogsSettle", "apiTimeout"];
const OWN = new Set<string>([...BATCH_PARAM_NAMES, ...DURATIONS]);
/** Batch takes no less. */
const SHORTEST_SECONDS = 60;
const NAME = /^[A-Za-z0-9][\w-]{0,127}$/;

function placeBatchSubmitJob(id: string, options: BatchSubmitJobOptions): Output<string> {
  const { own, task } = splitOptions(options, OWN);
  return placeTask({
    id,
    operator: "batchSubmitJob",
    lane: "job",
    provider: "@momiji/amazon",
    params: ({ place }) => {
      check(place, own);
      return withSeconds(own, DURATIONS, place);
    },
    required: ["jobName", "jobDefinition", "jobQueue"],
    templateFields: BATCH_TEMPLATE_FIELDS,
    options: task,
  });
}

function check(place: string, { jobName, submitJobTimeout, connection }: Partial<BatchSubmitJobOptions>): void {
  if (typeof jobName === "string" && !jobName.includes("{{") && !NAME.test(jobName))
    throw new DagDefinitionError(place, "jobName is letters, digits, - and _, at most 128, and begins with no sign");
  if (submitJobTimeout !== undefined && secondsOf(submitJobTimeout, `${place}, submitJobTimeout`) < SHORTEST_SECONDS)
    throw new DagDefinitionError(place, "submitJobTimeout must be at least a minute: Batch takes no less");
  if (connection !== undefined && connection !== null && typeof connection !== "string")
    throw new DagDefinitionError(place, "connection must be the id of a connection: keys do not belong into a DAG");
}
