/** The waiting of a deferred task on a virtual clock: what a worker's timers, standard triggers and trigger processes do. */
import { type AttemptOutcome, isoZ, type Json, type Micros, secondsToSpan, TIMER } from "@momiji/core";
import { type Deferred, type PokeAnswer, readInstant, type TaskContext } from "@momiji/sdk";
import type { VirtualClock } from "./virtual-clock.ts";

export const TIMED_OUT = Symbol("timed out");

interface Around {
  readonly ctx: TaskContext;
  readonly clock: VirtualClock;
  readonly deadline: Micros;
}

/** The event of the trigger. */
export async function waitFor(deferred: Deferred<unknown>, around: Around): Promise<unknown> {
  const { trigger } = deferred;
  const { name, params, definition } = trigger;
  if (name === TIMER) return timerEvent(params, around);
  if (definition === undefined) throw new Error(`trigger ${name} says nothing of how it waits`);
  if ("run" in definition) return firstOf(definition.run(around.ctx, params));
  const poke = definition.poke as (ctx: TaskContext, params: object) => Promise<PokeAnswer> | PokeAnswer;
  for (;;) {
    const answer = await poke(around.ctx, params);
    if (answer === true) return null;
    if (answer !== false && answer.done) return answer.value ?? null;
    const next = around.clock.now() + secondsToSpan(trigger.pollSeconds ?? 60);
    if (next > around.deadline) return TIMED_OUT;
    await moveTo(around.clock, next);
  }
}

export function deferralTimedOut({ request }: Deferred<unknown>): AttemptOutcome {
  const message = `trigger ${request.trigger.name} did not fire within ${request.timeoutSeconds} s`;
  return { kind: "failed", code: "deferral_timeout", message, retryable: true };
}

async function timerEvent(
  { forSeconds, until }: { readonly [name: string]: Json },
  { ctx, clock, deadline }: Around,
): Promise<string | typeof TIMED_OUT> {
  const isSpan = typeof forSeconds === "number";
  const zone = ctx.runAfter.timeZoneId;
  const at = isSpan ? clock.now() + secondsToSpan(forSeconds) : readInstant(until as string, zone, "timer, until");
  await moveTo(clock, Math.min(at, deadline));
  return at > deadline ? TIMED_OUT : isoZ(at);
}

async function firstOf(events: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  if (!(Symbol.asyncIterator in events)) return events;
  for await (const event of events) return event;
  throw new Error("the trigger ended without an event");
}

/** Moves the clock itself, since the run has nothing else that would: the task is in flight. */
async function moveTo(clock: VirtualClock, at: Micros): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  clock.moveTo(at);
}
