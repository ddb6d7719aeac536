/** Follows a pod to its end: why it does not start, its events, the logs of its containers, its outcome. */
import type { AttemptOutcome } from "@momiji/core";
import type { JobContext, JobEnd } from "@momiji/sdk";
import type { Cluster } from "../client/cluster.ts";
import { Contact } from "../client/contact.ts";
import { awaitStart } from "./await-start.ts";
import { readLog } from "./container-log.ts";
import { EventWords } from "./event-words.ts";
import { LogPositions } from "./log-position.ts";
import { podOutcome } from "./pod-outcome.ts";
import { baseName, DEFAULTS, type KubernetesPodParams } from "./pod-params.ts";
import { conditionOf, containerNames, hasBegun, hasEnded } from "./pod-state.ts";
import { type PodIdentity, PodView } from "./pod-view.ts";
import { readXCom } from "./read-xcom.ts";

export interface FollowedPod {
  readonly params: KubernetesPodParams;
  readonly handle: PodIdentity & { readonly server: string };
  readonly cluster: Cluster;
}

export async function followPod(ctx: JobContext, followed: FollowedPod): Promise<JobEnd> {
  const { params, handle, cluster } = followed;
  const patienceMillis = (params.apiTimeoutSeconds ?? DEFAULTS.apiTimeoutSeconds) * 1000;
  const contact = new Contact(ctx, { patienceMillis, waitsOutRefusals: true });
  const words = new EventWords(ctx, { isWanted: params.logEvents !== false, isResumed: ctx.position !== null });
  const view = await PodView.open(handle, {
    cluster,
    contact,
    signal: ctx.signal,
    onEvent: (event) => words.add(event),
  });
  try {
    return await new PodFollowing(ctx, { ...followed, contact, view, words }).end();
  } finally {
    view.close();
  }
}

interface Following extends FollowedPod {
  readonly contact: Contact;
  readonly view: PodView;
  readonly words: EventWords;
}

/** What a node may take, beside the grace, to end a pod that is to be deleted. */
const NODE_MILLIS = 30_000;

class PodFollowing {
  readonly #ctx: JobContext;
  readonly #all: Following;
  readonly #base: string;
  /** Aborted when no log need be waited for any longer. */
  readonly #over = new AbortController();
  /** Aborted when nothing more of any log is wanted. */
  readonly #stop = new AbortController();

  constructor(ctx: JobContext, all: Following) {
    this.#base = baseName(all.params);
    this.#ctx = ctx;
    this.#over.signal.addEventListener("abort", all.view.wake, { once: true });
    this.#all = all;
  }

  async end(): Promise<JobEnd> {
    const { view, params, words } = this.#all;
    const logs = this.#readLogs();
    try {
      const trouble = await awaitStart(this.#ctx, { view, params, words, base: this.#base });
      if (trouble !== null) {
        this.#over.abort();
        await logs.all;
        return { outcome: trouble };
      }
      const ended = logs.base.then(() => view.until(() => hasEnded(view.pod, this.#base)));
      const isLost = this.#isLost();
      if (await Promise.race([isLost, ended.then(() => false)])) return { outcome: this.#nodeLost() };
      await ended;
      this.#over.abort();
      await logs.all;
      return await this.#ended();
    } finally {
      this.#over.abort();
      this.#stop.abort();
      await logs.all.catch(() => undefined);
    }
  }

  #readLogs(): { readonly base: Promise<unknown>; readonly all: Promise<unknown> } {
    const { params, view, handle, contact, cluster } = this.#all;
    const positions = new LogPositions(this.#ctx.position);
    const read = (container: string): Promise<void> => {
      const source = container === this.#base ? "stdout" : container;
      const reading = {
        ctx: this.#ctx,
        signal: AbortSignal.any([this.#ctx.signal, this.#stop.signal]),
        cluster,
        contact,
        view,
        pod: handle,
        positions,
        container,
        key: container,
        source,
      };
      return readLog(reading, this.#over.signal);
    };
    const { init, main } = view.pod === null ? { init: [], main: [this.#base] } : containerNames(view.pod);
    const wanted = [
      ...chosen(params.initContainerLogs ?? [], init),
      ...chosen(params.containerLogs ?? [this.#base], main),
    ];
    const reads = new Map(wanted.map((name) => [name, params.getLogs === false ? Promise.resolve() : read(name)]));
    return { base: reads.get(this.#base) ?? Promise.resolve(), all: Promise.all(reads.values()) };
  }

  async #ended(): Promise<JobEnd> {
    const { view, params, cluster, contact } = this.#all;
    const { pod } = view;
    if (this.#ctx.signal.aborted) return { outcome: { kind: "cancelled", message: "no longer followed" } };
    if (pod === null || (view.isGone && !hasEnded(pod, this.#base))) return { outcome: this.#gone() };
    const outcome = podOutcome({ pod, base: this.#base, skipOnExitCode: [params.skipOnExitCode ?? []].flat() });
    if (outcome.kind !== "success" || params.xcom === undefined) return { outcome };
    return await readXCom({ signal: this.#ctx.signal, contact, cluster, pod, params });
  }

  /** True: the pod was to be deleted, its node has not ended it, and its time is over. Its log then has no end either. */
  async #isLost(): Promise<boolean> {
    const { view } = this.#all;
    const hasEndedNow = (): boolean => hasEnded(view.pod, this.#base);
    try {
      await view.until(() => hasEndedNow() || view.pod?.metadata.deletionTimestamp !== undefined);
      const graceSeconds = view.pod?.metadata.deletionGracePeriodSeconds ?? 0;
      await view.until(hasEndedNow, graceSeconds * 1000 + NODE_MILLIS);
    } catch {
      // Whoever waits for its end is told.
      return false;
    }
    return !hasEndedNow() && !view.isGone && !this.#ctx.signal.aborted;
  }

  #nodeLost(): AttemptOutcome {
    const { pod } = this.#all.view;
    const ready = pod === null ? undefined : conditionOf(pod, "Ready");
    const words = [ready?.reason, ready?.message].filter((word) => word !== undefined && word !== "");
    const said = words.length === 0 ? "" : ` (${words.join(": ")})`;
    return {
      kind: "failed",
      code: "node_lost",
      message: `the pod is to be deleted, but its node ${pod?.spec.nodeName ?? ""} does not answer${said}: it has not ended the pod ${NODE_MILLIS / 1000} s after its time; its containers may still run there`,
      retryable: true,
    };
  }

  #gone(): AttemptOutcome {
    const { handle, cluster, view } = this.#all;
    const elsewhere =
      handle.server === cluster.access.server
        ? ""
        : ` It was created at ${handle.server}, but ${cluster.access.origin} now means ${cluster.access.server}.`;
    const begun = hasBegun(view.pod, this.#base) ? "while it ran" : "before it was seen to end";
    return {
      kind: "failed",
      code: "job_gone",
      message: `the pod ${handle.namespace}/${handle.name} is gone: somebody deleted it ${begun}, or its node was removed.${elsewhere}`,
      retryable: true,
    };
  }
}

function chosen(wanted: true | readonly string[], all: readonly string[]): readonly string[] {
  return wanted === true ? all : all.filter((name) => wanted.includes(name));
}
