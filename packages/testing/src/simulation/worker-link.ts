/**
 * The way from a process to its worker: orders, cancels and acknowledgements travel on a bad line. The process knows the
 * worker as the runner of its local executor; the worker may outlive it.
 */
import type { AttemptEvent, AttemptOrder } from "@momiji/core";
import type { AttemptEvents, AttemptRunner } from "@momiji/executors";
import { Channel, type LineQuality } from "./channel.ts";
import type { SimWorker } from "./sim-worker.ts";

type Command = (worker: SimWorker) => void;

export class WorkerLink implements AttemptRunner {
  readonly #commands: Channel<Command>;
  #deliver: AttemptEvents = () => undefined;

  constructor(worker: SimWorker, line: LineQuality) {
    this.#commands = new Channel({ ...line, receive: (command) => command(worker) });
  }

  start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    return Promise.resolve();
  }

  run(order: AttemptOrder): void {
    this.#commands.send((worker) => worker.run(order));
  }

  /** Nothing is lost or doubled between two commands of one spawner, so there is nothing to try here. */
  lineUp(): boolean {
    return false;
  }

  cancel(attemptId: string, reason: string): void {
    this.#commands.send((worker) => worker.cancel(attemptId, reason));
  }

  acknowledge(attemptIds: readonly string[]): void {
    this.#commands.send((worker) => worker.acknowledge(attemptIds));
  }

  recover(orders: readonly AttemptOrder[]): Promise<void> {
    return new Promise((resolve) => {
      this.#commands.send((worker) => {
        worker.recover(orders);
        resolve();
      });
    });
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** What the worker says arrives at the process. */
  deliver(events: readonly AttemptEvent[]): void {
    this.#deliver(events);
  }

  /** The process has died: what it had not sent yet is never sent. */
  cut(): void {
    this.#deliver = () => undefined;
    this.#commands.shut();
    this.#commands.clear();
  }
}
