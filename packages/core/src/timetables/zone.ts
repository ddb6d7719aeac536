import type { WallMicros } from "../cron/search.ts";
import { DAY, fromTemporal, type Micros, type MicrosSpan, toTemporal } from "../instant.ts";
import type { Temporal } from "../temporal.ts";
import { TimetableInvalid } from "../timetable.ts";

/** A stretch of time in which the clocks of a zone are not changed: `[start, end)`. */
interface Period {
  readonly start: Micros;
  readonly end: Micros;
  readonly offset: MicrosSpan;
}

const zones = new Map<string, Zone>();

/**
 * The zone with that IANA name (or a fixed offset like `+09:00`), shared by all timetables that use it.
 * @throws TimetableInvalid if there is no such zone
 */
export function zoneNamed(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    try {
      zone = new Zone(toTemporal(0).toZonedDateTimeISO(name));
    } catch {
      throw new TimetableInvalid(`unknown time zone "${name}"; use a name like "Asia/Tokyo" or "UTC"`);
    }
    zones.set(name, zone);
  }
  return zone;
}

/** Converts between instants and wall times; asks `Temporal` once for each stretch between two changes of the clocks. */
export class Zone {
  readonly #anyTime: Temporal.ZonedDateTime;
  readonly #periods: Period[] = [];
  #latest: Period;

  constructor(anyTime: Temporal.ZonedDateTime) {
    this.#anyTime = anyTime;
    this.#latest = this.#load(0);
  }

  /** What the clocks show at an instant. */
  toWall(at: Micros): WallMicros {
    return at + this.#offsetAt(at);
  }

  /**
   * When the clocks show a wall time. Shown twice: the second time. Never shown: as much later as the clocks jumped
   * (02:30 becomes 03:30), as Airflow's `make_aware` does.
   */
  toInstant(wall: WallMicros): Micros {
    const before = this.#offsetAt(wall - DAY);
    const after = this.#offsetAt(wall + DAY);
    if (before === after || this.#offsetAt(wall - after) === after) return wall - after;
    return wall - before;
  }

  #offsetAt(at: Micros): MicrosSpan {
    if (at < this.#latest.start || at >= this.#latest.end) {
      this.#latest = this.#periods.find(({ start, end }) => start <= at && at < end) ?? this.#load(at);
    }
    return this.#latest.offset;
  }

  #load(at: Micros): Period {
    const time = toTemporal(at).toZonedDateTimeISO(this.#anyTime.timeZoneId);
    // "previous" looks strictly before, and a change at this very moment belongs to the period that begins with it.
    const start = time.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
    const end = time.getTimeZoneTransition("next");
    const period: Period = {
      start: start === null ? -Infinity : fromTemporal(start.toInstant()),
      end: end === null ? Infinity : fromTemporal(end.toInstant()),
      offset: Math.round(time.offsetNanoseconds / 1_000),
    };
    this.#periods.push(period);
    return period;
  }
}
