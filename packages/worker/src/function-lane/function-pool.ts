/**
 * The function children and the calls that wait for one. Children start when they are needed: up to one for each core
 * without waiting, more only while a call waits long. Those that have nothing to do end after a while, all but one.
 */
import { type Clock, MILLISECOND, type Micros, SECOND } from "@momiji/core";
import { OrderQueue } from "@momiji/executors";
import { failed } from "../outcomes.ts";
import type { FunctionCall, FunctionChild } from "./function-child.ts";

/** A call that has waited so long gets a child although there are as many as cores. */
const LONG_WAIT: Micros = 100 * MILLISECOND;

const IDLE: Micros = 60 * SECOND;

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
    const memory = this.#memoryOf(call);
    const queue = this.#waiting.get(memory) ?? new OrderQueue<Waiting>();
    this.#waiting.set(memory, queue);
    queue.push({ call, since: this.#options.clock.now() }, call.attempt.order.priority);
    this.#assign(memory);
  }

  /** Takes back a call that has not begun. False: it has. */
  withdraw(call: FunctionCall): boolean {
    const queue = this.#waiting.get(this.#memoryOf(call));
    const waiting = queue?.items().find((item) => item.call === call);
    return waiting !== undefined && queue?.delete(waiting) === true;
  }

  /** Undefined: the call waits, or is over. */
  childOf(call: FunctionCall): FunctionChild | undefined {
    return this.#running.get(call);
  }

  /** No more calls; children that run nothing end. */
  stop(): void {
    this.#cancelLook?.();
    this.#waiting.clear();
    for (const child of this.#children) child.retire();
  }

  #memoryOf(call: FunctionCall): number {
    return call.attempt.order.task.memoryLimitMiB ?? this.#options.defaultMemoryMiB;
  }

  /** Gives waiting calls to free children, then sees whether more children are needed. */
  #assign(memory: number): void {
    const queue = this.#waiting.get(memory);
    for (let next = queue?.peek(); next !== undefined; next = queue?.peek()) {
      const child = this.#freeChild(memory, next.call.attempt.order.bundle.hash);
      if (child === null) break;
      queue?.shift();
      this.#give(next.call, child);
    }
    this.#grow();
  }

  /** One that has the bundle, and of these the one used last, so that others fall idle; else one that may load it. */
  #freeChild(memory: number, hash: string): FunctionChild | null {
    const free = [...this.#freeSince.keys()].filter((child) => child.isFree && child.memoryMiB === memory);
    const loaded = free.findLast((child) => child.bundles.has(hash));
    if (loaded !== undefined) return loaded;
    const roomy = free.findLast((child) => child.bundles.size < this.#options.bundlesPerChild);
    if (roomy === undefined && free[0] !== undefined) this.#retire(free[0]);
    return roomy ?? null;
  }

  #give(call: FunctionCall, child: FunctionChild): void {
    this.#freeSince.delete(child);
    const running: FunctionCall = {
      ...call,
      done: (result) => {
        this.#running.delete(call);
        call.done(result);
      },
    };
    this.#running.set(call, child);
    child.start(running);
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
    const child = this.#options.fork(memory, {
      onFree: (free) => {
        this.#freeSince.delete(free);
        this.#freeSince.set(free, this.#options.clock.now());
        this.#assign(memory);
        this.#lookAgain();
      },
      onExit: (gone, death) => this.#exited(gone, death),
    });
    this.#children.add(child);
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
    const isCallWaiting = this.#waiting.size > 0;
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
    for (const [child, since] of this.#freeSince) {
      if (since > idleBefore || this.#children.size <= 1) break;
      this.#retire(child);
    }
    this.#grow();
    this.#lookAgain();
  }
}
