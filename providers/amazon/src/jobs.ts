/** The job operators of this package. Imported only by processes that run jobs. */
import { emulatable } from "@momiji/docker/emulate";
import { anyJobOperator, type JobOperators } from "@momiji/sdk";
import { batchSubmitJobJob } from "./batch/batch-job.ts";
import { emulateTask } from "./ecs/emulate/emulate-task.ts";
import { ecsRunTaskJob } from "./ecs/ecs-job.ts";
import { ecsCreateClusterJob, ecsDeleteClusterJob } from "./setup/cluster-jobs.ts";
import { ecsDeregisterTaskDefinitionJob, ecsRegisterTaskDefinitionJob } from "./setup/definition-jobs.ts";

const all = [
  anyJobOperator(emulatable(ecsRunTaskJob, emulateTask)),
  anyJobOperator(batchSubmitJobJob),
  anyJobOperator(ecsCreateClusterJob),
  anyJobOperator(ecsDeleteClusterJob),
  anyJobOperator(ecsRegisterTaskDefinitionJob),
  anyJobOperator(ecsDeregisterTaskDefinitionJob),
];

export const jobs: JobOperators = new Map(all.map((operator) => [operator.name, operator]));
