/**
 * Jobs on Amazon Web Services. This entry is what a DAG imports: it adds tasks and loads no client. What runs for them is in
 * `@momiji/amazon/jobs`, which only a worker's job host loads. Nobody in the house imports either by itself.
 */
export { type BatchDurations, batchSubmitJob, type BatchSubmitJobOptions } from "./batch-submit-job.ts";
export { type EcsDurations, ecsRunTask, type EcsRunTaskOptions } from "./ecs-run-task.ts";
export {
  ecsCreateCluster,
  type EcsCreateClusterOptions,
  ecsDeleteCluster,
  type EcsDeleteClusterOptions,
  ecsDeregisterTaskDefinition,
  type EcsDeregisterTaskDefinitionOptions,
  ecsRegisterTaskDefinition,
  type EcsRegisterTaskDefinitionOptions,
  type WaiterDurations,
} from "./ecs-setup.ts";
export { lambdaInvoke, type LambdaInvokeOptions } from "./lambda-invoke.ts";
export { s3Copy, type S3CopyOptions } from "./s3-copy.ts";
export { s3KeySensor, type S3KeySensorOptions } from "./s3-key-sensor.ts";
export type { S3Check, S3File } from "./s3/key-params.ts";
export { sqsReceive, type SqsReceiveOptions } from "./sqs-receive.ts";
export type { SqsMessage } from "./sqs/receive-params.ts";
