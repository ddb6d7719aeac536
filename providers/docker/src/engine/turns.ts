/**
 * Turns at an engine. One that is asked to start or remove a hundred containers at once grows slow, and old ones stand still for
 * good; so a worker asks for a few at a time, and the others wait for their turn, first come first served.
 */
import type { JobContext } from "@momiji/sdk";
import type { EngineParams } from "../run-params.ts";
import type { EngineClient } from "./engine-client.ts";

const DEFAULT_STARTS_AT_ONCE = 8;

interface Waiting {
  readonly limit: number;
  readonly come: () => void;
}

export class Turns {
  #taken = 0;
  readonly #waiting = new Set<Waiting>();

  /** How many have a turn now. */
  get taken(): number {
    return this.#taken;
  }

  /** @param limit of turns at the same time @throws what the signal was aborted with, while it waits */
  async take<T>(limit: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.isFree(limit)) this.#taken += 1;
    else await this.#wait(limit, signal);
    try {
      return await work();
    } finally {
      this.#taken -= 1;
      this.#next();
    }
  }

  isFree(limit: number): boolean {
    return this.#waiting.size === 0 && this.#taken < limit;
  }

  async #wait(limit: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = { limit, come: resolve };
    const leave = (): void => {
      if (!this.#waiting.delete(waiting)) return;
      reject(signal.reason as Error);
      this.#next();
    };
    this.#waiting.add(waiting);
    signal.addEventListener("abort", leave, { once: true });
    await promise.finally(() => signal.removeEventListener("abort", leave));
  }

  #next(): void {
    for (const waiting of this.#waiting) {
      if (this.#taken >= waiting.limit) return;
      this.#waiting.delete(waiting);
      this.#taken += 1;
      waiting.come();
    }
  }
}

export interface TurnPlace {
  readonly engine: EngineClient;
  readonly params: EngineParams;
  /** Whether it is worth a word in the log that it waits. */
  readonly says?: boolean;
}

/** By the engine's address: all jobs of this process that have one engine share its turns. */
const engines = new Map<string, Turns>();

/** Does what is hard for the engine when it is this job's turn there. */
export function inTurn<T>(ctx: JobContext, place: TurnPlace, work: () => Promise<T>): Promise<T> {
  const { label } = place.engine;
  const turns = engines.get(label) ?? new Turns();
  engines.set(label, turns);
  const limit = place.params.startsAtOnce ?? DEFAULT_STARTS_AT_ONCE;
  if (place.says === true && !turns.isFree(limit))
    ctx.say(`waiting for its turn: ${turns.taken} containers are being started or removed at ${label}`);
  return turns.take(limit, ctx.signal, work);
}
