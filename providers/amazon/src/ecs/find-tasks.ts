/** Finds the tasks that were started for an attempt, by `startedBy`. */
import type { JobContext } from "@momiji/sdk";
import { ecsClient } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { startedBy } from "./launch/run-request.ts";

export interface TaskSearch {
  readonly access: AwsAccess;
  readonly cluster: string;
  /** True: those that have ended too, which ECS shows for an hour or so. */
  readonly withStopped: boolean;
}

/** Throws what the SDK throws. Running ones are asked for first: one that ends meanwhile is among the stopped ones. */
export async function findTasks(ctx: JobContext, { access, cluster, withStopped }: TaskSearch): Promise<Set<string>> {
  const client = await ecsClient(access);
  const { ListTasksCommand } = await import("@aws-sdk/client-ecs");
  const found = new Set<string>();
  for (const desiredStatus of withStopped ? (["RUNNING", "STOPPED"] as const) : (["RUNNING"] as const)) {
    let nextToken: string | undefined;
    do {
      const command = new ListTasksCommand({ cluster, startedBy: startedBy(ctx), desiredStatus, nextToken });
      const answer = await client.send(command, { abortSignal: ctx.signal });
      for (const arn of answer.taskArns ?? []) found.add(arn);
      nextToken = answer.nextToken;
    } while (nextToken !== undefined && nextToken !== "");
  }
  return found;
}
