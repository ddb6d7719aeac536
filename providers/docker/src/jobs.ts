/** What runs for tasks of this package: only a worker's job host loads it. */
import { jobOperators, type JobOperators } from "@momiji/sdk";
import { dockerRunJob } from "./docker-job.ts";

export const jobs: JobOperators = jobOperators(dockerRunJob);
