/** `ecsRunTask` as the job operator that it is. */
import { JobFailure, type JobOperatorDefinition } from "@momiji/sdk";
import { ecsClient, logsClient, stsClient } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { EcsHandle, EcsRunTaskParams } from "./ecs-params.ts";
import { ECS_TEMPLATE_FIELDS } from "./param-names.ts";

const notYet = (): never => {
  throw new JobFailure("ecsRunTask does not run yet", { code: "configuration", nothingStarted: true });
};

export const ecsRunTaskJob: JobOperatorDefinition<EcsRunTaskParams, EcsHandle> = {
  name: "ecsRunTask",
  templateFields: ECS_TEMPLATE_FIELDS,
  launch: async (ctx, params) => {
    const access = await findAccess(ctx, params);
    await Promise.all([ecsClient(access), logsClient(access), stsClient(access)]);
    return notYet();
  },
  follow: async () => notYet(),
  cancel: async () => undefined,
  // Loaded when it is wanted: it asks services that the job itself never needs.
  preflight: async function* (ctx, params) {
    yield* (await import("../preflight/preflight-ecs.ts")).preflightEcs(ctx, params);
  },
};
