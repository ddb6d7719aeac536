/** `ecsRunTask` as the job operator that it is. What has ended needs no removal: ECS forgets it by itself. */
import type { JobOperatorDefinition } from "@momiji/sdk";
import { cancel } from "./cancel.ts";
import type { EcsHandle, EcsRunTaskParams } from "./ecs-params.ts";
import { follow } from "./follow/follow.ts";
import { launch } from "./launch/launch.ts";
import { ECS_TEMPLATE_FIELDS } from "./param-names.ts";

export const ecsRunTaskJob: JobOperatorDefinition<EcsRunTaskParams, EcsHandle> = {
  name: "ecsRunTask",
  templateFields: ECS_TEMPLATE_FIELDS,
  launch,
  follow,
  cancel,
  // Loaded when it is wanted: it asks services that the job itself never needs.
  preflight: async function* (ctx, params) {
    yield* (await import("../preflight/preflight-ecs.ts")).preflightEcs(ctx, params);
  },
};
