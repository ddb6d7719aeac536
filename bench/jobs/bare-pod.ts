/** The least that a pod's first line takes: it is created, watched until its container has begun, and its log is read, by nothing more. */
import type { ObjectList, Pod } from "../../providers/kubernetes/src/client/objects.ts";
import type { Cluster } from "../../providers/kubernetes/src/client/cluster.ts";
import { linesOf } from "../../providers/kubernetes/src/client/lines.ts";

/** Where the pods of a benchmark live; others may use the cluster too. */
export interface PodPlace {
  readonly cluster: Cluster;
  readonly namespace: string;
}

const podsIn = ({ namespace }: PodPlace): string => `/api/v1/namespaces/${namespace}/pods`;

/** How many pods there are in the namespace. */
export async function podsLeft(place: PodPlace): Promise<number> {
  return (await place.cluster.call<ObjectList<Pod>>({ method: "GET", path: podsIn(place) })).items.length;
}

/** Milliseconds from the request that creates it to its first line; the pod is removed then. */
export async function barePodFirstLine(
  place: PodPlace,
  { image, command }: { image: string; command: readonly string[] },
): Promise<number> {
  const { cluster } = place;
  const pods = podsIn(place);
  const name = `bench-${crypto.randomUUID()}`;
  const spec = { restartPolicy: "Never", containers: [{ name: "base", image, command }] };
  const body = { apiVersion: "v1", kind: "Pod", metadata: { name }, spec };
  const start = performance.now();
  const made = await cluster.call<Pod>({ method: "POST", path: pods, body });
  await hasBegun(place, made);
  const path = `${pods}/${name}/log`;
  const log = await cluster.stream({ method: "GET", path, query: { follow: true, timestamps: true } });
  for await (const _line of linesOf(log, "kept")) break;
  const millis = performance.now() - start;
  await cluster.call({ method: "DELETE", path: `${pods}/${name}` });
  return millis;
}

async function hasBegun(place: PodPlace, { metadata: { name, resourceVersion } }: Pod): Promise<void> {
  const query = { watch: true, fieldSelector: `metadata.name=${name}`, resourceVersion };
  const stream = await place.cluster.stream({ method: "GET", path: podsIn(place), query });
  for await (const line of linesOf(stream, "dropped")) {
    const { object } = JSON.parse(line) as { readonly object: Pod };
    const state = object.status?.containerStatuses?.[0]?.state;
    if (state?.running !== undefined || state?.terminated !== undefined) return;
  }
}
