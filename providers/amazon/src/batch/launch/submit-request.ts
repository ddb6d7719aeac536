/** From params to what SubmitJob is sent. */
import type { SubmitJobCommandInput } from "@aws-sdk/client-batch";
import type { JobContext } from "@momiji/sdk";
import type { BatchSubmitJobParams } from "../batch-params.ts";

/** Of a job's name. */
const LONGEST_NAME = 128;
/** For people, and for whoever looks for the jobs of an attempt past its name. */
const ATTEMPT_TAG = "momiji:attempt";

export function submitRequest(ctx: Pick<JobContext, "attemptId">, params: BatchSubmitJobParams): SubmitJobCommandInput {
  const { submitJobTimeoutSeconds: timeout } = params;
  const request: SubmitJobCommandInput = {
    jobName: nameOfJob(ctx, params),
    jobDefinition: params.jobDefinition,
    jobQueue: params.jobQueue,
    containerOverrides: params.containerOverrides,
    ecsPropertiesOverride: params.ecsPropertiesOverride,
    eksPropertiesOverride: params.eksPropertiesOverride,
    nodeOverrides: params.nodeOverrides,
    arrayProperties: params.arrayProperties,
    dependsOn: params.dependsOn?.slice(),
    parameters: params.parameters,
    retryStrategy: params.retryStrategy,
    shareIdentifier: params.shareIdentifier,
    schedulingPriorityOverride: params.schedulingPriorityOverride,
    consumableResourcePropertiesOverride: params.consumableResourcePropertiesOverride,
    tags: { ...params.tags, [ATTEMPT_TAG]: ctx.attemptId },
    propagateTags: params.propagateTags,
    timeout: timeout === undefined ? undefined : { attemptDurationSeconds: timeout },
  };
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined),
  ) as unknown as SubmitJobCommandInput;
}

/** The attempt's id at its end, by which the job is found again: Batch has no token that would keep it from starting twice. */
export function nameOfJob(
  { attemptId }: Pick<JobContext, "attemptId">,
  { jobName }: Pick<BatchSubmitJobParams, "jobName">,
): string {
  return `${jobName.slice(0, LONGEST_NAME - attemptId.length - 1)}-${attemptId}`;
}
