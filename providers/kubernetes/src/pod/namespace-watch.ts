/**
 * One watch of all the pods of a namespace that Momiji started, and one of the events about pods, for everybody who follows one of
 * them: the API server sees one watcher, not one for each pod.
 */
import { isRefusal } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { listAndWatch, type WatchSink } from "../client/list-watch.ts";
import type { CoreEvent, Pod } from "../client/objects.ts";
import { ATTEMPT_LABEL } from "./pod-names.ts";

export interface PodFollower {
  changed(pod: Pod): void;
  /** It is not there, it seems: to be asked for by name. */
  missed(): void;
  event(event: CoreEvent): void;
  /** Null: all is well again. */
  troubled(error: Error | null): void;
  /** The watch cannot go on. */
  failed(error: Error): void;
}

const watches = new WeakMap<Cluster, Map<string, NamespaceWatch>>();

/** The function that is returned ends it. */
export function followPodByName(
  cluster: Cluster,
  { namespace, name, follower }: { namespace: string; name: string; follower: PodFollower },
): () => void {
  const ofCluster = watches.getOrInsertComputed(cluster, () => new Map<string, NamespaceWatch>());
  const watch = ofCluster.getOrInsertComputed(namespace, () => new NamespaceWatch(cluster, namespace));
  watch.add(name, follower);
  return () => {
    if (watch.remove(name, follower) === 0) ofCluster.delete(namespace);
  };
}

class NamespaceWatch {
  readonly #followers = new Map<string, Set<PodFollower>>();
  readonly #stop = new AbortController();
  #failure: Error | null = null;

  constructor(cluster: Cluster, namespace: string) {
    const base = `/api/v1/namespaces/${namespace}`;
    const { signal } = this.#stop;
    const pods = { path: `${base}/pods`, query: { labelSelector: ATTEMPT_LABEL } };
    const events = { path: `${base}/events`, query: { fieldSelector: "involvedObject.kind=Pod" } };
    void listAndWatch(cluster, { watched: pods, sink: this.#pods(), signal }).catch((error: unknown) => {
      this.#failure = error as Error;
      for (const follower of this.#all()) follower.failed(this.#failure);
    });
    void listAndWatch(cluster, { watched: events, sink: this.#events(), signal }).catch((error: unknown) => {
      // Words of Kubernetes about a pod are good to have, not needed.
      if (isRefusal(error)) for (const follower of this.#all()) follower.event(unreadable(error as Error));
    });
  }

  add(name: string, follower: PodFollower): void {
    const known = this.#followers.get(name);
    if (known === undefined) this.#followers.set(name, new Set([follower]));
    else known.add(follower);
    if (this.#failure !== null) follower.failed(this.#failure);
  }

  /** How many are left. */
  remove(name: string, follower: PodFollower): number {
    const known = this.#followers.get(name);
    known?.delete(follower);
    if (known?.size === 0) this.#followers.delete(name);
    if (this.#followers.size === 0) this.#stop.abort();
    return this.#followers.size;
  }

  #pods(): WatchSink<Pod> {
    return {
      listed: (pods) => {
        for (const pod of pods) this.#tell(pod);
        const there = new Set(pods.map((pod) => pod.metadata.name));
        for (const [name, followers] of this.#followers) {
          if (!there.has(name)) for (const follower of followers) follower.missed();
        }
      },
      changed: (pod) => this.#tell(pod),
      deleted: (pod) => {
        this.#tell(pod);
        for (const follower of this.#of(pod.metadata.name)) follower.missed();
      },
      troubled: (error) => this.#trouble(error),
      recovered: () => this.#trouble(null),
    };
  }

  #events(): WatchSink<CoreEvent> {
    const tell = (event: CoreEvent): void => {
      for (const follower of this.#of(event.involvedObject.name)) follower.event(event);
    };
    return {
      listed: (events) => {
        for (const event of events) tell(event);
      },
      changed: tell,
      deleted: () => undefined,
      troubled: () => undefined,
      recovered: () => undefined,
    };
  }

  #tell(pod: Pod): void {
    for (const follower of this.#of(pod.metadata.name)) follower.changed(pod);
  }

  #trouble(error: Error | null): void {
    for (const follower of this.#all()) follower.troubled(error);
  }

  #of(name: string | undefined): readonly PodFollower[] {
    return [...(this.#followers.get(name ?? "") ?? [])];
  }

  #all(): readonly PodFollower[] {
    return [...this.#followers.values()].flatMap((followers) => [...followers]);
  }
}

function unreadable(error: Error): CoreEvent {
  return { metadata: {}, involvedObject: {}, type: "Normal", reason: "no events", message: error.message };
}
