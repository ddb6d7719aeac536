/** The params of `batchSubmitJob` by name: which are told from options of tasks in general, and which are templates. */
import type { BatchSubmitJobParams } from "./batch-params.ts";

/** Params that are an amount of time, which an author gives under a name without the unit. */
type DurationName = Extract<keyof BatchSubmitJobParams, `${string}Seconds`>;
export type PlainName = Exclude<keyof BatchSubmitJobParams, DurationName>;

/** True: its texts are templates, as in Airflow. */
const NAMES: Readonly<Record<PlainName, boolean>> = {
  connection: true,
  region: true,
  verify: false,
  jobName: true,
  jobDefinition: true,
  jobQueue: true,
  containerOverrides: true,
  ecsPropertiesOverride: true,
  eksPropertiesOverride: true,
  nodeOverrides: true,
  arrayProperties: true,
  dependsOn: true,
  parameters: true,
  retryStrategy: true,
  shareIdentifier: true,
  schedulingPriorityOverride: false,
  consumableResourcePropertiesOverride: true,
  tags: true,
  propagateTags: false,
  waitForCompletion: false,
  awslogsEnabled: false,
  numberLogsException: false,
};

export const BATCH_PARAM_NAMES = Object.keys(NAMES) as readonly PlainName[];
export const BATCH_TEMPLATE_FIELDS = BATCH_PARAM_NAMES.filter((name) => NAMES[name]);
