/** What is heard of a Job: its events, and the logs of all its pods, as they come and go. */
import type { JobContext } from "@momiji/sdk";
import type { Cluster } from "../client/cluster.ts";
import type { Contact } from "../client/contact.ts";
import { listAndWatch, type WatchSink } from "../client/list-watch.ts";
import type { ApiObject, CoreEvent, ObjectList, Pod } from "../client/objects.ts";
import { readLog } from "../pod/container-log.ts";
import { EventWords } from "../pod/event-words.ts";
import { LogPositions } from "../pod/log-position.ts";
import { containerNames } from "../pod/pod-state.ts";
import { PodView } from "../pod/pod-view.ts";
import { type StartTrouble, startTrouble } from "../pod/start-trouble.ts";

export interface JobLogOptions {
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly namespace: string;
  readonly jobName: string;
  readonly base: string;
  readonly containerLogs: true | readonly string[];
  readonly getLogs: boolean;
  readonly logEvents: boolean;
  /** True: lines are said to be from their pod, since several write at once. */
  readonly isParallel: boolean;
}

export class JobLogs {
  /** As they were seen last, by uid. */
  readonly pods = new Map<string, Pod>();
  /** Resolves when one of the pods cannot start, and waiting does not help. */
  readonly trouble: Promise<StartTrouble>;
  /** About the Job itself: that its pods cannot be made, say. */
  readonly events: EventWords;
  readonly #troubled = Promise.withResolvers<StartTrouble>();
  readonly #ctx: JobContext;
  readonly #options: JobLogOptions;
  readonly #positions: LogPositions;
  readonly #reads = new Map<string, Promise<void>>();
  /** Aborted when the job is over: what is written by then is read. */
  readonly #over = new AbortController();
  readonly #stop = new AbortController();
  #said = "";

  constructor(ctx: JobContext, options: JobLogOptions) {
    this.#ctx = ctx;
    this.#options = options;
    this.#positions = new LogPositions(ctx.position);
    this.trouble = this.#troubled.promise;
    this.events = new EventWords(ctx, { isWanted: options.logEvents, isResumed: ctx.position !== null });
    this.#listen();
  }

  #listen(): void {
    const { cluster, namespace, jobName } = this.#options;
    const signal = AbortSignal.any([this.#ctx.signal, this.#stop.signal]);
    const pods = sinkOf<Pod>((pod) => this.#see(pod));
    void listAndWatch<Pod>(cluster, { watched: this.#watched(), sink: pods, signal }).catch((error: unknown) => {
      this.#ctx.say(
        `the pods of the job cannot be watched, so that their logs are missing here: ${(error as Error).message}`,
        "warning",
      );
    });
    const query = { fieldSelector: `involvedObject.kind=Job,involvedObject.name=${jobName}` };
    const events = { path: `/api/v1/namespaces/${namespace}/events`, query };
    let said = "";
    const sink = sinkOf<CoreEvent>((event) => {
      // Each try to make a pod fails with another name in it, and Kubernetes combines those that are alike.
      const words = `${event.reason} ${event.message?.replace(/"[^"]*"|^\(combined from similar events\): /g, "")}`;
      if (words !== said) this.events.add(event);
      said = words;
    });
    // Good to have, not needed; the pods' own say if they may not be read.
    void listAndWatch(cluster, { watched: events, sink, signal }).catch(() => undefined);
  }

  /** Reads what is left of every log. */
  async end(): Promise<void> {
    const { cluster, contact } = this.#options;
    const { path, query } = this.#watched();
    const left: ObjectList<Pod> = await contact.ask(() =>
      cluster.call({ method: "GET", path, query, signal: this.#ctx.signal }),
    );
    for (const pod of left.items) this.#see(pod);
    this.#over.abort();
    await Promise.all(this.#reads.values());
    this.#stop.abort();
  }

  close(): void {
    this.#over.abort();
    this.#stop.abort();
  }

  #watched(): { readonly path: string; readonly query: { readonly [name: string]: string } } {
    const { namespace, jobName } = this.#options;
    return { path: `/api/v1/namespaces/${namespace}/pods`, query: { labelSelector: `job-name=${jobName}` } };
  }

  #see(pod: Pod): void {
    const { uid = "" } = pod.metadata;
    this.pods.set(uid, pod);
    const trouble = startTrouble(pod);
    if (trouble?.mayPass === false)
      this.#troubled.resolve({ ...trouble, message: `pod ${pod.metadata.name}: ${trouble.message}` });
    if (trouble !== null && trouble.isVague !== true && trouble.message !== this.#said) {
      this.#said = trouble.message;
      this.#ctx.say(trouble.message, "warning");
    }
    if (!this.#options.getLogs || this.#reads.has(uid)) return;
    const read = this.#read(pod).catch((error: unknown) => {
      if (!this.#ctx.signal.aborted)
        this.#ctx.say(`the log of pod ${pod.metadata.name} cannot be read: ${(error as Error).message}`, "warning");
    });
    this.#reads.set(uid, read);
  }

  async #read(pod: Pod): Promise<void> {
    const { cluster, contact, base, containerLogs, isParallel, logEvents } = this.#options;
    const { namespace = "", name = "", uid = "" } = pod.metadata;
    const identity = { namespace, name, uid };
    const words = new EventWords(this.#ctx, { isWanted: logEvents, isResumed: this.#ctx.position !== null });
    const view = await PodView.open(identity, {
      cluster,
      contact,
      signal: this.#ctx.signal,
      onEvent: (event) => words.add(event),
    });
    this.#over.signal.addEventListener("abort", view.wake, { once: true });
    const all = containerNames(pod).main;
    const wanted = containerLogs === true ? all : all.filter((container) => containerLogs.includes(container));
    const signal = AbortSignal.any([this.#ctx.signal, this.#stop.signal]);
    const reading = { ctx: this.#ctx, signal, cluster, contact, view, pod: identity, positions: this.#positions };
    const read = (container: string): Promise<void> => {
      const ofContainer = container === base ? "stdout" : container;
      const source = isParallel ? (container === base ? name : `${name}/${container}`) : ofContainer;
      return readLog({ ...reading, container, source, key: `${name}/${container}` }, this.#over.signal);
    };
    await Promise.all(wanted.map(read));
    view.close();
  }
}

/** All that is there, and all that changes, to one ear. */
function sinkOf<T extends ApiObject>(seen: (object: T) => void): WatchSink<T> {
  const nothing = (): void => undefined;
  return {
    listed: (objects) => objects.forEach(seen),
    changed: seen,
    deleted: seen,
    troubled: nothing,
    recovered: nothing,
  };
}
