/**
 * Jobs on Amazon Web Services. This entry is what a DAG imports: it adds tasks and loads no client. What runs for them is in
 * `@momiji/amazon/jobs`, which only a worker's job host loads. Nobody in the house imports either by itself.
 */
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
