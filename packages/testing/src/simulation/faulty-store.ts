/** The real store as one process sees it: calls may fail, commits may be refused or slow, and the process may die over one. */
import { type Micros, MILLISECOND } from "@momiji/core";
import { type Claim, type CommitBatch, type CommitResult, type Store, StoreError } from "@momiji/store";
import type { FaultRates } from "./faults.ts";
import type { Leader } from "./leader.ts";
import type { Tamper } from "./planted-bugs.ts";
import type { Random } from "./random.ts";
import type { SimClock } from "./sim-clock.ts";
import type { Trace } from "./trace.ts";

export interface FaultyStoreOptions {
  readonly store: Store;
  readonly clock: SimClock;
  readonly random: Random;
  readonly rates: () => FaultRates;
  readonly trace: Trace;
  readonly isDead: () => boolean;
  /** While this process stands still: resolves when it goes on. */
  readonly standstill: () => Promise<void> | null;
  /** This process dies now. */
  readonly die: () => void;
  readonly sent: (batch: CommitBatch) => void;
  /** Others are faster than a commit that is on its way. */
  readonly meddle: (batch: CommitBatch) => Promise<void>;
  readonly committed: (batch: CommitBatch, result: CommitResult) => void;
  /** May this process take over what others hold? One that others have taken over from may not. */
  readonly mayClaim: () => boolean;
  readonly claimed: (claim: { readonly owner: string; readonly fence: number }) => void;
  /** Who holds the lease now. */
  readonly leader: () => Leader;
  /** For a planted bug: changes a batch on its way. */
  readonly tamper: Tamper;
}

/** Answers that a dead process waits for never come. */
const NEVER = new Promise<never>(() => undefined);

const SLOWEST_MILLIS = 20_000;

/** Every intent of the store, whatever intents there are. */
export function faultyStore(options: FaultyStoreOptions): Store {
  const calls = new FaultyCalls(options);
  return new Proxy(options.store, {
    get: (store, name: keyof Store) => {
      if (name === "commit") return (batch: CommitBatch) => calls.commit(batch);
      if (name === "claimDags") return (claim: Parameters<Store["claimDags"]>[0]) => calls.claim(claim);
      if (name === "subscribe") return (listener: Parameters<Store["subscribe"]>[0]) => calls.subscribe(listener);
      const method = store[name] as (...args: readonly unknown[]) => Promise<unknown>;
      return (...args: readonly unknown[]) => calls.call(name, () => method.apply(store, [...args]));
    },
  });
}

class FaultyCalls {
  readonly #options: FaultyStoreOptions;

  constructor(options: FaultyStoreOptions) {
    this.#options = options;
  }

  async call(name: string, ask: () => Promise<unknown>): Promise<unknown> {
    const { clock, random, rates, trace, isDead } = this.#options;
    clock.activity++;
    await this.#options.standstill();
    if (isDead()) return NEVER;
    if (random.chance(rates().fail)) {
      trace.note("store fails", name);
      throw new StoreError("store_busy", name);
    }
    const answer = await ask();
    clock.activity++;
    await this.#options.standstill();
    return isDead() ? NEVER : answer;
  }

  async claim(claim: Parameters<Store["claimDags"]>[0]): Promise<Claim> {
    const { store, mayClaim, claimed, die, isDead } = this.#options;
    return this.call("claimDags", async () => {
      if (!isDead() && !mayClaim()) die();
      if (isDead()) return NEVER;
      const answer = await store.claimDags(claim);
      claimed({ owner: claim.owner, fence: answer.fence });
      return answer;
    }) as Promise<Claim>;
  }

  async commit(batch: CommitBatch): Promise<CommitResult> {
    const { clock, random, rates, trace, isDead, die, store } = this.#options;
    clock.activity++;
    await this.#options.standstill();
    if (isDead()) return NEVER;
    this.#options.sent(batch);
    if (random.chance(rates().refuse)) {
      trace.note("commit refused");
      throw new StoreError("store_full", "simulated");
    }
    const isFatal = random.chance(rates().crash);
    const isFatalBefore = isFatal && random.chance(0.3);
    if (random.chance(rates().slow)) await this.#pause(random.whole(1, SLOWEST_MILLIS) * MILLISECOND);
    if (isFatalBefore) {
      die();
      return NEVER;
    }
    if (random.chance(rates().meddle)) await this.#options.meddle(batch);
    // What a process that has died meanwhile had sent arrives all the same, and must be turned away by its fence.
    const result = await store.commit(await this.#options.tamper(batch, { store, leader: this.#options.leader() }));
    clock.activity++;
    trace.note("commit", batch);
    this.#options.committed(batch, result);
    if (isFatal && !isDead()) die();
    await this.#options.standstill();
    return isDead() ? NEVER : result;
  }

  subscribe(listener: Parameters<Store["subscribe"]>[0]): () => void {
    const { store, isDead } = this.#options;
    return store.subscribe((notice) => {
      // One that stands still hears of it later.
      const pause = this.#options.standstill();
      if (pause === null) return isDead() ? undefined : listener(notice);
      void pause.then(() => (isDead() ? undefined : listener(notice)));
    });
  }

  #pause(micros: Micros): Promise<void> {
    return new Promise((resolve) => this.#options.clock.after(micros, resolve));
  }
}
