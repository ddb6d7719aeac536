/** The job operators of this package. Imported only by processes that run jobs. */
import { jobOperators } from "@momiji/sdk";
import { kubernetesPodJob } from "./pod/pod-job.ts";

export const jobs = jobOperators(kubernetesPodJob);
