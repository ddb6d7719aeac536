/** The params of `ecsRunTask` by name: which are told from options of tasks in general, and which are templates. */
import type { EcsRunTaskParams } from "./ecs-params.ts";

/** True: its texts are templates, as in Airflow. */
const NAMES: Readonly<Record<Exclude<keyof EcsRunTaskParams, DurationName>, boolean>> = {
  connection: true,
  region: true,
  verify: false,
  cluster: true,
  taskDefinition: true,
  launchType: true,
  capacityProviderStrategy: true,
  overrides: true,
  networkConfiguration: true,
  platformVersion: true,
  group: true,
  placementConstraints: true,
  placementStrategy: true,
  tags: true,
  propagateTags: true,
  enableEcsManagedTags: false,
  enableExecuteCommand: false,
  referenceId: true,
  volumeConfigurations: true,
  count: false,
  containerName: true,
  getLogs: false,
  containerLogs: false,
  awslogsGroup: true,
  awslogsRegion: true,
  awslogsStreamPrefix: true,
  numberLogsException: false,
  waitForCompletion: false,
  emulate: false,
  emulateImage: true,
  skipOnExitCode: false,
  stopTaskOnFailure: false,
};

/** Params that are an amount of time, which an author gives under a name without the unit. */
type DurationName = Extract<keyof EcsRunTaskParams, `${string}Seconds`>;
export type PlainName = keyof typeof NAMES;

export const ECS_PARAM_NAMES = Object.keys(NAMES) as readonly PlainName[];
export const ECS_TEMPLATE_FIELDS = ECS_PARAM_NAMES.filter((name) => NAMES[name]);
