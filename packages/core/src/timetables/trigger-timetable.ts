import type { CronTriggerSpec } from "../dag-spec.ts";
import { type Micros, MINUTE, type MicrosSpan, secondsToSpan } from "../instant.ts";
import {
  type DataInterval,
  type TimeRestriction,
  type Timetable,
  TimetableInvalid,
  type TimetableRun,
} from "../timetable.ts";
import { runOver, runsBetween } from "./runs-between.ts";
import type { Ticks } from "./ticks.ts";

interface TriggerOptions {
  /** Length of the data interval that ends at the tick. */
  readonly intervalSeconds?: number | undefined;
  readonly runImmediately?: CronTriggerSpec["runImmediately"] | undefined;
}

/** How old a tick may be to be made up for, where nobody said: a tenth of the gap, but not less than this. */
const LEAST_GRACE: MicrosSpan = 5 * MINUTE;

/** Airflow's trigger timetables: a run at each tick, whatever its data interval. */
export class TriggerTimetable implements Timetable {
  readonly canBeScheduled = true;
  readonly activeRunsLimit = null;
  readonly #ticks: Ticks;
  readonly #interval: MicrosSpan;
  readonly #runImmediately: CronTriggerSpec["runImmediately"];

  /** @throws TimetableInvalid */
  constructor(ticks: Ticks, { intervalSeconds = 0, runImmediately = false }: TriggerOptions) {
    if (!(intervalSeconds >= 0))
      throw new TimetableInvalid(`the data interval must not be negative, but is ${intervalSeconds} s`);
    this.#ticks = ticks;
    this.#interval = secondsToSpan(intervalSeconds);
    this.#runImmediately = runImmediately;
  }

  get summary(): string {
    return this.#ticks.summary;
  }

  get description(): string {
    return this.#ticks.description;
  }

  next(last: DataInterval | null, restriction: TimeRestriction, now: Micros): TimetableRun | null {
    const tick = this.#nextTick(last, restriction, now);
    if (tick === null || (restriction.latest !== null && tick > restriction.latest)) return null;
    return runOver(tick - this.#interval, tick);
  }

  previous(before: Micros): Micros | null {
    return this.#ticks.lastBefore(before);
  }

  between(from: Micros, to: Micros, limit: number): TimetableRun[] {
    return runsBetween(this.next.bind(this), [from, to], limit);
  }

  manualInterval(runAfter: Micros): DataInterval {
    return { start: runAfter - this.#interval, end: runAfter };
  }

  #nextTick(last: DataInterval | null, { earliest, catchup }: TimeRestriction, now: Micros): Micros | null {
    const ticks = this.#ticks;
    const bounds: (Micros | null)[] = [];
    if (last !== null) bounds.push(ticks.next(last.end));
    else if (earliest === null) bounds.push(this.#firstTick(now));
    // With catchup an earlier run tells where to go on; the start date was its affair.
    if (earliest !== null && (last === null || !catchup)) bounds.push(ticks.alignNext(earliest));
    if (!catchup) bounds.push(ticks.alignPrevious(now) ?? -Infinity);
    return bounds.includes(null) ? null : Math.max(...(bounds as Micros[]));
  }

  /** Without a start date and an earlier run: the tick before now, if it is young enough, or the one after. */
  #firstTick(now: Micros): Micros | null {
    const past = this.#ticks.alignPrevious(now);
    const coming = this.#ticks.alignNext(now);
    if (past === null) return coming;
    if (this.#runImmediately === true || coming === null) return past;
    const grace =
      typeof this.#runImmediately === "object"
        ? secondsToSpan(this.#runImmediately.seconds)
        : Math.max((coming - past) / 10, LEAST_GRACE);
    return now - past <= grace ? past : coming;
  }
}
