/** The clusters that this process talks to: jobs of the same cluster share its connections and its watch. */
import { createHash } from "node:crypto";
import { JobFailure, type TaskContext, taskSignalOf } from "@momiji/sdk";
import { Cluster } from "./cluster.ts";
import type { ClusterAccess } from "./cluster-access.ts";
import { type AccessParams, findAccess } from "./find-access.ts";

const clusters = new Map<string, Cluster>();

/** Throws an `Error` in words if none is configured. The namespace is the cluster's default one: params may name another. */
export async function clusterOf(
  ctx: Pick<TaskContext, "connections" | "maskSecret">,
  params: AccessParams,
): Promise<Cluster> {
  const access = await findAccess(ctx, params);
  const key = await identityOf(access);
  const known = clusters.get(key);
  if (known !== undefined) return known;
  const cluster = new Cluster(access);
  clusters.set(key, cluster);
  return cluster;
}

/** What a start needs before it asks the cluster for anything: where that fails, nothing was started, and nothing is left to end. */
export async function beforeStart<Plan>(plan: () => Promise<Plan>): Promise<Plan> {
  try {
    return await plan();
  } catch (error) {
    if (taskSignalOf(error) !== null) throw error;
    throw new JobFailure((error as Error).message, { code: "configuration", nothingStarted: true });
  }
}

/** Equal for what may share connections; credentials that come from a file or a command are looked up by each request anyway. */
async function identityOf({ credentials, ...access }: ClusterAccess): Promise<string> {
  const given = access.origin.startsWith("the connection") ? await credentials() : {};
  return createHash("sha256")
    .update(JSON.stringify([access, given]))
    .digest("hex");
}
