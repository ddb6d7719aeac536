/**
 * A node without containers, beside a real API server: for what a real kubelet does not show on demand, and for many pods. It takes
 * the pods of one namespace, and plays what the annotation `fake/script` says, step by step.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { Cluster } from "../client/cluster.ts";
import { listAndWatch } from "../client/list-watch.ts";
import type { ContainerState, Pod } from "../client/objects.ts";
import { FakeLog, serveLog } from "./fake-log.testing.ts";

/** What happens to the pod, in this order. */
export type Step =
  | { readonly line: string; readonly container?: string }
  | { readonly lines: number }
  | { readonly millis: number }
  /** Until the test says `go` of that name. */
  | { readonly hold: string }
  | { readonly waiting: { readonly reason: string; readonly message?: string } }
  | { readonly run: true }
  | { readonly exit: number; readonly reason?: string; readonly message?: string }
  | { readonly status: object }
  /** All who read its log are cut off. */
  | { readonly cut: true }
  | { readonly event: { readonly reason: string; readonly message: string; readonly type?: string } }
  /** From here on the log cannot be read. */
  | { readonly noLog: true };

export function script(...steps: Step[]): { readonly [name: string]: string } {
  return { "fake/script": JSON.stringify(steps) };
}

interface Played {
  readonly pod: Pod;
  readonly log: FakeLog;
  readonly stop: AbortController;
}

export class FakeKubelet {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #node: string;
  readonly #stop = new AbortController();
  readonly #played = new Map<string, Played>();
  readonly #holds = new Map<string, PromiseWithResolvers<void>>();
  #server: Server | null = null;
  /** Pods that were ever bound to this node, by name: what was started. */
  readonly started: string[] = [];

  private constructor(cluster: Cluster, namespace: string) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#node = `fake-${namespace}`;
  }

  static async start(cluster: Cluster, { dir, namespace }: { dir: string; namespace: string }): Promise<FakeKubelet> {
    const kubelet = new FakeKubelet(cluster, namespace);
    await kubelet.#join(dir);
    const watched = { path: `/api/v1/namespaces/${namespace}/pods`, query: {} };
    const seen = (pod: Pod): void => void kubelet.#seen(pod).catch(() => undefined);
    const sink = {
      listed: (pods: readonly Pod[]) => pods.forEach(seen),
      changed: seen,
      deleted: (pod: Pod) => void kubelet.#played.delete(pod.metadata.uid ?? ""),
      troubled: () => undefined,
      recovered: () => undefined,
    };
    void listAndWatch(cluster, { watched, sink, signal: kubelet.#stop.signal });
    return kubelet;
  }

  /** Lets pods go on that hold at this name. */
  go(name: string): void {
    this.#hold(name).resolve();
  }

  async end(): Promise<void> {
    this.#stop.abort();
    this.#server?.closeAllConnections();
    this.#server?.close();
    await this.#cluster.call({ method: "DELETE", path: `/api/v1/nodes/${this.#node}` });
  }

  async #join(dir: string): Promise<void> {
    const pem = (name: string): string => readFileSync(`${dir}/pki/${name}`, "utf8");
    const server = createServer({ key: pem("api.key"), cert: pem("api.crt") }, (request, response) => {
      const url = new URL(request.url ?? "", "https://kubelet");
      const [, , , name, container] = url.pathname.split("/");
      const played = [...this.#played.values()].find(({ pod }) => pod.metadata.name === name);
      void serveLog({ log: played?.log, container: container ?? "", query: url.searchParams, response });
    });
    this.#server = server;
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, "127.0.0.1", resolve);
    await promise;
    const metadata = { name: this.#node, labels: { fake: this.#namespace } };
    await this.#cluster.call({
      method: "POST",
      path: "/api/v1/nodes",
      // The real scheduler, where there is one, gives it no pods of others.
      body: { apiVersion: "v1", kind: "Node", metadata, spec: { unschedulable: true } },
    });
    const room = { cpu: "64", memory: "256Gi", pods: "5000" };
    await this.#patch(`/api/v1/nodes/${this.#node}/status`, {
      addresses: [{ type: "Hostname", address: "localhost" }],
      daemonEndpoints: { kubeletEndpoint: { Port: (server.address() as AddressInfo).port } },
      capacity: room,
      allocatable: room,
    });
  }

  async #seen(pod: Pod): Promise<void> {
    const uid = pod.metadata.uid ?? "";
    if (pod.metadata.deletionTimestamp !== undefined) return await this.#remove(pod);
    if (this.#played.has(uid)) return;
    const played = { pod, log: new FakeLog(), stop: new AbortController() };
    this.#played.set(uid, played);
    const steps = JSON.parse(pod.metadata.annotations?.["fake/script"] ?? '[{"run":true},{"exit":0}]') as Step[];
    if (pod.spec.nodeName === undefined && !steps.some((step) => "status" in step && "conditions" in step.status))
      await this.#bind(pod);
    this.started.push(pod.metadata.name ?? "");
    for (const step of steps) {
      if (played.stop.signal.aborted) return;
      await Promise.race([this.#play(played, step), aborted(played.stop.signal)]);
    }
  }

  async #bind({ metadata: { name = "" } }: Pod): Promise<void> {
    const body = { apiVersion: "v1", kind: "Binding", metadata: { name }, target: { kind: "Node", name: this.#node } };
    await this.#cluster.call({ method: "POST", path: `${this.#path(name)}/binding`, body });
  }

  /** As a kubelet does: the containers end, then the pod is taken out of the API. */
  async #remove(pod: Pod): Promise<void> {
    const played = this.#played.get(pod.metadata.uid ?? "");
    if (played?.stop.signal.aborted !== false) return;
    played.stop.abort();
    await this.#end(played, { exitCode: 143, reason: "Error" });
    const body = {
      apiVersion: "v1",
      kind: "DeleteOptions",
      gracePeriodSeconds: 0,
      preconditions: { uid: pod.metadata.uid },
    };
    await this.#cluster.call({ method: "DELETE", path: this.#path(pod.metadata.name ?? ""), body });
  }

  async #play(played: Played, step: Step): Promise<void> {
    const { log, pod } = played;
    const base = pod.spec.containers[0]?.name ?? "";
    if ("line" in step) log.write(step.container ?? base, step.line);
    else if ("lines" in step) for (let index = 1; index <= step.lines; index += 1) log.write(base, `line ${index}`);
    else if ("millis" in step) await new Promise((resolve) => setTimeout(resolve, step.millis));
    else if ("hold" in step) await this.#hold(step.hold).promise;
    else if ("waiting" in step) await this.#state(played, { waiting: step.waiting }, { phase: "Pending" });
    else if ("run" in step) await this.#state(played, { running: { startedAt: log.now() } }, { phase: "Running" });
    else if ("exit" in step)
      await this.#end(played, { exitCode: step.exit, reason: step.reason, message: step.message });
    else if ("status" in step) await this.#patch(`${this.#path(pod.metadata.name ?? "")}/status`, step.status);
    else if ("cut" in step) log.cut();
    else if ("noLog" in step) log.isLost = true;
    else await this.#event(pod, step.event);
  }

  async #end(
    played: Played,
    { exitCode, reason = exitCode === 0 ? "Completed" : "Error", message }: EndOfContainer,
  ): Promise<void> {
    played.log.close();
    const ended = { exitCode, reason, startedAt: played.log.now(), finishedAt: played.log.now() };
    const state = { terminated: { ...ended, ...(message === undefined ? {} : { message }) } };
    await this.#state(played, state, { phase: exitCode === 0 ? "Succeeded" : "Failed" });
  }

  async #state({ pod }: Played, state: ContainerState | object, { phase }: { phase: string }): Promise<void> {
    const containerStatuses = pod.spec.containers.map(({ name, image }) => {
      return { name, image, imageID: "", ready: "running" in state, restartCount: 0, state };
    });
    await this.#patch(`${this.#path(pod.metadata.name ?? "")}/status`, { phase, containerStatuses });
  }

  async #event(
    { metadata }: Pod,
    { reason, message, type = "Normal" }: { reason: string; message: string; type?: string },
  ): Promise<void> {
    const path = `/api/v1/namespaces/${this.#namespace}/events`;
    const { name, uid, namespace } = metadata;
    const involvedObject = { apiVersion: "v1", kind: "Pod", name, uid, namespace };
    const body = {
      apiVersion: "v1",
      kind: "Event",
      metadata: { generateName: "fake-" },
      involvedObject,
      reason,
      message,
      type,
    };
    await this.#cluster.call({ method: "POST", path, body });
  }

  async #patch(path: string, status: object): Promise<void> {
    const contentType = "application/merge-patch+json";
    await this.#cluster.call({ method: "PATCH", path, body: { status }, contentType });
  }

  #hold(name: string): PromiseWithResolvers<void> {
    return this.#holds.getOrInsertComputed(name, () => Promise.withResolvers<void>());
  }

  #path(name: string): string {
    return `/api/v1/namespaces/${this.#namespace}/pods/${name}`;
  }
}

interface EndOfContainer {
  readonly exitCode: number;
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
}

async function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => resolve(), { once: true });
  await promise;
}
