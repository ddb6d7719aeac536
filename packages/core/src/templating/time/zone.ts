/** Time zones as templates see them: UTC, fixed offsets, and IANA zones. */
import { Temporal } from "../../temporal.ts";
import { raise } from "../errors.ts";
import { type HashKey, PyObject, type PyValue } from "../python/value.ts";
import { MICROS_PER_DAY, MICROS_PER_SECOND, offsetText, type Wall } from "./civil.ts";
import { zoneNames } from "./zone-abbreviations.ts";

export abstract class PyZone extends PyObject {
  abstract readonly name: string;

  /** Seconds east of UTC at an instant (microseconds since 1970 UTC). */
  abstract offsetAt(instant: bigint): number;

  /** What the zone's clocks are called at an instant. */
  abstract nameAt(instant: bigint): string;

  /** How much summer time is added at an instant, in seconds. */
  summerAt(_instant: bigint): number {
    return 0;
  }

  /**
   * The offset that a wall time has. A wall time that comes twice has the earlier offset with fold 0 and the later with 1;
   * one that never comes has the offset before the gap with fold 0 and the one after it with 1 (PEP 495).
   */
  offsetOf(wall: Wall, fold: 0 | 1): number {
    const before = this.offsetAt(wall - MICROS_PER_DAY);
    const after = this.offsetAt(wall + MICROS_PER_DAY);
    if (before === after) return before;
    const [beforeHolds, afterHolds] = [before, after].map(
      (offset) => this.offsetAt(instantOf(wall, offset)) === offset,
    );
    if (beforeHolds !== afterHolds) return beforeHolds === true ? before : after;
    return fold === 0 ? before : after;
  }

  override attribute(name: string): PyValue | undefined {
    return name === "name" || name === "key" ? this.name : undefined;
  }

  override hashKey(): HashKey {
    return `\0zone:${this.name}`;
  }

  override equals(other: PyValue): boolean {
    return other instanceof PyZone && other.name === this.name;
  }

  override str(): string {
    return this.name;
  }
}

/** The instant that a wall time is at that offset. */
export function instantOf(wall: Wall, offsetSeconds: number): bigint {
  return wall - BigInt(offsetSeconds) * MICROS_PER_SECOND;
}

/** Always the same distance from UTC. */
export class FixedZone extends PyZone {
  readonly typeName = "timezone";
  readonly name: string;
  readonly offset: number;
  readonly #repr: string;

  constructor(offset: number, name: string, repr: string) {
    super();
    this.offset = offset;
    this.name = name;
    this.#repr = repr;
  }

  /** Pendulum's. */
  static pendulum(offset: number): FixedZone {
    const name = offsetText(offset);
    return new FixedZone(offset, name, `FixedTimezone(${offset}, name="${name}")`);
  }

  override offsetAt(): number {
    return this.offset;
  }

  override nameAt(): string {
    return this.name;
  }

  override repr(): string {
    return this.#repr;
  }
}

/** An IANA zone. */
export class NamedZone extends PyZone {
  readonly typeName = "Timezone";
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override offsetAt(instant: bigint): number {
    return Math.round(zoned(this.name, instant).offsetNanoseconds / 1e9);
  }

  override summerAt(instant: bigint): number {
    const now = zoned(this.name, instant);
    const offsets = [1, 7].map((month) => now.with({ month, day: 1 }).offsetNanoseconds / 1e9);
    const standard = Math.min(...offsets);
    return Math.max(0, Math.round(now.offsetNanoseconds / 1e9 - standard));
  }

  override nameAt(instant: bigint): string {
    const names = zoneNames(this.name);
    if (names !== undefined) return names[this.summerAt(instant) > 0 ? 1 : 0];
    const offset = this.offsetAt(instant);
    return offsetText(offset, "").replace(/00$/, "");
  }

  override repr(): string {
    return `Timezone('${this.name}')`;
  }
}

function zoned(name: string, instant: bigint): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Number(instant / 1000n)).toZonedDateTimeISO(name);
}

class UtcZone extends NamedZone {
  override offsetAt(): number {
    return 0;
  }

  override summerAt(): number {
    return 0;
  }
}

/** Pendulum's UTC, which Airflow's context values have. */
export const UTC = new UtcZone("UTC");

/** Python's `datetime.timezone.utc`. */
export const STDLIB_UTC = new FixedZone(0, "UTC", "datetime.timezone.utc");

const known = new Map<string, NamedZone>([["UTC", UTC]]);

/** The IANA zone of that name. @throws InvalidTimezone if there is none. */
export function namedZone(name: string): NamedZone {
  const found = known.get(name);
  if (found !== undefined) return found;
  try {
    zoned(name, 0n);
  } catch {
    raise("InvalidTimezone", `Invalid timezone "${name}"`);
  }
  if (/^[+-]/.test(name)) raise("InvalidTimezone", `Invalid timezone "${name}"`);
  const zone = new NamedZone(name);
  known.set(name, zone);
  return zone;
}
