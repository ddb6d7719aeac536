/**
 * The function children and the calls that wait for one. Children start when they are needed: up to one for each core
 * without waiting, more only while a call waits long. Those that have nothing to do end after a while, all but one.
 */
import { type Clock, MILLISECOND, type Micros, SECOND } from "@momiji/core";
import { OrderQueue } from "@momiji/executors";
import { failed } from "../outcomes.ts";
import { CallDurations } from "./call-durations.ts";
import type { FunctionCall, FunctionChild } from "./function-child.ts";

/** A call that has waited so long gets a child although there are as many as cores. */
const LONG_WAIT: Micros = 100 * MILLISECOND;

const IDLE: Micros = 60 * SECOND;

/** Calls that a child may have beyond the one that runs. */
const CALLS_AHEAD = 16;

/** With more than these it is given no others, unless they travel in a message that is being written anyhow. */
const ENOUGH_CALLS = 4;

export interface FunctionPoolOptions {
  readonly clock: Clock;
  readonly maxChildren: number;
  /** Children that are started without waiting: as many as there are cores. */
  readonly warmChildren: number;
  /** Bundles that a child may load: code that was loaded is never freed. */
  readonly bundlesPerChild: number;
  readonly defaultMemoryMiB: number;
  readonly fork: (memoryMiB: number, hooks: ChildHooks) => FunctionChild;
  readonly warn: (message: string) => void;
}

export interface ChildHooks {
  readonly onFree: (child: FunctionChild) => void;
  readonly onBack: (calls: readonly FunctionCall[]) => void;
  readonly onExit: (child: FunctionChild, death: string) => void;
}

interface Waiting {
  readonly call: FunctionCall;
  readonly since: Micros;
}

export class FunctionPool {
  readonly #options: FunctionPoolOptions;
  readonly #children = new Set<FunctionChild>();
  /** When a free child became free. */
  readonly #freeSince = new Map<FunctionChild, Micros>();
  /** By memory limit. */
  readonly #waiting = new Map<number, OrderQueue<Waiting>>();
  readonly #running = new Map<FunctionCall, FunctionChild>();
  /** The calls as they were asked for, by what the children were given. */
  readonly #given = new Map<FunctionCall, Waiting>();
  readonly #durations = new CallDurations();
  /** Who waits for a call to begin, to end or to come back. */
  readonly #onMoved = new Map<FunctionCall, () => void>();
  #cancelLook: (() => void) | null = null;
  #lookAt: Micros = 0;

  constructor(options: FunctionPoolOptions) {
    this.#options = options;
  }

  /** Starts a first child, so that the first call need not wait for it. */
  warm(): void {
    if (this.#children.size === 0) this.#fork(this.#options.defaultMemoryMiB);
  }

  call(call: FunctionCall): void {
    this.#wait({ call, since: this.#options.clock.now() });
  }

  /** The child that runs the call; null: it has not begun and is not going to, or it is over. */
  async reach(call: FunctionCall): Promise<FunctionChild | null> {
    for (;;) {
      if (this.#withdraw(call)) return null;
      const child = this.#running.get(call);
      if (child === undefined) return null;
      if (child.current?.attempt === call.attempt) return child;
      const moved = Promise.withResolvers<void>();
      this.#onMoved.set(call, moved.resolve);
      child.takeBack();
      await moved.promise;
    }
  }

  /** No more calls; children that run nothing end. */
  stop(): void {
    this.#cancelLook?.();
    this.#waiting.clear();
    for (const child of this.#children) child.retire();
  }

  #wait(waiting: Waiting): void {
    const { call } = waiting;
    const memory = this.#memoryOf(call);
    const queue = this.#waiting.get(memory) ?? new OrderQueue<Waiting>();
    this.#waiting.set(memory, queue);
    queue.push(waiting, call.attempt.order.priority);
    this.#assign(memory);
  }

  #withdraw(call: FunctionCall): boolean {
    const queue = this.#waiting.get(this.#memoryOf(call));
    const waiting = queue?.items().find((item) => item.call === call);
    return waiting !== undefined && queue?.delete(waiting) === true;
  }

  /** The call has begun, ended, or was taken back. */
  #moved(call: FunctionCall): void {
    const onMoved = this.#onMoved.get(call);
    this.#onMoved.delete(call);
    onMoved?.();
  }

  #memoryOf(call: FunctionCall): number {
    return call.attempt.order.task.memoryLimitMiB ?? this.#options.defaultMemoryMiB;
  }

  /** Gives waiting calls to free children, then sees whether more children are needed. */
  #assign(memory: number): void {
    const queue = this.#waiting.get(memory);
    for (let next = queue?.peek(); next !== undefined; next = queue?.peek()) {
      const child = this.#freeChild(memory, next.call.attempt.order.bundle.hash) ?? this.#childAhead(memory, next.call);
      if (child === null) break;
      queue?.shift();
      this.#give(next, child);
    }
    this.#grow();
  }

  /** One that has the bundle, and of these the one used last, so that others fall idle; else one that may load it. */
  #freeChild(memory: number, hash: string): FunctionChild | null {
    if (this.#freeSince.size === 0) return null;
    const free = [...this.#freeSince.keys()].filter((child) => child.isFree && child.memoryMiB === memory);
    const loaded = free.findLast((child) => child.bundles.has(hash));
    if (loaded !== undefined) return loaded;
    const roomy = free.findLast((child) => child.bundles.size < this.#options.bundlesPerChild);
    if (roomy === undefined && free[0] !== undefined) this.#retire(free[0]);
    return roomy ?? null;
  }

  /**
   * A child that is busy for a moment only: short calls are given ahead, so that it need not wait for its next one. Which
   * calls are short is known from the last time; one that takes long against all expectation gets no others behind it.
   */
  #childAhead(memory: number, call: FunctionCall): FunctionChild | null {
    if (!this.#durations.isShort(call)) return null;
    const { hash } = call.attempt.order.bundle;
    const stuckBefore = this.#options.clock.now() - LONG_WAIT / 2;
    let best: FunctionChild | null = null;
    for (const child of this.#children) {
      if (!child.isOpen || child.memoryMiB !== memory || !child.bundles.has(hash)) continue;
      if (child.load > (child.isWriting ? CALLS_AHEAD : ENOUGH_CALLS)) continue;
      if (child.current === undefined || !this.#durations.isShort(child.current)) continue;
      if (child.busySince < stuckBefore) continue;
      if (best === null || child.load < best.load) best = child;
    }
    return best;
  }

  #give(waiting: Waiting, child: FunctionChild): void {
    const { call } = waiting;
    this.#freeSince.delete(child);
    const running: FunctionCall = {
      ...call,
      begun: (pid) => {
        call.begun(pid);
        this.#moved(call);
      },
      done: (result) => {
        this.#running.delete(call);
        this.#given.delete(running);
        this.#durations.note(call, result.took);
        call.done(result);
        this.#moved(call);
      },
    };
    this.#running.set(call, child);
    this.#given.set(running, waiting);
    child.give(running);
    if (child.load > 1) this.#lookAgain();
  }

  /** Calls that a child has not begun wait again, and have waited since they came. */
  #takeBack(calls: readonly FunctionCall[]): void {
    for (const running of calls) {
      const waiting = this.#given.get(running);
      if (waiting === undefined) continue;
      this.#given.delete(running);
      this.#running.delete(waiting.call);
      this.#wait(waiting);
      this.#moved(waiting.call);
    }
  }

  #grow(): void {
    for (const [memory, queue] of this.#waiting) {
      const next = queue.peek();
      if (next === undefined) this.#waiting.delete(memory);
      else this.#growFor(memory, queue, next);
    }
  }

  /** Calls that wait for children that are starting need no others. */
  #growFor(memory: number, queue: OrderQueue<Waiting>, next: Waiting): void {
    const { clock, warmChildren } = this.#options;
    let starting = [...this.#children].filter((child) => child.isStarting && child.memoryMiB === memory).length;
    while (starting < queue.size && this.#children.size < warmChildren && this.#makeRoom(memory)) {
      this.#fork(memory);
      starting++;
    }
    if (starting >= queue.size) return;
    if (next.since + LONG_WAIT <= clock.now() && starting === 0 && this.#makeRoom(memory)) this.#fork(memory);
    this.#lookAgain();
  }

  /** Whether there may be one more child; ends a free one of another memory limit if that is what it takes. */
  #makeRoom(memory: number): boolean {
    if (this.#children.size < this.#options.maxChildren) return true;
    const other = [...this.#freeSince.keys()].find((child) => child.memoryMiB !== memory);
    if (other !== undefined) this.#retire(other);
    return other !== undefined;
  }

  #fork(memory: number): void {
    try {
      this.#children.add(this.#start(memory));
    } catch (error) {
      this.#failNext(memory, (error as Error).message);
    }
  }

  #start(memory: number): FunctionChild {
    return this.#options.fork(memory, {
      onFree: (free) => {
        this.#freeSince.delete(free);
        if (free.isFree) this.#freeSince.set(free, this.#options.clock.now());
        this.#assign(memory);
        this.#lookAgain();
      },
      onBack: (calls) => this.#takeBack(calls),
      onExit: (gone, death) => this.#exited(gone, death),
    });
  }

  #retire(child: FunctionChild): void {
    this.#forget(child);
    child.retire();
  }

  #forget(child: FunctionChild): void {
    this.#children.delete(child);
    this.#freeSince.delete(child);
  }

  #exited(child: FunctionChild, death: string): void {
    const wasExpected = !this.#children.has(child);
    const wasFree = this.#freeSince.has(child);
    this.#forget(child);
    if (wasExpected) return;
    if (wasFree) this.#options.warn(`a function child ended between two calls: ${death}`);
    if (!child.hasStarted) this.#failNext(child.memoryMiB, death);
    this.#assign(child.memoryMiB);
  }

  /** A child that cannot start would be started for ever, so the call that it was for fails. */
  #failNext(memory: number, death: string): void {
    const next = this.#waiting.get(memory)?.shift();
    next?.call.done({ outcome: failed("child_died", `no process for functions could be started: ${death}`) });
  }

  /** One timer for both: calls that have waited long, and children that are idle for long. */
  #lookAgain(): void {
    const { clock } = this.#options;
    const isCallWaiting = this.#waiting.size > 0 || this.#running.size > this.#children.size;
    const freeSince = this.#freeSince.values().next().value;
    if (!isCallWaiting && (freeSince === undefined || this.#children.size <= 1)) return;
    const at = isCallWaiting ? clock.now() + LONG_WAIT : (freeSince ?? 0) + IDLE;
    // Looking too early is harmless, and cheaper than setting the timer anew with each call.
    if (this.#cancelLook !== null && this.#lookAt <= at) return;
    this.#cancelLook?.();
    this.#lookAt = at;
    this.#cancelLook = clock.setTimer(at, () => this.#look());
  }

  #look(): void {
    this.#cancelLook = null;
    const idleBefore = this.#options.clock.now() - IDLE;
    for (const child of this.#children) if (child.load > 1) child.takeBack();
    for (const [child, since] of this.#freeSince) {
      if (since > idleBefore || this.#children.size <= 1) break;
      this.#retire(child);
    }
    this.#grow();
    this.#lookAgain();
  }
}
