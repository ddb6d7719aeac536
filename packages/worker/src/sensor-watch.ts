/**
 * Asks a sensor until it answers, fails, or its time is over. Between two questions it holds a heap entry and nothing else:
 * no process, no slot, no promise.
 */
import {
  type Clock,
  isoZ,
  type Micros,
  MILLISECOND,
  RETURN_VALUE,
  SECOND,
  secondsToSpan,
  type AttemptOutcome,
  type SensorSpec,
} from "@momiji/core";
import type { Attempt } from "./attempt.ts";
import type { PokeResult } from "./function-lane/child-protocol.ts";
import { cancelled, failed, SUCCESS } from "./outcomes.ts";
import { pauseSeconds, pokesWithin } from "./sensor-pace.ts";
import type { Wake, WakeQueue } from "./wake-queue.ts";

export type PokeReply = { readonly poke: PokeResult } | { readonly outcome: AttemptOutcome };

/** How a sensor is asked, in its lane. */
export interface Poker {
  /** Asks once; never rejects. */
  poke(): Promise<PokeReply>;
  /** Stops the question that is under way; resolves when it is over. */
  stop(reason: string): Promise<void>;
}

export interface SensorContext {
  readonly clock: Clock;
  readonly wakes: WakeQueue;
}

export class SensorWatch {
  readonly #attempt: Attempt;
  readonly #context: SensorContext;
  readonly #poker: Poker;
  readonly #sensor: SensorSpec;
  #firstStart: Micros | null;
  #pokes = 0;
  #hasBegun = false;
  #isDeferred = false;
  #isPoking = false;
  #wake: Wake | null = null;

  constructor(attempt: Attempt, context: SensorContext, poker: Poker) {
    this.#attempt = attempt;
    this.#context = context;
    this.#poker = poker;
    this.#sensor = attempt.order.task.sensor ?? { pokeIntervalSeconds: 60, timeoutSeconds: 604_800 };
    this.#firstStart = attempt.order.firstStartDate;
  }

  start(): void {
    this.#attempt.onStop((reason) => void this.#stop(reason));
    if (this.#attempt.ending === null) void this.#poke();
  }

  /** The first question is being asked. */
  begin(pid?: number): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const now = this.#context.clock.now();
    this.#firstStart ??= now;
    this.#pokes = pokesWithin((now - this.#firstStart) / SECOND, this.#sensor, this.#key());
    this.#attempt.begin(pid);
  }

  async #poke(): Promise<void> {
    this.#wake = null;
    this.#isPoking = true;
    const reply = await this.#poker.poke();
    this.#isPoking = false;
    if (this.#attempt.ending !== null) return;
    this.#pokes++;
    if ("outcome" in reply && this.#isSilent(reply.outcome)) this.#waitOrTimeOut({ done: false });
    else if ("outcome" in reply) this.#attempt.finish(this.#soften(reply.outcome));
    else if (reply.poke.done) this.#succeed(reply.poke);
    else this.#waitOrTimeOut(reply.poke);
  }

  #succeed({ value }: PokeResult): void {
    const isWanted = value !== undefined && this.#attempt.order.task.doXcomPush !== false;
    this.#attempt.finish(SUCCESS, isWanted ? [{ key: RETURN_VALUE, value }] : []);
  }

  #waitOrTimeOut({ askAgainAt }: PokeResult): void {
    const { clock, wakes } = this.#context;
    const now = clock.now();
    const firstStart = this.#firstStart ?? now;
    const elapsedSeconds = (now - firstStart) / SECOND;
    const { timeoutSeconds } = this.#sensor;
    if (elapsedSeconds > timeoutSeconds) {
      const message = `the sensor has timed out: not met after ${elapsedSeconds} s, its timeout is ${timeoutSeconds} s`;
      this.#attempt.finish(this.#soften(failed("sensor_timeout", message, { retryable: false })));
      return;
    }
    const pause = pauseSeconds({ sensor: this.#sensor, key: this.#key(), pokes: this.#pokes, elapsedSeconds });
    const next = now + secondsToSpan(pause);
    const asked = askAgainAt === undefined ? next : Math.max(Math.ceil(askAgainAt) * MILLISECOND, now);
    // A sensor that wants to sleep beyond its time-out is asked once more when it is over.
    const until = Math.min(asked, Math.max(next, firstStart + secondsToSpan(timeoutSeconds) + MILLISECOND));
    if (this.#sensor.mode === "reschedule") return this.#attempt.reschedule(until);
    if (this.#sensor.mode === "poke") this.#attempt.rest();
    else if (!this.#isDeferred) this.#attempt.defer(until);
    this.#isDeferred = true;
    this.#wake = wakes.wakeAt(until, () => void this.#poke());
  }

  /** An error that says no more than that it happened, with `silentFail`: it is asked again. */
  #isSilent(outcome: AttemptOutcome): boolean {
    const isSilent = this.#sensor.silentFail === true && outcome.kind === "failed" && outcome.retryable;
    if (isSilent) this.#attempt.log.say("error", outcome.detail ?? outcome.message);
    return isSilent;
  }

  /**
   * `softFail` turns a time-out and a failure on purpose into a skip; an error stays an error, as in Airflow. `neverFail`
   * skips in every case.
   */
  #soften(outcome: AttemptOutcome): AttemptOutcome {
    const { softFail, neverFail } = this.#sensor;
    const isSoft = outcome.kind === "failed" && (neverFail === true || (softFail === true && !outcome.retryable));
    return isSoft ? { kind: "skipped", message: outcome.message } : outcome;
  }

  async #stop(reason: string): Promise<void> {
    this.#wake?.cancel();
    if (this.#isPoking) await this.#poker.stop(reason);
    this.#attempt.finish(cancelled(reason));
  }

  #key(): string {
    const { run, task } = this.#attempt.order;
    return `${run.dagId}#${task.taskId}#${this.#firstStart === null ? "" : isoZ(this.#firstStart)}`;
  }
}
