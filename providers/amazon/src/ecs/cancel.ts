/** Stops the tasks of an attempt. */
import { setTimeout as sleep } from "node:timers/promises";
import { type CancelledJob, type JobContext, JobFailure } from "@momiji/sdk";
import { errorMessage, errorName } from "../client/aws-error.ts";
import { ecsClient } from "../client/clients.ts";
import { failureOf } from "../client/refusal-words.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { findAccess } from "../connection/find-access.ts";
import { Contact } from "../client/contact.ts";
import type { EcsHandle, EcsRunTaskParams } from "./ecs-params.ts";
import { findTasks } from "./find-tasks.ts";
import { pollerOf } from "./follow/pollers.ts";
import { TASKS } from "./follow/task-facts.ts";
import { Watch } from "../watching/watch.ts";

/** A task that was just started may not be listed at once. */
const LOOKS = 4;
const PAUSE_MILLIS = 1_000;
/** After so long it is begun anew, by whoever called. */
const PATIENCE_MILLIS = 60_000;
const LONGEST_REASON = 255;

/** With no handle, whatever the attempt has started. ECS itself kills what does not end within the container's `stopTimeout`. */
export async function cancel(
  ctx: JobContext,
  { params, handle }: CancelledJob<EcsRunTaskParams, EcsHandle>,
): Promise<void> {
  if (params.stopTaskOnFailure === false) {
    if (handle !== null)
      ctx.say(`left running, as stopTaskOnFailure is false: ${handle.taskArns.join(", ")}`, "warning");
    return;
  }
  const region = handle === null || handle.region === "" ? {} : { region: handle.region };
  const access = await findAccess(ctx, { ...params, ...region });
  const { cluster } = handle ?? params;
  const arns = handle?.taskArns ?? (await findStarted(ctx, access, cluster));
  for (const arn of arns) await stop(ctx, access, { cluster, arn });
  await Promise.all(arns.map((arn) => stopped(ctx, access, { cluster, arn })));
}

async function findStarted(ctx: JobContext, access: AwsAccess, cluster: string): Promise<readonly string[]> {
  for (let look = 1; ; look++) {
    try {
      const found = await findTasks(ctx, { access, cluster, withStopped: false });
      if (found.size > 0 || look === LOOKS) return [...found];
    } catch (error) {
      if (errorName(error) === "ClusterNotFoundException") return [];
      throw failureOf(error, { access, service: "ecs", action: "ecs:ListTasks" });
    }
    await sleep(PAUSE_MILLIS, undefined, { signal: ctx.signal });
  }
}

interface OneTask {
  readonly cluster: string;
  readonly arn: string;
}

async function stop(ctx: JobContext, access: AwsAccess, { cluster, arn }: OneTask): Promise<void> {
  const client = await ecsClient(access);
  const { StopTaskCommand } = await import("@aws-sdk/client-ecs");
  const reason = `stopped by Momiji: ${ctx.dagId} ${ctx.runId} ${ctx.taskId}`.slice(0, LONGEST_REASON);
  try {
    await client.send(new StopTaskCommand({ cluster, task: arn, reason }), { abortSignal: ctx.signal });
  } catch (error) {
    if (!isGone(error)) throw failureOf(error, { access, service: "ecs", action: "ecs:StopTask" });
  }
}

function isGone(error: unknown): boolean {
  const name = errorName(error);
  if (name === "ClusterNotFoundException") return true;
  return /^(InvalidParameterException|ClientException)$/.test(name) && /task.* not found/i.test(errorMessage(error));
}

async function stopped(ctx: JobContext, access: AwsAccess, { cluster, arn }: OneTask): Promise<void> {
  const poller = await pollerOf(access, cluster);
  const contact = new Contact(ctx, { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: true });
  const call = { access, service: "ecs", action: "ecs:DescribeTasks" } as const;
  const watch = new Watch(ctx, { id: arn, kind: TASKS, poller, contact, call, isNew: false });
  try {
    await watch.until(() => watch.isOver);
  } catch (error) {
    // What ran in a cluster that was deleted does not run any more.
    if (error instanceof JobFailure && error.facts.code === "cluster_missing") return;
    throw error;
  } finally {
    watch.close();
  }
  if (!watch.isOver) throw new Error(`whether the task ${arn} has ended is not known`);
}
