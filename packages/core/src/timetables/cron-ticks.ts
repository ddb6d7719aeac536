import type { Cron } from "../cron/cron.ts";
import { describeCron } from "../cron/describe-cron.ts";
import { parseCron } from "../cron/parse-cron.ts";
import { resolvePreset } from "../cron/presets.ts";
import { nextTick, previousTick } from "../cron/search.ts";
import type { Micros } from "../instant.ts";
import type { Ticks } from "./ticks.ts";
import { type Zone, zoneNamed } from "./zone.ts";

/**
 * The ticks of a cron in a zone. The search runs over wall time; what comes out is put back into the zone by Airflow's
 * two rules for changes of the clocks:
 * - A cron with `*` for the hour goes on by elapsed time: the hour that comes twice ticks twice.
 * - Any other cron ticks when the clocks show its time: once, the second time, if they show it twice, and later by the
 *   jump if they never do.
 */
export class CronTicks implements Ticks {
  readonly summary: string;
  readonly #cron: Cron;
  readonly #zone: Zone;

  /** @throws TimetableInvalid */
  constructor(cron: string, timezone: string) {
    this.#cron = parseCron(cron);
    this.#zone = zoneNamed(timezone);
    this.summary = resolvePreset(cron);
  }

  get description(): string {
    return describeCron(this.summary);
  }

  next(at: Micros): Micros | null {
    const wall = this.#zone.toWall(at);
    const tick = nextTick(this.#cron, wall);
    if (tick === null) return null;
    return this.#cron.everyHour ? at + (tick - wall) : this.#zone.toInstant(tick);
  }

  previous(at: Micros): Micros | null {
    const wall = this.#zone.toWall(at);
    const tick = previousTick(this.#cron, wall);
    if (tick === null) return null;
    return this.#cron.everyHour ? at - (wall - tick) : this.#zone.toInstant(tick);
  }

  /** Asks backwards from the next tick, since a tick that the clocks moved does not match the cron by itself. */
  alignNext(at: Micros): Micros | null {
    const next = this.next(at);
    const back = next === null ? this.previous(at + 1) : this.previous(next);
    return back === at ? at : next;
  }

  alignPrevious(at: Micros): Micros | null {
    const previous = this.previous(at);
    const forth = this.next(previous ?? at - 1);
    return forth === at ? at : previous;
  }

  latestStart(now: Micros, _earliest: Micros | null): Micros | null {
    let running = this.previous(now);
    if (running === null) return this.next(now);
    let end = this.next(running);
    // Where the clocks were changed by half an hour, the tick after the previous one may still be in the past.
    while (end !== null && end < now) [running, end] = [end, this.next(end)];
    return end === now ? running : (this.previous(running) ?? running);
  }

  lastBefore(at: Micros): Micros | null {
    if (this.#cron.everyHour) return this.previous(at);
    let wall = previousTick(this.#cron, this.#zone.toWall(at));
    while (wall !== null && this.#zone.toInstant(wall) >= at) wall = previousTick(this.#cron, wall);
    return wall === null ? null : this.#zone.toInstant(wall);
  }
}
