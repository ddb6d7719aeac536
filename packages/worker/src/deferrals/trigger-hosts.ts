/**
 * The processes of triggers: one, and another when that one has loaded as many bundles as it may. A trigger whose process
 * dies is started again in a new one; one that dies with it again and again fails, and one that blocks it fails at once.
 */
import { type Clock, type Micros, SECOND, type TriggerSpec } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import { failed } from "../outcomes.ts";
import type { ProcessRecord } from "../processes/process-record.ts";
import type { Fired } from "./fired.ts";
import type { Blocked } from "./host-protocol.ts";
import { TriggerHost, type TriggerHostOptions, type Waiting } from "./trigger-host.ts";

export interface TriggerHostsOptions extends Omit<TriggerHostOptions, "onExit" | "onIdle" | "onBlocked" | "only"> {
  readonly clock: Clock;
  readonly bundlesPerHost: number;
  readonly record: ProcessRecord;
  readonly warn: (message: string) => void;
}

const MOST_DEATHS = 5;
/** Before a process that died is followed by another: one that dies at once must not keep the machine busy. */
const PAUSE = SECOND;
/** A process without triggers waits so long for the next. */
const IDLE = 60 * SECOND;

export class TriggerHosts {
  readonly #options: TriggerHostsOptions;
  readonly #hosts = new Set<TriggerHost>();
  readonly #hostOf = new Map<Waiting, TriggerHost>();
  /** How to take back the looks at hosts that were idle, and at triggers that lost theirs. */
  readonly #cancelLook = new Map<TriggerHost, () => void>();
  /** Kinds of triggers that have blocked a process: from then on they share none with others. */
  readonly #blockers = new Set<string>();
  /** Processes whose end is nobody's fault but of one that was found out. */
  readonly #excused = new Set<TriggerHost>();
  #isStopped = false;

  constructor(options: TriggerHostsOptions) {
    this.#options = options;
  }

  /** Gives how to end the waiting. */
  start(attempt: Attempt, trigger: TriggerSpec, fired: (answer: Fired) => void): () => void {
    let isOver = false;
    const waiting: Waiting = {
      attempt,
      trigger,
      deaths: 0,
      fired: (answer) => {
        this.#hostOf.delete(waiting);
        if (!isOver) fired(answer);
        isOver = true;
      },
    };
    this.#place(waiting);
    return () => {
      isOver = true;
      waiting.deaths = Number.POSITIVE_INFINITY;
      this.#hostOf.get(waiting)?.stop(waiting);
      this.#hostOf.delete(waiting);
    };
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#cancelLook.values()) cancel();
    for (const host of this.#hosts) host.retire();
  }

  /** One look at a time for a host: the later one counts. */
  #lookLater(host: TriggerHost, { after, look }: { after: Micros; look: () => void }): void {
    const { clock } = this.#options;
    this.#cancelLook.get(host)?.();
    const cancel = clock.setTimer(clock.now() + after, () => {
      this.#cancelLook.delete(host);
      look();
    });
    this.#cancelLook.set(host, cancel);
  }

  #place(waiting: Waiting): void {
    const { hash } = waiting.attempt.order.bundle;
    const { bundlesPerHost } = this.#options;
    const kind = kindOf(waiting);
    const only = this.#blockers.has(kind) ? kind : null;
    const able = [...this.#hosts].filter((host) => host.only === only);
    const host =
      able.find(({ bundles }) => bundles.has(hash)) ??
      able.find(({ bundles }) => bundles.size < bundlesPerHost) ??
      this.#fork(only);
    this.#hostOf.set(waiting, host);
    host.start(waiting);
  }

  #fork(only: string | null): TriggerHost {
    const { record } = this.#options;
    const host = new TriggerHost({
      ...this.#options,
      only,
      onBlocked: (blocked, report) => this.#blocked(blocked, report),
      onExit: (gone, left) => {
        record.remove(`triggers-${gone.pid}`);
        this.#exited(gone, left);
      },
      onIdle: (idle) => {
        const look = (): void => {
          if (idle.isIdle && this.#hosts.delete(idle)) idle.retire();
        };
        this.#lookLater(idle, { after: IDLE, look });
      },
    });
    if (host.pid !== undefined) record.add(`triggers-${host.pid}`, host.pid);
    this.#hosts.add(host);
    return host;
  }

  #exited(host: TriggerHost, left: readonly Waiting[]): void {
    const { warn } = this.#options;
    this.#hosts.delete(host);
    const isExcused = this.#excused.delete(host);
    if (this.#isStopped || left.length === 0) return;
    if (!isExcused) warn(`a process of triggers ended with ${left.length} that wait; they are started again`);
    const look = (): void => {
      for (const waiting of left) {
        if (isExcused) waiting.deaths--;
        this.#startAgain(waiting);
      }
    };
    this.#lookLater(host, { after: PAUSE, look });
  }

  /** It is ended: the one that blocks it fails, the others go on in another process. */
  #blocked(host: TriggerHost, { id, detail }: Blocked): void {
    const { warn, blockedAfterMillis } = this.#options;
    const seconds = blockedAfterMillis / 1000;
    const culprit = id === null ? undefined : host.take(id);
    if (culprit === undefined) {
      warn(`a process of triggers was busy for ${seconds} s, nobody knows with which of them; it is ended`);
      return host.kill();
    }
    const { name } = culprit.trigger;
    const { run, task } = culprit.attempt.order;
    const where = detail === null ? "" : ` (${(detail.split("\n")[0] ?? "").trim()})`;
    const what = `trigger ${name} blocked its process for ${seconds} s${where}`;
    warn(
      `${what}: it waits for ${run.dagId} ${run.runId} ${task.taskId}, which fails; the other triggers are started again`,
    );
    this.#blockers.add(kindOf(culprit));
    this.#excused.add(host);
    host.kill();
    const message = `${what}, in which no other trigger could go on: wait with await, and compute in a task`;
    culprit.fired({ outcome: failed("trigger_blocked", message, detail === null ? {} : { detail }) });
  }

  #startAgain(waiting: Waiting): void {
    // Nobody waits for it any more.
    if (waiting.deaths === Number.POSITIVE_INFINITY) return;
    if (++waiting.deaths < MOST_DEATHS) return this.#place(waiting);
    const message = `the process of trigger ${waiting.trigger.name} ended ${MOST_DEATHS} times while it waited`;
    waiting.fired({ outcome: failed("trigger_died", message) });
  }
}

function kindOf({ attempt, trigger }: Waiting): string {
  return `${attempt.order.bundle.hash} ${trigger.name}`;
}
