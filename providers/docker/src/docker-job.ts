/** The operator of outside jobs behind `dockerRun`. */
import type { JobOperatorDefinition } from "@momiji/sdk";
import { cancel, release } from "./job/cancel.ts";
import { follow } from "./job/follow.ts";
import { launch } from "./job/launch.ts";
import { preflight } from "./preflight/preflight.ts";
import { TEMPLATE_FIELDS } from "./param-names.ts";
import type { ContainerHandle, RunParams } from "./run-params.ts";

export const dockerRunJob: JobOperatorDefinition<RunParams, ContainerHandle> = {
  name: "dockerRun",
  templateFields: TEMPLATE_FIELDS,
  launch,
  follow,
  cancel,
  release,
  preflight,
};
