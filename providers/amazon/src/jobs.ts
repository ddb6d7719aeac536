/** The job operators of this package. Imported only by processes that run jobs. */
import { anyJobOperator, type JobOperators } from "@momiji/sdk";
import { ecsRunTaskJob } from "./ecs/ecs-job.ts";

const all = [anyJobOperator(ecsRunTaskJob)];

export const jobs: JobOperators = new Map(all.map((operator) => [operator.name, operator]));
