/** What is known of one pod, kept up to date by the watch of its namespace. */
import { isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import type { Contact } from "../client/contact.ts";
import type { CoreEvent, Pod } from "../client/objects.ts";
import { followPodByName } from "./namespace-watch.ts";

export interface PodIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

export interface PodViewOptions {
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly signal: AbortSignal;
  readonly onEvent: (event: CoreEvent) => void;
}

export class PodView {
  /** As it was seen last; null: it never was. */
  pod: Pod | null = null;
  /** There is no such pod (any more). */
  isGone = false;
  readonly #identity: PodIdentity;
  readonly #options: PodViewOptions;
  readonly #close: () => void;
  #changed = Promise.withResolvers<void>();
  #failure: Error | null = null;

  private constructor(identity: PodIdentity, options: PodViewOptions) {
    this.#identity = identity;
    this.#options = options;
    const { cluster, contact, onEvent } = options;
    const follower = {
      changed: (pod: Pod) => this.#see(pod),
      missed: () => void this.#look().catch((error: unknown) => this.#fail(error as Error)),
      event: (event: CoreEvent) => {
        if ((event.involvedObject.uid ?? identity.uid) === identity.uid) onEvent(event);
      },
      troubled: (error: Error | null) => {
        try {
          if (error === null) contact.back();
          else contact.lost(error);
        } catch (tooLong) {
          this.#fail(tooLong as Error);
        }
      },
      failed: (error: Error) => this.#fail(error),
    };
    this.#close = followPodByName(cluster, { ...identity, follower });
    options.signal.addEventListener("abort", this.wake, { once: true });
  }

  static async open(identity: PodIdentity, options: PodViewOptions): Promise<PodView> {
    const view = new PodView(identity, options);
    try {
      await view.#look();
      return view;
    } catch (error) {
      view.close();
      throw error;
    }
  }

  close(): void {
    this.#close();
    this.#options.signal.removeEventListener("abort", this.wake);
  }

  /** Resolves when `test` holds, when the pod is gone, after `millis`, or when the job is no longer followed. Throws if it cannot be watched. */
  async until(test: () => boolean, millis = Infinity): Promise<void> {
    const end = performance.now() + millis;
    while (!this.isGone && !this.#options.signal.aborted) {
      if (this.#failure !== null) throw this.#failure;
      if (test()) return;
      const left = end - performance.now();
      if (left <= 0) return;
      await this.#next(left);
    }
  }

  async #next(millis: number): Promise<void> {
    const changed = this.#changed.promise;
    if (millis === Infinity) return await changed;
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, millis);
    await Promise.race([changed, late]);
    clearTimeout(timer);
  }

  async #look(): Promise<void> {
    const { cluster, contact, signal } = this.#options;
    const { namespace, name } = this.#identity;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    try {
      this.#see(await contact.ask(() => cluster.call<Pod>({ method: "GET", path, signal })));
    } catch (error) {
      if (signal.aborted) return;
      if (!isNotFound(error)) throw error;
      this.#disappear();
    }
  }

  #see(pod: Pod): void {
    // Another pod of that name is not the one that was started.
    if (pod.metadata.uid !== this.#identity.uid) return this.#disappear();
    if (isOlder(pod, this.pod)) return;
    this.pod = pod;
    this.wake();
  }

  #disappear(): void {
    this.isGone = true;
    this.wake();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.wake();
  }

  /** Whoever waits looks again: something that their tests ask for has changed beside the pod. */
  readonly wake = (): void => {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  };
}

/** The list and the watch may show an object in another order than it changed in; its versions grow. */
function isOlder(pod: Pod, than: Pod | null): boolean {
  const [version, known] = [pod, than].map((object) => Number(object?.metadata.resourceVersion ?? Number.NaN));
  return version !== undefined && known !== undefined && version < known;
}
