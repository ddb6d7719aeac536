/** What there is, and ever was, of the pods and Jobs of each attempt: asked at the API, past the operators. */
import { EventEmitter, once } from "node:events";
import type { Cluster } from "../client/cluster.ts";
import { listAndWatch } from "../client/list-watch.ts";
import type { ApiObject, ObjectList } from "../client/objects.ts";
import { ATTEMPT_LABEL } from "../pod/pod-names.ts";

/** Kinds by the place where they are. */
const PLACES = { pods: "/api/v1", jobs: "/apis/batch/v1" } as const;
type Kind = keyof typeof PLACES;

export class AttemptObjects {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #stop = new AbortController();
  /** Ids of all that were ever there, by kind and attempt. */
  readonly #seen = new Map<string, Set<string>>();
  readonly #watched = new EventEmitter().setMaxListeners(0);

  constructor(cluster: Cluster, namespace: string) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    for (const kind of kinds) this.#watch(kind);
  }

  /** How many were ever there, of the kind of which there were most: of both there should be one. */
  async started(attemptId: string): Promise<number> {
    for (const kind of kinds) await this.#list(kind, attemptId);
    return Math.max(...kinds.map((kind) => this.#idsOf(kind, attemptId).size));
  }

  /** How many pods there ever were of each attempt of which there was one. */
  podsByAttempt(): number[] {
    return [...this.#seen].filter(([key]) => key.startsWith("pods ")).map(([, ids]) => ids.size);
  }

  /** Names of what stays. What is being deleted is waited for: the node takes its time, whoever asked for it. */
  async left(attemptId: string): Promise<string[]> {
    for (;;) {
      const gone = once(this.#watched, "deleted", { signal: this.#stop.signal });
      gone.catch(() => undefined);
      const objects = (await Promise.all(kinds.map((kind) => this.#list(kind, attemptId)))).flat();
      const isGoing = objects.some(({ metadata }) => metadata.deletionTimestamp !== undefined);
      if (!isGoing) return objects.map(({ metadata }) => metadata.name ?? "");
      await gone;
    }
  }

  /** Takes everything of the attempt away at once. */
  async remove(attemptId: string): Promise<void> {
    for (const kind of kinds.toReversed()) {
      for (const { metadata } of await this.#list(kind, attemptId)) {
        const path = `${this.#path(kind)}/${metadata.name}`;
        const body = {
          apiVersion: "v1",
          kind: "DeleteOptions",
          gracePeriodSeconds: 0,
          propagationPolicy: "Background",
        };
        await this.#cluster.call({ method: "DELETE", path, body });
      }
    }
  }

  close(): void {
    this.#stop.abort();
  }

  async #list(kind: Kind, attemptId: string): Promise<readonly ApiObject[]> {
    const query = { labelSelector: `${ATTEMPT_LABEL}=${attemptId}` };
    const path = this.#path(kind);
    const { items } = await this.#cluster.call<ObjectList<ApiObject>>({ method: "GET", path, query });
    for (const object of items) this.#remember(kind, object);
    return items;
  }

  #watch(kind: Kind): void {
    const remember = (object: ApiObject): void => this.#remember(kind, object);
    const nothing = (): void => undefined;
    const sink = {
      listed: (objects: readonly ApiObject[]) => objects.forEach(remember),
      changed: remember,
      deleted: (object: ApiObject) => {
        remember(object);
        this.#watched.emit("deleted");
      },
      troubled: nothing,
      recovered: nothing,
    };
    void listAndWatch(this.#cluster, {
      watched: { path: this.#path(kind), query: {} },
      sink,
      signal: this.#stop.signal,
    });
  }

  #remember(kind: Kind, { metadata: { labels = {}, uid = "" } }: ApiObject): void {
    this.#idsOf(kind, labels[ATTEMPT_LABEL] ?? "").add(uid);
  }

  #idsOf(kind: Kind, attemptId: string): Set<string> {
    return this.#seen.getOrInsertComputed(`${kind} ${attemptId}`, () => new Set<string>());
  }

  #path(kind: Kind): string {
    return `${PLACES[kind]}/namespaces/${this.#namespace}/${kind}`;
  }
}

const kinds = Object.keys(PLACES) as readonly Kind[];
