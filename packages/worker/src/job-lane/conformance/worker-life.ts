/** One life of a worker process, from its start to its end or its violent death, as its engine sees it. */
import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { AttemptEvent, AttemptOrder } from "@momiji/core";

export type ToWorkerProcess =
  | readonly ["run", AttemptOrder]
  /** Everything that is out. */
  | readonly ["recover", readonly AttemptOrder[]]
  | readonly ["cancel", attemptId: string, reason: string]
  | readonly ["acknowledge", attemptId: string]
  | readonly ["stop"];

type FromWorkerProcess =
  | readonly ["ready"]
  | readonly ["event", AttemptEvent]
  | readonly ["stopped", warnings: readonly string[]];

type Finished = Extract<AttemptEvent, { readonly type: "finished" }>;

export interface LifeOptions {
  /** Logs are below it, and the state in a folder of this name. */
  readonly folder: string;
  readonly state?: string;
}

export class WorkerLife {
  readonly events: AttemptEvent[] = [];
  warnings: readonly string[] = [];
  readonly #process: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #isReady = false;
  #isGone = false;

  constructor({ folder, state = "state" }: LifeOptions) {
    const extension = extname(import.meta.url);
    const program = fileURLToPath(new URL(`./job-worker-process.testing${extension}`, import.meta.url));
    const execArgv = extension === ".ts" ? ["--conditions=source", "--disable-warning=ExperimentalWarning"] : [];
    this.#process = fork(program, [folder, state], { execArgv, serialization: "json" });
    this.#process.on("message", (message) => this.#hear(message as FromWorkerProcess));
    this.#process.once("exit", () => {
      this.#isGone = true;
      this.#ring();
    });
  }

  async tell(message: ToWorkerProcess): Promise<void> {
    await this.until(() => this.#isReady);
    this.#process.send(message);
  }

  /** With SIGKILL. Resolves when it is dead. */
  async kill(): Promise<void> {
    if (this.#isGone) return;
    this.#process.kill("SIGKILL");
    await this.until(() => this.#isGone, true);
  }

  async stop(): Promise<void> {
    await this.tell(["stop"]);
    await this.until(() => this.#isGone, true);
  }

  /** @throws if it ends before that */
  async until(isTrue: () => boolean, mayBeGone = false): Promise<void> {
    while (!isTrue()) {
      if (this.#isGone && !mayBeGone) throw new Error("the worker process has ended before what was waited for");
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#listeners.add(resolve);
      await promise;
      this.#listeners.delete(resolve);
    }
  }

  async finished(attemptId: string): Promise<Finished> {
    const find = (): Finished | undefined =>
      this.events.find((event): event is Finished => event.type === "finished" && event.attemptId === attemptId);
    await this.until(() => find() !== undefined);
    return find() as Finished;
  }

  #hear(message: FromWorkerProcess): void {
    if (message[0] === "ready") this.#isReady = true;
    else if (message[0] === "event") this.events.push(message[1]);
    else this.warnings = message[1];
    this.#ring();
  }

  #ring(): void {
    for (const listener of this.#listeners) listener();
  }
}
