/** The events that Kubernetes has about a pod, in the log of its task. */
import type { JobContext } from "@momiji/sdk";
import type { CoreEvent } from "../client/objects.ts";

export class EventWords {
  /** What Kubernetes warned of last, whether or not it is wanted in the log. */
  lastWarning: string | null = null;
  readonly #ctx: Pick<JobContext, "say">;
  readonly #isWanted: boolean;
  /** Of a job that was followed before, those that a list tells at the beginning have been said. */
  #areOld: boolean;
  readonly #said = new Map<string, string>();

  constructor(ctx: Pick<JobContext, "say">, { isWanted, isResumed }: { isWanted: boolean; isResumed: boolean }) {
    this.#ctx = ctx;
    this.#isWanted = isWanted;
    this.#areOld = isResumed;
  }

  add({ metadata, reason = "", message = "", type }: CoreEvent): void {
    const id = metadata.uid ?? reason;
    // The same one comes again and again with a higher count.
    if (this.#said.get(id) === message) return;
    this.#said.set(id, message);
    if (type === "Warning") this.lastWarning = `${reason}: ${message}`;
    if (!this.#isWanted) return;
    if (this.#areOld && type !== "Warning") return;
    this.#areOld = false;
    this.#ctx.say(`${reason}: ${message}`, type === "Warning" ? "warning" : "info");
  }
}
