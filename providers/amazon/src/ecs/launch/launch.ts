/** Starts the tasks of an attempt, or finds them. */
import type { JobContext } from "@momiji/sdk";
import { ecsClient } from "../../client/clients.ts";
import { Contact } from "../../client/contact.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { jobAccess } from "../../connection/job-access.ts";
import { taskIdOf } from "../follow/task-facts.ts";
import { DEFAULTS, type EcsHandle, type EcsRunTaskParams } from "../ecs-params.ts";
import { Starting } from "./starting.ts";
import { containersOf, findDefinition } from "./task-definition.ts";

/** How long a start waits for AWS to answer. */
const PATIENCE_MILLIS = 120_000;

export async function launch(ctx: JobContext, params: EcsRunTaskParams): Promise<EcsHandle> {
  const access = await jobAccess(ctx, params);
  const throttledMillis = 1000 * (params.capacityTimeoutSeconds ?? DEFAULTS.capacityTimeoutSeconds);
  const patience = { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: false, throttledMillis };
  const [contact, runContact] = [new Contact(ctx, patience), new Contact(ctx, patience)];
  const definition = await findDefinition(ctx, params, { access, contact });
  const region = await regionOf(access);
  const parts = containersOf(params, definition, region);
  const taskArns = await new Starting(ctx, params, { access, contact, runContact }).tasks();
  const ids = taskArns.map(taskIdOf).join(", ");
  ctx.say(
    `${taskArns.length === 1 ? "task" : "tasks"} ${ids} of ${params.taskDefinition} started in ${params.cluster}`,
  );
  return { region, cluster: params.cluster, taskArns, ...parts };
}

/** Also where only the SDK knows it, from the shared configuration. */
async function regionOf(access: AwsAccess): Promise<string> {
  const client = await ecsClient(access);
  return await client.config.region();
}
