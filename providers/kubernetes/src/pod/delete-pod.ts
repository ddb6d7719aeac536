/** Ends a pod and waits until it is gone. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import { ApiError, isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import type { Pod } from "../client/objects.ts";
import type { PodIdentity } from "./pod-view.ts";

export interface Deletion {
  readonly cluster: Cluster;
  readonly pod: PodIdentity;
  /** From the request to stop to the kill. */
  readonly graceSeconds: number;
}

/** What a kubelet needs beside the grace to take a pod away. */
const KUBELET_MILLIS = 60_000;
const POLL_MILLIS = 250;

/**
 * Also if it is gone already. A pod on a node that does not answer never goes by itself: it is then taken out of the API, which
 * is said. Throws if the API server cannot be asked.
 */
export async function deletePod(ctx: Pick<JobContext, "say" | "signal">, deletion: Deletion): Promise<void> {
  const { graceSeconds, pod } = deletion;
  if (await askToDelete(deletion, graceSeconds)) return;
  if (await isGoneWithin(ctx, deletion, graceSeconds * 1000 + KUBELET_MILLIS)) return;
  ctx.say(
    `the pod ${pod.namespace}/${pod.name} was not ended by its node in time, and is now taken out of the API: its containers may still run there`,
    "warning",
  );
  if (await askToDelete(deletion, 0)) return;
  if (!(await isGoneWithin(ctx, deletion, KUBELET_MILLIS)))
    throw new Error(`the pod ${pod.namespace}/${pod.name} cannot be deleted: a finalizer holds it`);
}

/** True: there is no such pod. */
async function askToDelete({ cluster, pod }: Deletion, gracePeriodSeconds: number): Promise<boolean> {
  const body = { apiVersion: "v1", kind: "DeleteOptions", gracePeriodSeconds, preconditions: { uid: pod.uid } };
  try {
    await cluster.call({ method: "DELETE", path: pathOf(pod), body });
    return false;
  } catch (error) {
    // 409: another pod has taken the name.
    if (isNotFound(error) || (error instanceof ApiError && error.status === 409)) return true;
    throw error;
  }
}

async function isGoneWithin(
  ctx: Pick<JobContext, "signal">,
  { cluster, pod }: Deletion,
  millis: number,
): Promise<boolean> {
  const end = performance.now() + millis;
  while (performance.now() < end) {
    try {
      const now = await cluster.call<Pod>({ method: "GET", path: pathOf(pod) });
      if (now.metadata.uid !== pod.uid) return true;
    } catch (error) {
      if (isNotFound(error)) return true;
      throw error;
    }
    await sleep(POLL_MILLIS, null, { signal: ctx.signal });
  }
  return false;
}

function pathOf({ namespace, name }: PodIdentity): string {
  return `/api/v1/namespaces/${namespace}/pods/${name}`;
}
