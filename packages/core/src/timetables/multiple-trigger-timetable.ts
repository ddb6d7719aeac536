import type { Micros } from "../instant.ts";
import type { DataInterval, TimeRestriction, Timetable, TimetableRun } from "../timetable.ts";
import { runsBetween } from "./runs-between.ts";
import type { TriggerTimetable } from "./trigger-timetable.ts";

/** Several crons, one DAG (Airflow's `MultipleCronTriggerTimetable`): a tick that several share is one run. */
export class MultipleTriggerTimetable implements Timetable {
  readonly canBeScheduled = true;
  readonly activeRunsLimit = null;
  readonly #parts: readonly TriggerTimetable[];

  /** @param parts at least one; they differ in nothing but their cron */
  constructor(parts: readonly TriggerTimetable[]) {
    this.#parts = parts;
  }

  get summary(): string {
    return this.#parts.map(({ summary }) => summary).join(", ");
  }

  get description(): string {
    return this.#parts.map(({ description }) => description).join(", ");
  }

  /** With catchup the earliest; without it the latest that is due, or else the earliest to come. */
  next(last: DataInterval | null, restriction: TimeRestriction, now: Micros): TimetableRun | null {
    const rank = ({ logicalDate }: TimetableRun): number =>
      restriction.catchup || logicalDate > now ? logicalDate : -logicalDate;
    let best: TimetableRun | null = null;
    for (const part of this.#parts) {
      const run = part.next(last, restriction, now);
      if (run !== null && (best === null || rank(run) < rank(best))) best = run;
    }
    return best;
  }

  previous(before: Micros): Micros | null {
    const ticks = this.#parts.map((part) => part.previous(before)).filter((tick) => tick !== null);
    return ticks.length === 0 ? null : Math.max(...ticks);
  }

  between(from: Micros, to: Micros, limit: number): TimetableRun[] {
    return runsBetween(this.next.bind(this), [from, to], limit);
  }

  manualInterval(runAfter: Micros): DataInterval {
    return (this.#parts[0] as TriggerTimetable).manualInterval(runAfter);
  }
}
