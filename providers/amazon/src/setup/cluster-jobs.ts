/** `ecsCreateCluster` and `ecsDeleteCluster`. What they have done stays done when the task is cancelled. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "@aws-sdk/client-ecs";
import type { Json } from "@momiji/core";
import { JobFailure, type JobContext, type JobEnd, type JobOperatorDefinition } from "@momiji/sdk";
import { errorName } from "../client/aws-error.ts";
import type { AccessParams } from "../connection/access-params.ts";
import { ECS_ERRORS, remedyOf } from "../errors.ts";
import { type EcsCall, ecsCalls } from "./ecs-calls.ts";
import { preflightSetup } from "./preflight-setup.ts";
import {
  type CreateClusterParams,
  type DeleteClusterParams,
  WAITER_DEFAULTS,
  type WaiterParams,
} from "./setup-params.ts";

/** Name or ARN. */
export type ClusterHandle = { readonly cluster: string };

export const ecsCreateClusterJob: JobOperatorDefinition<CreateClusterParams, ClusterHandle> = {
  name: "ecsCreateCluster",
  templateFields: ["clusterName", "createClusterOptions", "connection", "region"],
  /** ECS gives the cluster that is there, if there is one of that name. */
  async launch(ctx, params) {
    const call = await ecsCalls(ctx, params);
    const { CreateClusterCommand } = await import("@aws-sdk/client-ecs");
    const command = new CreateClusterCommand({ ...params.createClusterOptions, clusterName: params.clusterName });
    const { cluster } = await call("ecs:CreateCluster", (client, options) => client.send(command, options));
    ctx.say(`cluster ${params.clusterName} is ${cluster?.status ?? "being made"}`);
    return { cluster: cluster?.clusterArn ?? params.clusterName };
  },
  follow: (ctx, { params, handle }) => awaitStatus(ctx, { params, handle, wanted: "ACTIVE" }),
  cancel: async () => undefined,
  preflight: (ctx, params) =>
    preflightSetup(ctx, params, [
      { action: "ecs:CreateCluster", resource: "*" },
      { action: "ecs:DescribeClusters", resource: `cluster/${params.clusterName}` },
    ]),
};

export const ecsDeleteClusterJob: JobOperatorDefinition<DeleteClusterParams, ClusterHandle> = {
  name: "ecsDeleteCluster",
  templateFields: ["clusterName", "connection", "region"],
  /** One that is not there is no failure: an earlier launch may have deleted it, and its worker died. */
  async launch(ctx, params) {
    const call = await ecsCalls(ctx, params);
    const { DeleteClusterCommand } = await import("@aws-sdk/client-ecs");
    const command = new DeleteClusterCommand({ cluster: params.clusterName });
    const cluster = await call("ecs:DeleteCluster", async (client, options) => {
      try {
        return (await client.send(command, options)).cluster ?? null;
      } catch (error) {
        if (errorName(error) !== "ClusterNotFoundException") throw error;
        return null;
      }
    });
    if (cluster === null)
      ctx.say(`there is no cluster ${params.clusterName}, so that there is nothing to delete`, "warning");
    else ctx.say(`cluster ${params.clusterName} is ${cluster.status ?? "being deleted"}`);
    return { cluster: cluster?.clusterArn ?? params.clusterName };
  },
  follow: (ctx, { params, handle }) => awaitStatus(ctx, { params, handle, wanted: "INACTIVE" }),
  cancel: async () => undefined,
  preflight: (ctx, params) =>
    preflightSetup(ctx, params, [
      { action: "ecs:DeleteCluster", resource: `cluster/${params.clusterName}` },
      { action: "ecs:DescribeClusters", resource: `cluster/${params.clusterName}` },
    ]),
};

interface Awaited {
  readonly params: AccessParams & WaiterParams;
  readonly handle: ClusterHandle;
  readonly wanted: "ACTIVE" | "INACTIVE";
}

/** The cluster as ECS describes it, which is the task's output. */
async function awaitStatus(ctx: JobContext, { params, handle, wanted }: Awaited): Promise<JobEnd<Json>> {
  const { waitForCompletion = true, waiterDelaySeconds, waiterMaxAttempts } = { ...WAITER_DEFAULTS, ...params };
  const call = await ecsCalls(ctx, params);
  for (let looks = 1; ; looks += 1) {
    const cluster = await describe(call, handle);
    const { status = "INACTIVE" } = cluster;
    if (status === wanted || !waitForCompletion)
      return { outcome: { kind: "success" }, value: JSON.parse(JSON.stringify(cluster)) as Json };
    if (status === "FAILED") throw notReady(handle, "it is FAILED: a capacity provider of it cannot be made");
    if (looks >= waiterMaxAttempts) throw notReady(handle, `after ${looks} looks it is ${status}, not ${wanted}`);
    ctx.say(`cluster ${handle.cluster} is ${status}, not yet ${wanted}`);
    await sleep(waiterDelaySeconds * 1000, null, { signal: ctx.signal }).catch(() => {});
    // Nobody waits for the answer any more.
    if (ctx.signal.aborted) return { outcome: { kind: "success" } };
  }
}

/** One that ECS does not know any more is as good as inactive. */
async function describe(call: EcsCall, { cluster }: ClusterHandle): Promise<Cluster> {
  const { DescribeClustersCommand } = await import("@aws-sdk/client-ecs");
  const command = new DescribeClustersCommand({ clusters: [cluster] });
  const { clusters = [] } = await call("ecs:DescribeClusters", (client, options) => client.send(command, options));
  const isArn = cluster.startsWith("arn:");
  return clusters[0] ?? { ...(isArn ? { clusterArn: cluster } : { clusterName: cluster }), status: "INACTIVE" };
}

function notReady({ cluster }: ClusterHandle, what: string): JobFailure {
  const code = "cluster_not_ready";
  return new JobFailure(`${ECS_ERRORS[code].meaning}: ${cluster}: ${what}`, { code, detail: remedyOf(code) });
}
