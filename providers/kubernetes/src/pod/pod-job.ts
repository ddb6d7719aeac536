/** `kubernetesPod` as the job operator that it is. */
import type { JobContext, JobOperatorDefinition } from "@momiji/sdk";
import { beforeStart, clusterOf } from "../client/clusters.ts";
import { ApiError, isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { Contact } from "../client/contact.ts";
import type { Pod } from "../client/objects.ts";
import { failureOf } from "../client/refusal-words.ts";
import { buildPod } from "./build-pod.ts";
import { deletePod } from "./delete-pod.ts";
import { followPod } from "./follow-pod.ts";
import { ATTEMPT_LABEL, labelValue } from "./pod-names.ts";
import { DEFAULTS, type KubernetesPodParams } from "./pod-params.ts";
import { preflightPod } from "../preflight/preflight-pod.ts";
import { POD_TEMPLATE_FIELDS } from "./param-names.ts";

/** Finds the pod again from anywhere. */
export type PodHandle = {
  /** Of the cluster that it is on. */
  readonly server: string;
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
};

/** How long a start may wait for an API server that is away. */
const LAUNCH_PATIENCE_MILLIS = 120_000;

export const kubernetesPodJob: JobOperatorDefinition<KubernetesPodParams, PodHandle> = {
  name: "kubernetesPod",
  templateFields: POD_TEMPLATE_FIELDS,
  launch: launchPod,
  follow: async (ctx, { params, handle }) => followPod(ctx, { params, handle, cluster: await clusterOf(ctx, params) }),
  async cancel(ctx, { params, handle }) {
    const cluster = await clusterOf(ctx, params);
    const graceSeconds = params.terminationGracePeriodSeconds ?? Math.ceil(ctx.graceMillis / 1000);
    for (const pod of await podsToEnd(ctx, { cluster, params, handle }))
      await deletePod(ctx, { cluster, pod, graceSeconds });
  },
  async release(ctx, { params, handle, outcome }) {
    const { onFinish = DEFAULTS.onFinish } = params;
    if (onFinish === "keep" || (onFinish === "deleteOnSuccess" && outcome !== "success")) return;
    const cluster = await clusterOf(ctx, params);
    for (const pod of await podsToEnd(ctx, { cluster, params, handle }))
      await deletePod(ctx, { cluster, pod, graceSeconds: 1 });
  },
  preflight: preflightPod,
};

async function launchPod(ctx: JobContext, params: KubernetesPodParams): Promise<PodHandle> {
  const { cluster, namespace, name, pod } = await beforeStart(async () => {
    const found = await clusterOf(ctx, params);
    return { cluster: found, ...buildPod(ctx, params, found.access.namespace) };
  });
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const contact = new Contact(ctx, { patienceMillis: LAUNCH_PATIENCE_MILLIS, waitsOutRefusals: false });
  try {
    const made = await contact.ask(() => cluster.call<Pod>({ method: "POST", path, body: pod, signal: ctx.signal }));
    ctx.say(`pod ${namespace}/${name} created at ${cluster.access.server}`);
    return handleOf(cluster, made);
  } catch (error) {
    if (!(error instanceof ApiError && error.reason === "AlreadyExists")) {
      throw failureOf(error, { what: `the pod ${namespace}/${name} cannot be created`, cluster });
    }
    const there = await contact.ask(() =>
      cluster.call<Pod>({ method: "GET", path: `${path}/${name}`, signal: ctx.signal }),
    );
    if (there.metadata.labels?.[ATTEMPT_LABEL] !== labelValue(ctx.attemptId)) {
      throw failureOf(new ApiError(409, "there is a pod of that name, of somebody else"), {
        what: `the pod ${namespace}/${name} cannot be created`,
        cluster,
      });
    }
    return handleOf(cluster, there);
  }
}

function handleOf(cluster: Cluster, { metadata }: Pod): PodHandle {
  const { namespace = "", name = "", uid = "" } = metadata;
  return { server: cluster.access.server, namespace, name, uid };
}

interface EndOf {
  readonly cluster: Cluster;
  readonly params: KubernetesPodParams;
  readonly handle: PodHandle | null;
}

/** Without a handle the pod is known by the name that `launch` gave it, and by the attempt. */
async function podsToEnd(ctx: JobContext, { cluster, params, handle }: EndOf): Promise<readonly PodHandle[]> {
  if (handle !== null) return [handle];
  const { namespace, name } = buildPod(ctx, params, cluster.access.namespace);
  try {
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    const pod = await cluster.call<Pod>({ method: "GET", path });
    return pod.metadata.labels?.[ATTEMPT_LABEL] === labelValue(ctx.attemptId) ? [handleOf(cluster, pod)] : [];
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}
