/**
 * A worker on simulated time: runs what behaviours say, keeps outcomes on its "disk" until they are acknowledged, and can
 * die with its attempts. It may outlive the process that gives it orders.
 */
import {
  type AssetEventWrite,
  type AttemptEvent,
  type AttemptOrder,
  type AttemptOutcome,
  type Deferral,
  type Json,
  type LastEvent,
  type Micros,
  RETURN_VALUE,
  SECOND,
  secondsToSpan,
} from "@momiji/core";
import type { Ledger } from "./ledger.ts";
import { namedThrough } from "./named-assets.ts";
import type { SimClock } from "./sim-clock.ts";
import type { PlantedBug } from "./planted-bugs.ts";
import { type Behaviour, behaviourOf } from "./task-behaviour.ts";

type Finished = Extract<AttemptEvent, { type: "finished" }>;

/** What an attempt says of its outlets, so that each event tells whose it is. */
function told({ attemptId, task }: AttemptOrder): AssetEventWrite[] {
  const extra = { attempt: attemptId };
  return (task.outlets ?? []).flatMap((outlet): AssetEventWrite[] => {
    if (outlet.kind === "asset") return [{ asset: { name: outlet.name, uri: outlet.uri }, extra }];
    return namedThrough(outlet.name, { attemptId }).map((asset) => ({ asset, alias: outlet.name, extra }));
  });
}

type Stopped =
  | { readonly type: "resumed"; readonly event: Json; readonly deferral: Deferral }
  | { readonly type: "rescheduled"; readonly until: Micros };

function isWaiting({ deferral }: AttemptOrder): boolean {
  return deferral?.trigger !== undefined && deferral.trigger !== null && deferral.fired === undefined;
}

interface Held {
  readonly order: AttemptOrder;
  readonly behaviour: Behaviour;
  isDeferred: boolean;
  deferral: Deferral | undefined;
  pokesLeft: number;
  isEnding: boolean;
  cancelTimer: () => void;
}

export interface SimWorkerOptions {
  readonly seed: number;
  readonly clock: SimClock;
  readonly ledger: Ledger;
  readonly emit: (event: AttemptEvent) => void;
  /** What is said of it by whoever watches it. */
  readonly watched: (event: AttemptEvent) => void;
  /** The code of an attempt begins. */
  readonly begun: (order: AttemptOrder) => void;
  /** An attempt came to its end with success; nobody has been told yet. */
  readonly succeeded: (order: AttemptOrder) => void;
  readonly bug: PlantedBug | undefined;
}

const NOTICED_AFTER: Micros = 10 * SECOND;
const GRACE: Micros = 2 * SECOND;

export class SimWorker {
  readonly #options: SimWorkerOptions;
  readonly #held = new Map<string, Held>();
  readonly #disk = new Map<string, LastEvent>();

  constructor(options: SimWorkerOptions) {
    this.#options = options;
  }

  /** Attempts that it runs or that wait with it. */
  get size(): number {
    return this.#held.size;
  }

  run(order: AttemptOrder): void {
    const { attemptId } = order;
    const kept = this.#disk.get(attemptId);
    if (kept !== undefined) this.#options.emit(kept);
    if (kept !== undefined || this.#held.has(attemptId)) return;
    if (order.callback === undefined) this.#options.begun(order);
    const behaviour = behaviourOf(this.#options.seed, order);
    const held: Held = {
      order,
      behaviour,
      isDeferred: false,
      deferral: undefined,
      pokesLeft: behaviour.pokes,
      isEnding: false,
      cancelTimer: () => undefined,
    };
    this.#held.set(attemptId, held);
    this.#tellState(held);
    held.cancelTimer = this.#options.clock.after(behaviour.micros, () => this.#work(held));
    if (order.deferral?.trigger && order.deferral.fired === undefined) this.#waitOn(held, order.deferral);
  }

  cancel(attemptId: string, reason: string): void {
    const held = this.#held.get(attemptId);
    const outcome = { kind: "cancelled", message: reason } as const;
    this.#options.ledger.unwanted(attemptId);
    if (held === undefined) return this.#options.emit(this.#disk.get(attemptId) ?? this.#finished(attemptId, outcome));
    if (held.isEnding) return;
    held.isEnding = true;
    held.cancelTimer();
    held.cancelTimer = this.#options.clock.after(GRACE, () => this.#finish(held, outcome));
  }

  /** What it has goes on, what it had is told, the rest is lost. A sensor goes on being asked by whoever is there. */
  recover(orders: readonly AttemptOrder[]): void {
    for (const order of orders) {
      const held = this.#held.get(order.attemptId);
      const isSensor = order.task.sensor !== undefined && order.callback === undefined;
      const kept = this.#disk.get(order.attemptId);
      if (held !== undefined) continue;
      if (kept !== undefined) this.#options.emit(kept);
      else if (isSensor || isWaiting(order)) this.run(order);
      else this.#lose(order.attemptId);
    }
  }

  /** As what was finished it is told until somebody has heard it, also by the worker that comes after this one. */
  #lose(attemptId: string): void {
    const lost = this.#finished(attemptId, { kind: "lost", message: "nobody has it" });
    this.#disk.set(attemptId, lost);
    this.#options.emit(lost);
  }

  acknowledge(attemptIds: readonly string[]): void {
    for (const id of attemptIds) this.#disk.delete(id);
  }

  /** Its process dies: what ran is gone without a word, what is on the disk stays. */
  die(): void {
    for (const held of this.#held.values()) held.cancelTimer();
    this.#held.clear();
  }

  /** Its machine dies, and whoever watches it says so after a while; what stands on its disk is then told again. */
  vanish(): void {
    const lost = [...this.#held.keys()];
    this.die();
    this.#options.clock.after(NOTICED_AFTER, () => {
      for (const kept of this.#disk.values()) this.#options.emit(kept);
      for (const id of lost) {
        const lost = this.#finished(id, { kind: "lost", message: "the worker vanished" });
        if (!this.#held.has(id)) this.#options.watched(lost);
      }
    });
  }

  #tellState({ order, isDeferred, deferral, behaviour }: Held): void {
    const { attemptId, task } = order;
    const at = this.#options.clock.wall;
    const waiting = deferral === undefined ? {} : { deferral };
    if (!isWaiting(order)) this.#options.emit({ type: "started", attemptId, at, worker: "sim" });
    if (isDeferred) this.#options.emit({ type: "deferred", attemptId, at, until: null, ...waiting });
    if (behaviour.pushes) {
      this.#options.emit({ type: "xcom", attemptId, at, xcoms: [{ key: "early", value: task.taskId }] });
    }
  }

  #work(held: Held): void {
    const { order, behaviour } = held;
    const { clock, emit } = this.#options;
    if (behaviour.defersFor !== null && order.deferral === undefined) return this.#defer(held, behaviour.defersFor);
    if (behaviour.asksFor !== null) return this.#ask(held, behaviour.asksFor);
    if (held.pokesLeft === 0) return this.#finish(held, behaviour.outcome);
    const pause = secondsToSpan(order.task.sensor?.pokeIntervalSeconds ?? 60);
    held.pokesLeft--;
    const { mode } = order.task.sensor ?? {};
    if (mode === "reschedule") return this.#stop(held, { type: "rescheduled", until: clock.wall + pause });
    if (!held.isDeferred && mode !== "poke") {
      emit({ type: "deferred", attemptId: order.attemptId, at: clock.wall, until: clock.wall + pause });
    }
    held.isDeferred = mode !== "poke";
    held.cancelTimer = clock.after(pause, () => this.#work(held));
  }

  /** It is done with it: from here on the engine waits. */
  #ask(held: Held, micros: Micros): void {
    const until = this.#options.clock.wall + micros;
    this.#finish(held, { kind: "awaiting_input", subject: "may it?", body: null, until });
  }

  #defer(held: Held, micros: Micros): void {
    const { wall } = this.#options.clock;
    const trigger = { name: "sim", params: { micros } };
    this.#waitOn(held, { trigger, resume: "go", startedAt: wall, since: wall });
  }

  /** A trigger that is lost is waited for from the beginning. */
  #waitOn(held: Held, deferral: Deferral): void {
    const { clock, emit } = this.#options;
    const { attemptId } = held.order;
    held.isDeferred = true;
    held.deferral = deferral;
    emit({ type: "deferred", attemptId, at: clock.wall, until: null, deferral });
    held.cancelTimer();
    const micros = Number(deferral.trigger?.params["micros"] ?? 0);
    held.cancelTimer = clock.after(micros, () => this.#stop(held, { type: "resumed", event: "go", deferral }));
  }

  /** It is over here, and goes on as another attempt. */
  #stop({ order }: Held, how: Stopped): void {
    const { attemptId } = order;
    const { clock, emit, ledger } = this.#options;
    this.#held.delete(attemptId);
    ledger.stopped(attemptId);
    const event = { ...how, attemptId, at: clock.wall };
    this.#disk.set(attemptId, event);
    emit(event);
  }

  #finish({ order, behaviour }: Held, outcome: AttemptOutcome): void {
    const { attemptId } = order;
    this.#held.delete(attemptId);
    const { bug, emit, ledger, succeeded } = this.#options;
    const isSuccess = outcome.kind === "success";
    if (order.callback !== undefined) ledger.told(order.callback.id);
    if (isSuccess && order.callback === undefined) succeeded(order);
    if (isSuccess && bug === "success-denied") return emit(this.#finished(attemptId, { kind: "lost", message: "no" }));
    const xcoms = isSuccess ? { xcoms: [{ key: RETURN_VALUE, value: behaviour.value }] } : {};
    const event = { ...this.#finished(attemptId, outcome), ...xcoms, assetEvents: told(order) };
    if (bug !== "outcome-forgotten") this.#disk.set(attemptId, event);
    emit(event);
  }

  #finished(attemptId: string, outcome: AttemptOutcome): Finished {
    return { type: "finished", attemptId, at: this.#options.clock.wall, outcome };
  }
}
