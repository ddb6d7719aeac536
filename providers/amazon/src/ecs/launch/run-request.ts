/** From params to what RunTask is sent. */
import type { RunTaskCommandInput } from "@aws-sdk/client-ecs";
import type { JobContext } from "@momiji/sdk";
import type { EcsRunTaskParams } from "../ecs-params.ts";

/** What ECS starts in one request. */
export const MOST_AT_ONCE = 10;

export type RunRequest = Omit<RunTaskCommandInput, "clientToken" | "count">;

/**
 * `startedBy` and the client token are the attempt's id, by which its tasks are found again: at most 128 and 64 letters, digits, `-`
 * and `_` are taken, an id has 36.
 */
export function runRequest(ctx: Pick<JobContext, "attemptId">, params: EcsRunTaskParams): RunRequest {
  const { tags, enableEcsManagedTags } = params;
  const request: RunRequest = {
    cluster: params.cluster,
    taskDefinition: params.taskDefinition,
    startedBy: startedBy(ctx),
    launchType: params.launchType,
    capacityProviderStrategy: params.capacityProviderStrategy?.slice(),
    overrides: params.overrides,
    networkConfiguration: params.networkConfiguration,
    platformVersion: params.platformVersion,
    group: params.group,
    placementConstraints: params.placementConstraints?.slice(),
    placementStrategy: params.placementStrategy?.slice(),
    tags: tags === undefined ? undefined : Object.entries(tags).map(([key, value]) => ({ key, value })),
    propagateTags: params.propagateTags,
    enableECSManagedTags: enableEcsManagedTags,
    enableExecuteCommand: params.enableExecuteCommand,
    referenceId: params.referenceId,
    volumeConfigurations: params.volumeConfigurations?.slice(),
  };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as RunRequest;
}

export function startedBy({ attemptId }: Pick<JobContext, "attemptId">): string {
  return attemptId;
}
