/** When DAGs run next. What a schedule says changes only when a run was made of it, the DAG has changed, or time goes on. */
import {
  createTimetable,
  type DagSpec,
  type Micros,
  MINUTE,
  restrictionOf,
  type TimeRestriction,
  type Timetable,
} from "@momiji/core";
import type { DagMark, Store } from "@momiji/store";
import { PerVersion } from "./per-version.ts";

/** A run that is due already and not made is looked at anew so often: without catchup it is another one by then. */
const BELIEVED_MICROS = MINUTE;

interface Schedule {
  readonly timetable: Timetable;
  readonly restriction: TimeRestriction;
}

interface Known {
  readonly of: string;
  readonly at: Micros | null;
  readonly asked: Micros;
}

/** Remembers the schedules, so that the documents of the DAGs are read once for each version. */
export class NextRuns {
  readonly #schedules: PerVersion<Schedule>;
  readonly #known = new Map<string, Known>();

  constructor(store: Pick<Store, "listDags">) {
    this.#schedules = new PerVersion(store, scheduleOf);
  }

  /** By DAG, whether it is paused or not; null: never by itself. */
  async of(marks: readonly DagMark[], now: Micros): Promise<ReadonlyMap<string, Micros | null>> {
    await this.#schedules.learn(marks);
    return new Map(marks.map((mark) => [mark.dagId, this.#next(mark, now)]));
  }

  /** By DAG, the moments of its next runs before `to`, at most so many of each. */
  async until(
    marks: readonly DagMark[],
    { now, to, most }: { readonly now: Micros; readonly to: Micros; readonly most: number },
  ): Promise<ReadonlyMap<string, readonly Micros[]>> {
    const first = await this.of(marks, now);
    const soon = marks.filter(({ dagId }) => (first.get(dagId) ?? Number.POSITIVE_INFINITY) < to);
    return new Map(soon.map((mark) => [mark.dagId, this.#following(mark, { now, to, most })]));
  }

  #following(
    { dagId, lastInterval }: DagMark,
    { now, to, most }: { readonly now: Micros; readonly to: Micros; readonly most: number },
  ): readonly Micros[] {
    const schedule = this.#schedules.of(dagId);
    const moments: Micros[] = [];
    if (schedule === undefined) return moments;
    let last = lastInterval;
    while (moments.length < most) {
      const next = schedule.timetable.next(last, schedule.restriction, now);
      if (next === null || next.runAfter >= to) break;
      moments.push(next.runAfter);
      last = next.dataInterval;
    }
    return moments;
  }

  #next({ dagId, version, lastInterval }: DagMark, now: Micros): Micros | null {
    const of = `${version} ${lastInterval?.end ?? ""}`;
    const known = this.#known.get(dagId);
    const isFresh = known?.of === of && (known.at === null || known.at > now || now - known.asked < BELIEVED_MICROS);
    if (known !== undefined && isFresh) return known.at;
    const schedule = this.#schedules.of(dagId);
    if (schedule === undefined) return null;
    const { timetable, restriction } = schedule;
    const at = timetable.canBeScheduled ? (timetable.next(lastInterval, restriction, now)?.runAfter ?? null) : null;
    this.#known.set(dagId, { of, at, asked: now });
    return at;
  }
}

function scheduleOf(spec: DagSpec): Schedule {
  const restriction = restrictionOf(spec);
  const timetable = createTimetable(spec.schedule, { startDate: restriction.earliest });
  return { timetable, restriction };
}
