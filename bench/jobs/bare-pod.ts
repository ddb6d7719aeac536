/** The least that a pod's first line takes: it is created, watched until its container has begun, and its log is read, by nothing more. */
import type { ObjectList, Pod } from "../../providers/kubernetes/src/client/objects.ts";
import { Cluster } from "../../providers/kubernetes/src/client/cluster.ts";
import { accessOf, kubeconfigFile } from "../../providers/kubernetes/src/client/kubeconfig.ts";
import { linesOf } from "../../providers/kubernetes/src/client/lines.ts";

const PODS = "/api/v1/namespaces/default/pods";

const clusters = new Map<string, Cluster>();

async function clusterOf(kubeconfig: string): Promise<Cluster> {
  const cluster = clusters.get(kubeconfig) ?? new Cluster(await accessOf([await kubeconfigFile(kubeconfig)]));
  clusters.set(kubeconfig, cluster);
  return cluster;
}

/** How many pods there are, of whomever. */
export async function podsLeft(kubeconfig: string): Promise<number> {
  const cluster = await clusterOf(kubeconfig);
  return (await cluster.call<ObjectList<Pod>>({ method: "GET", path: PODS })).items.length;
}

/** Milliseconds from the request that creates it to its first line; the pod is removed then. */
export async function barePodFirstLine(
  kubeconfig: string,
  { image, command }: { image: string; command: readonly string[] },
): Promise<number> {
  const cluster = await clusterOf(kubeconfig);
  const name = `bench-${crypto.randomUUID()}`;
  const spec = { restartPolicy: "Never", containers: [{ name: "base", image, command }] };
  const body = { apiVersion: "v1", kind: "Pod", metadata: { name }, spec };
  const start = performance.now();
  const made = await cluster.call<Pod>({ method: "POST", path: PODS, body });
  await hasBegun(cluster, made);
  const path = `${PODS}/${name}/log`;
  const log = await cluster.stream({ method: "GET", path, query: { follow: true, timestamps: true } });
  for await (const _line of linesOf(log, "kept")) break;
  const millis = performance.now() - start;
  await cluster.call({ method: "DELETE", path: `${PODS}/${name}` });
  return millis;
}

async function hasBegun(cluster: Cluster, { metadata: { name, resourceVersion } }: Pod): Promise<void> {
  const query = { watch: true, fieldSelector: `metadata.name=${name}`, resourceVersion };
  const stream = await cluster.stream({ method: "GET", path: PODS, query });
  for await (const line of linesOf(stream, "dropped")) {
    const { object } = JSON.parse(line) as { readonly object: Pod };
    const state = object.status?.containerStatuses?.[0]?.state;
    if (state?.running !== undefined || state?.terminated !== undefined) return;
  }
}
