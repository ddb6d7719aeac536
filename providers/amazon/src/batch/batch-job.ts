/** `batchSubmitJob` as the job operator that it is. What has ended needs no removal: Batch forgets it by itself. */
import type { JobOperatorDefinition } from "@momiji/sdk";
import type { BatchHandle, BatchSubmitJobParams } from "./batch-params.ts";
import { cancel } from "./cancel.ts";
import { follow } from "./follow/follow.ts";
import { launch } from "./launch/launch.ts";
import { BATCH_TEMPLATE_FIELDS } from "./param-names.ts";

export const batchSubmitJobJob: JobOperatorDefinition<BatchSubmitJobParams, BatchHandle> = {
  name: "batchSubmitJob",
  templateFields: BATCH_TEMPLATE_FIELDS,
  launch,
  follow,
  cancel,
  // Loaded when it is wanted: it asks services that the job itself never needs.
  preflight: async function* (ctx, params) {
    yield* (await import("./preflight/preflight-batch.ts")).preflightBatch(ctx, params);
  },
};
