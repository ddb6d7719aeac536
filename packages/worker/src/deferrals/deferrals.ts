/**
 * Attempts that wait for a trigger in the place of their code: they cost a heap entry each, or a promise in the process of
 * the triggers. What they wait for is told to the engine before anything is waited for, so that it outlives this worker.
 */
import {
  type AttemptOutcome,
  type Clock,
  type Deferral,
  type DeferRequest,
  isoZ,
  type Json,
  type Micros,
  RETURN_VALUE,
  secondsToSpan,
  TIMER,
  type TriggerSpec,
} from "@momiji/core";
import { readInstant } from "@momiji/sdk";
import type { Attempt } from "../attempt.ts";
import type { HostPool } from "../hosts/host-pool.ts";
import { cancelled, failed, SUCCESS } from "../outcomes.ts";
import { outcomeOfThrown } from "../thrown.ts";
import type { WakeQueue } from "../wake-queue.ts";
import { xcomValue } from "../xcom-value.ts";
import type { Fired } from "./fired.ts";
import { type PollOptions, pollSensor } from "./poll-sensor.ts";
import type { TriggerWork } from "./trigger-work.ts";

export interface DeferralsOptions extends Omit<PollOptions, "wakes"> {
  readonly clock: Clock;
  readonly wakes: WakeQueue;
  readonly hosts: HostPool<TriggerWork, Fired>;
  readonly maxXComBytes: number;
}

export class Deferrals {
  readonly #options: DeferralsOptions;

  constructor(options: DeferralsOptions) {
    this.#options = options;
  }

  /** A task asks for it, or begins with it. */
  begin(attempt: Attempt, request: DeferRequest): void {
    try {
      this.waitOn(attempt, this.#deferralOf(attempt, request));
    } catch (error) {
      attempt.finish(outcomeOfThrown(error));
    }
  }

  /** @throws DagDefinitionError if a timer's date is none */
  #deferralOf(attempt: Attempt, { trigger, resume, state, timeoutSeconds }: DeferRequest): Deferral {
    const since = this.#options.clock.now();
    return {
      trigger: absolute(trigger, since, attempt.order.run.timezone),
      ...(resume === undefined ? {} : { resume }),
      ...(state === undefined ? {} : { state }),
      ...(attempt.assetEvents.length === 0 ? {} : { assetEvents: attempt.assetEvents }),
      startedAt: attempt.startedAt,
      since,
      ...(timeoutSeconds === undefined ? {} : { timeoutAt: since + secondsToSpan(timeoutSeconds) }),
    };
  }

  /** Also after a restart: from where it was. */
  waitOn(attempt: Attempt, deferral: Deferral): void {
    const { trigger, timeoutAt } = deferral;
    if (trigger === null) return attempt.finish(failed("deferral", "there is no trigger to wait for"));
    attempt.deferTo(deferral);
    const { wakes } = this.#options;
    const fired = (answer: Fired): void => {
      timeout?.cancel();
      if (attempt.ending === null) this.#fired(attempt, deferral, answer);
    };
    const stop = this.#wait(attempt, trigger, fired);
    const timeOut = (): void => {
      stop();
      attempt.finish(timeoutOf(deferral));
    };
    const timeout = timeoutAt === undefined ? null : wakes.wakeAt(timeoutAt, timeOut);
    attempt.onStop((reason) => {
      stop();
      timeout?.cancel();
      attempt.finish(cancelled(reason));
    });
  }

  stop(): void {
    this.#options.hosts.stop();
  }

  /** Gives how to end the waiting. `fired` is called later, at most once, and not after that. */
  #wait(attempt: Attempt, trigger: TriggerSpec, fired: (answer: Fired) => void): () => void {
    const { wakes, hosts, operators } = this.#options;
    if (trigger.name === TIMER) {
      const at = trigger.params["at"] as Micros;
      const wake = wakes.wakeAt(at, () => fired({ event: isoZ(at) }));
      return () => wake.cancel();
    }
    const standard = operators.get(trigger.name);
    if (standard !== undefined && "poke" in standard)
      return pollSensor({ attempt, sensor: standard, trigger, fired }, this.#options);
    const started = hosts.start({
      id: attempt.id,
      name: `trigger ${trigger.name}`,
      of: attempt,
      bundle: attempt.order.bundle,
      work: () => ({ name: trigger.name, params: trigger.params }),
      done: fired,
      died: (message) => fired({ outcome: failed("trigger_died", `trigger ${trigger.name}: ${message}`) }),
      blocked: (message, detail) =>
        fired({ outcome: failed("trigger_blocked", message, detail === null ? {} : { detail }) }),
    });
    return () => started.stop();
  }

  #fired(attempt: Attempt, deferral: Deferral, answer: Fired): void {
    if ("outcome" in answer) return attempt.finish(answer.outcome);
    try {
      const event = xcomValue("the trigger's event", answer.event, this.#options.maxXComBytes);
      if (deferral.resume !== undefined) attempt.resume(event, deferral);
      else attempt.finish(SUCCESS, isWanted(attempt, event) ? [{ key: RETURN_VALUE, value: event }] : []);
    } catch (error) {
      attempt.finish(outcomeOfThrown(error));
    }
  }
}

/** A timer's span is counted from here, and its date read here: over a restart neither must begin anew. */
function absolute(trigger: TriggerSpec, now: Micros, timezone: string): TriggerSpec {
  if (trigger.name !== TIMER) return trigger;
  const { forSeconds, until } = trigger.params;
  const at = typeof forSeconds === "number" ? now + secondsToSpan(forSeconds) : dateOf(until, timezone);
  return { name: TIMER, params: { at } };
}

function dateOf(until: Json | undefined, timezone: string): Micros {
  return readInstant(typeof until === "string" ? until : JSON.stringify(until ?? null), timezone, "timer, until");
}

/** Airflow's `TaskDeferralTimeout`: it counts as a failure like any other. */
function timeoutOf({ trigger, since, timeoutAt = since }: Deferral): AttemptOutcome {
  const seconds = (timeoutAt - since) / 1_000_000;
  const message = `trigger ${trigger?.name} did not fire within ${seconds} s`;
  return failed("deferral_timeout", message, { errorName: "TaskDeferralTimeout" });
}

function isWanted({ order }: Attempt, event: Json): boolean {
  return event !== null && order.task.doXcomPush !== false;
}
