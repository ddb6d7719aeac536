/** What a schedule will do: its next runs, in its zone and in UTC, and what switching the DAG on would begin at once. */
import {
  createTimetable,
  type DagSpec,
  type DataInterval,
  maxActiveRuns,
  type Micros,
  restrictionOf,
  scheduleInWords,
  Temporal,
  type Timetable,
  type TimetableRun,
  toTemporal,
} from "@momiji/core";
import { presentInstant } from "../present.ts";

export interface PreviewInput {
  readonly spec: Pick<DagSpec, "schedule" | "timezone" | "startDate" | "endDate" | "catchup" | "maxActiveRuns">;
  /** Of the last automated run; null: there was none. */
  readonly lastInterval: DataInterval | null;
  readonly count: number;
  /** Runs from then on; absent: from the first that begins at once, or from the next on if those are more than `count`. */
  readonly after?: Micros;
  readonly now: Micros;
  /** How long runs take, in microseconds; null: not known. */
  readonly usualMicros: Micros | null;
  /** How far due runs are counted; absent: up to `MOST_COUNTED`. */
  readonly mostCounted?: number;
}

/** Counting further than this would itself be a runaway. */
const MOST_COUNTED = 10_000;

const FAR_PAST_MICROS: Micros = 366 * 86_400_000_000;

/** @throws TimetableInvalid */
export function previewSchedule(input: PreviewInput) {
  const { spec, count, after, mostCounted = MOST_COUNTED } = input;
  const whole = spec as DagSpec;
  const restriction = restrictionOf(whole);
  const timetable = createTimetable(spec.schedule, { startDate: restriction.earliest });
  const due = dueRuns(timetable, input);
  // The few that begin at once are told with those that follow; of many only the count is.
  const from = after ?? (due.length > count ? (due.at(-1)?.runAfter ?? 0) : Number.NEGATIVE_INFINITY);
  const upcoming = runsFrom(timetable, input, { from, count });
  const max = maxActiveRuns(whole, timetable);
  const estimate =
    input.usualMicros === null ? null : Math.round((Math.ceil(due.length / max) * input.usualMicros) / 1000);
  return {
    kind: spec.schedule.kind.replaceAll("-", "_"),
    zone: spec.timezone,
    summary: timetable.summary,
    text: scheduleInWords(spec.schedule),
    catchup: spec.catchup,
    rows: upcoming.map((run) => presentRow(run, spec.timezone)),
    onEnable: {
      now: due.length,
      isMore: due.length === mostCounted,
      oldest: presentInstant(due[0]?.logicalDate ?? null),
      newest: presentInstant(due.at(-1)?.logicalDate ?? null),
      maxActive: Number.isFinite(max) ? max : null,
      estimateMs: estimate,
    },
    warnings: warningsOf(timetable, input, { due, upcoming }),
  };
}

/** What is due by now. */
function dueRuns(
  timetable: Timetable,
  { spec, lastInterval, now, mostCounted = MOST_COUNTED }: PreviewInput,
): readonly TimetableRun[] {
  if (!timetable.canBeScheduled) return [];
  const restriction = restrictionOf(spec as DagSpec);
  const due: TimetableRun[] = [];
  let last = lastInterval;
  while (due.length < mostCounted) {
    const next = timetable.next(last, restriction, now);
    if (next === null || next.runAfter > now || (last !== null && next.runAfter <= last.end && due.length > 0)) break;
    due.push(next);
    last = next.dataInterval;
  }
  return due;
}

function runsFrom(
  timetable: Timetable,
  { spec, lastInterval, now }: PreviewInput,
  { from, count }: { readonly from: Micros; readonly count: number },
): readonly TimetableRun[] {
  if (!timetable.canBeScheduled) return [];
  const restriction = restrictionOf(spec as DagSpec);
  const found: TimetableRun[] = [];
  let last = lastInterval;
  for (let step = 0; step < MOST_COUNTED + count && found.length < count; step++) {
    const next = timetable.next(last, restriction, now);
    if (next === null) break;
    if (next.runAfter > from) found.push(next);
    last = next.dataInterval;
  }
  return found;
}

function presentRow({ logicalDate, dataInterval, runAfter }: TimetableRun, zone: string) {
  return {
    interval: [presentInstant(dataInterval.start), presentInstant(dataInterval.end)],
    logicalDate: presentInstant(logicalDate),
    runAfter: presentInstant(runAfter),
    local: toTemporal(runAfter).toZonedDateTimeISO(zone).toString({ smallestUnit: "second" }),
    note: noteOf(runAfter, zone),
  };
}

/** The clock strikes this time twice, or jumped over the time that was meant. */
function noteOf(at: Micros, zone: string): "dst_gap" | "dst_overlap" | null {
  const local = toTemporal(at).toZonedDateTimeISO(zone);
  const plain = local.toPlainDateTime();
  const [early, late] = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  );
  if (early !== undefined && late !== undefined && Temporal.ZonedDateTime.compare(early, late) !== 0)
    return "dst_overlap";
  const change = local.getTimeZoneTransition("previous") ?? null;
  // `previous` leaves the moment itself out, and a tick may fall on the change.
  const last = isChange(local) ? local : change;
  if (last === null) return null;
  const jumped = last.offsetNanoseconds - last.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  const since = local.epochNanoseconds - last.epochNanoseconds;
  return jumped > 0 && since < BigInt(jumped) ? "dst_gap" : null;
}

function isChange(local: Temporal.ZonedDateTime): boolean {
  return local.offsetNanoseconds !== local.subtract({ nanoseconds: 1 }).offsetNanoseconds;
}

interface Runs {
  readonly due: readonly TimetableRun[];
  readonly upcoming: readonly TimetableRun[];
}

function warningsOf(timetable: Timetable, input: PreviewInput, { due, upcoming }: Runs) {
  const { spec, lastInterval, now, usualMicros } = input;
  const restriction = restrictionOf(spec as DagSpec);
  const { earliest, latest } = restriction;
  const warnings: { code: string; params: object }[] = [];
  if (!timetable.canBeScheduled) return [{ code: "never_by_itself", params: {} }];
  const [oldest] = due;
  if (oldest !== undefined && due.length > 1 && now - oldest.logicalDate > FAR_PAST_MICROS)
    warnings.push({ code: "start_in_far_past", params: { runs: due.length } });
  if (earliest !== null && earliest > now)
    warnings.push({ code: "start_in_future", params: { startDate: presentInstant(earliest) } });
  if (latest !== null && latest < now) warnings.push({ code: "ended", params: { endDate: presentInstant(latest) } });
  // One that has run fired; one with an end may just have come to it.
  else if (lastInterval === null && timetable.next(null, { ...restriction, latest: null }, now) === null)
    warnings.push({ code: "never_fires", params: {} });
  const every = shortestGap(upcoming);
  if (usualMicros !== null && every !== null && every < usualMicros)
    warnings.push({
      code: "shorter_than_usual",
      params: { usualMs: Math.round(usualMicros / 1000), everyMs: Math.round(every / 1000) },
    });
  return warnings;
}

/** Between runs that follow each other, in microseconds; null: they begin when the one before has ended, or there is but one. */
function shortestGap(runs: readonly TimetableRun[]): Micros | null {
  const gaps = runs.slice(1).map(({ runAfter }, at) => runAfter - (runs[at]?.runAfter ?? 0));
  const shortest = Math.min(...gaps);
  return Number.isFinite(shortest) && shortest > 0 ? shortest : null;
}
