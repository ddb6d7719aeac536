/**
 * Replays `timetables.json`: what Airflow's own timetables answered, asked of ours.
 *
 * Times are compared as text in the form of the file, errors by their class: the words are Airflow's own.
 */
import { isDeepStrictEqual } from "node:util";
import {
  createTimetable,
  type DataInterval,
  type DeltaSpec,
  isoZ,
  type Micros,
  parseInstant,
  type ScheduleSpec,
  type Timetable,
  type TimetableRun,
  validateSchedule,
} from "@momiji/core";
import { type ReplayedCase, type ReplayResult, summarise } from "./replay.ts";

interface RecordedRun {
  readonly logical_date: string;
  readonly interval_start: string;
  readonly interval_end: string;
  readonly run_after: string;
}

interface RecordedManual {
  readonly run_after: string;
  readonly interval_start: string;
  readonly interval_end: string;
}

type RecordedDelta = number | { readonly relativedelta: { readonly [unit: string]: number } };

interface RecordedCase {
  readonly id?: string;
  readonly timetable: string;
  readonly schedule: string | null | readonly string[] | RecordedDelta;
  readonly timezone: string;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly catchup: boolean;
  readonly now: string;
  readonly interval_seconds?: number;
  readonly run_immediately?: boolean | null | { readonly seconds: number };
  readonly restrict_to_events?: boolean;
  readonly last_interval?: { readonly start: string; readonly end: string } | null;
  readonly runs: readonly RecordedRun[];
  readonly ends: boolean;
  readonly error?: { readonly class: string };
  readonly manual?: readonly RecordedManual[];
  readonly summary: string;
}

interface RecordedString {
  readonly id?: string;
  readonly schedule: string;
  readonly accepted: boolean;
  readonly next?: readonly string[];
  readonly next_error?: { readonly class: string };
  readonly random?: boolean;
  readonly summary?: string;
  readonly description?: string;
}

interface RecordedDeltaCheck {
  readonly id?: string;
  readonly schedule: RecordedDelta;
  readonly accepted: boolean;
  readonly summary?: string;
}

interface RecordedConstructor {
  readonly id?: string;
  /** A literal of Python. */
  readonly schedule: string;
  readonly catchup: boolean;
  readonly start_date: string | null;
  readonly timetable?: string;
  readonly max_active_runs?: number;
  readonly error?: { readonly class: string };
}

interface RecordedFile {
  readonly about?: { readonly strings?: string };
  readonly cases?: readonly RecordedCase[];
  readonly strings?: readonly RecordedString[];
  readonly deltas?: readonly RecordedDeltaCheck[];
  readonly constructor?: readonly RecordedConstructor[];
}

/** Ends the id of a case in which Airflow raised an error and we gave a later run: see `differences.ts`. */
const GOES_ON = "goes on where Airflow raised";

/** Where the ticks of `strings` are counted from, unless the file's own words name another instant. */
const STRINGS_AFTER = "2026-01-30T10:07:30Z";

export function replayTimetables(data: unknown): ReplayResult {
  const file = data as RecordedFile;
  const after = parseInstant(/\bafter (\d\S+Z)/.exec(file.about?.strings ?? "")?.[1] ?? STRINGS_AFTER);
  // Every object of JavaScript has a `constructor`; only the file's own counts.
  const constructors = Object.hasOwn(file, "constructor") ? (file.constructor ?? []) : [];
  return summarise([
    ...(file.cases ?? []).map((recorded, index) => replayRuns(recorded, recorded.id ?? `cases[${index}]`)),
    ...(file.strings ?? []).map((recorded, index) => replayString(recorded, recorded.id ?? `strings[${index}]`, after)),
    ...(file.deltas ?? []).map((recorded, index) => replayDelta(recorded, recorded.id ?? `deltas[${index}]`)),
    ...constructors.map((recorded, index) => replayConstructor(recorded, recorded.id ?? `constructor[${index}]`)),
  ]);
}

function replayRuns(recorded: RecordedCase, id: string): ReplayedCase {
  const timetable = createTimetable(scheduleOf(recorded), { startDate: instantOrNull(recorded.start_date) });
  const made = takeRuns(timetable, recorded, recorded.runs.length + 1);
  const runs = made.slice(0, recorded.runs.length);
  const further = made[recorded.runs.length];
  const manual = (recorded.manual ?? []).map((asked) => ({
    run_after: asked.run_after,
    ...intervalText(timetable.manualInterval(parseInstant(asked.run_after))),
  }));
  const { summary } = timetable;
  const expected = {
    runs: recorded.runs,
    ends: recorded.ends,
    manual: recorded.manual ?? [],
    summary: recorded.summary,
  };
  const actual = {
    runs: runs.map(runText),
    ends: recorded.ends ? further === undefined : made.length < recorded.runs.length,
    manual,
    summary,
  };
  const advances = further !== undefined && further.logicalDate > (runs.at(-1)?.logicalDate ?? -Infinity);
  const goesOn = recorded.error !== undefined && advances && isDeepStrictEqual({ ...actual, ends: true }, expected);
  return { id: goesOn ? `${id} ${GOES_ON}` : id, expected, actual, equal: isDeepStrictEqual(actual, expected) };
}

/** At most `limit` runs, each asked for with the interval of the one before. */
function takeRuns(timetable: Timetable, recorded: RecordedCase, limit: number): TimetableRun[] {
  const restriction = {
    earliest: instantOrNull(recorded.start_date),
    latest: instantOrNull(recorded.end_date),
    catchup: recorded.catchup,
  };
  const runs: TimetableRun[] = [];
  let last: DataInterval | null = null;
  if (recorded.last_interval) {
    last = { start: parseInstant(recorded.last_interval.start), end: parseInstant(recorded.last_interval.end) };
  }
  while (runs.length < limit) {
    const run = timetable.next(last, restriction, parseInstant(recorded.now));
    if (run === null) break;
    runs.push(run);
    last = run.dataInterval;
  }
  return runs;
}

function replayString(recorded: RecordedString, id: string, after: Micros): ReplayedCase {
  const schedule: ScheduleSpec = { kind: "cron-trigger", crons: [recorded.schedule], timezone: "UTC" };
  const accepted = validateSchedule(schedule) === null;
  const { next, summary, description, random = false } = recorded;
  if (!accepted || !recorded.accepted) {
    return { id, expected: recorded.accepted, actual: accepted, equal: accepted === recorded.accepted };
  }
  const timetable = createTimetable(schedule, { startDate: null });
  const ticks = random ? [] : ticksAfter(timetable, after, 4);
  const expected = { next: next ?? [], summary, description };
  const actual = { next: ticks, summary: timetable.summary, description: timetable.description };
  const goesOn = recorded.next_error !== undefined && ticks.length > expected.next.length;
  return { id: goesOn ? `${id} ${GOES_ON}` : id, expected, actual, equal: isDeepStrictEqual(actual, expected) };
}

function ticksAfter(timetable: Timetable, after: Micros, count: number): string[] {
  const ticks: string[] = [];
  let last: DataInterval = { start: after, end: after };
  while (ticks.length < count) {
    const run = timetable.next(last, { earliest: null, latest: null, catchup: true }, after);
    if (run === null) break;
    ticks.push(isoZ(run.runAfter));
    last = run.dataInterval;
  }
  return ticks;
}

function replayDelta(recorded: RecordedDeltaCheck, id: string): ReplayedCase {
  const schedule: ScheduleSpec = { kind: "delta-trigger", delta: deltaOf(recorded.schedule) };
  const accepted = validateSchedule(schedule) === null;
  const summary = accepted ? createTimetable(schedule, { startDate: null }).summary : undefined;
  const expected = { accepted: recorded.accepted, summary: recorded.summary };
  const actual = { accepted, summary };
  return { id, expected, actual, equal: isDeepStrictEqual(actual, expected) };
}

function replayConstructor(recorded: RecordedConstructor, id: string): ReplayedCase {
  const { timetable, max_active_runs, error } = recorded;
  const expected = error === undefined ? { timetable, max_active_runs } : { error: error.class };
  const actual = constructed(recorded);
  return { id, expected, actual, equal: isDeepStrictEqual(actual, expected) };
}

function scheduleOf(recorded: RecordedCase): ScheduleSpec {
  const { schedule, timezone, interval_seconds: intervalSeconds = 0 } = recorded;
  const runImmediately = recorded.run_immediately ?? false;
  switch (recorded.timetable) {
    case "NullTimetable":
      return { kind: "none" };
    case "OnceTimetable":
      return { kind: "once" };
    case "ContinuousTimetable":
      return { kind: "continuous" };
    case "CronDataIntervalTimetable":
      return { kind: "cron-interval", cron: schedule as string, timezone };
    case "CronTriggerTimetable":
    case "MultipleCronTriggerTimetable":
      return { kind: "cron-trigger", crons: [schedule].flat() as string[], timezone, intervalSeconds, runImmediately };
    case "DeltaDataIntervalTimetable":
      return { kind: "delta-interval", delta: deltaOf(schedule as RecordedDelta) };
    case "DeltaTriggerTimetable":
      return { kind: "delta-trigger", delta: deltaOf(schedule as RecordedDelta), intervalSeconds };
    case "EventsTimetable":
      return { kind: "events", instants: schedule as string[], restrictToEvents: recorded.restrict_to_events ?? false };
    default:
      throw new Error(`there is no timetable ${recorded.timetable}`);
  }
}

function deltaOf(recorded: RecordedDelta): DeltaSpec {
  return typeof recorded === "number" ? { seconds: recorded } : { calendar: recorded.relativedelta };
}

function instantOrNull(text: string | null): Micros | null {
  return text === null ? null : parseInstant(text);
}

function intervalText({ start, end }: DataInterval): { interval_start: string; interval_end: string } {
  return { interval_start: isoZ(start), interval_end: isoZ(end) };
}

function runText(run: TimetableRun): RecordedRun {
  return { logical_date: isoZ(run.logicalDate), ...intervalText(run.dataInterval), run_after: isoZ(run.runAfter) };
}

/** What `DAG(schedule=...)` does in the default configuration of Airflow 3: a timetable's name, or an error's class. */
type Constructed = { readonly timetable: string; readonly max_active_runs: number } | { readonly error: string };

const DEFAULT_MAX_ACTIVE_RUNS = 16;

function constructed({ schedule: literal, catchup, start_date }: RecordedConstructor): Constructed {
  const schedule = fromPython(literal);
  if (schedule === undefined) return { error: "ValueError" };
  const spec = schedule === "assets" ? null : schedule;
  const invalid = spec === null ? null : validateSchedule(spec);
  const limit = spec === null || invalid !== null ? null : createTimetable(spec, { startDate: null }).activeRunsLimit;
  if (limit !== null && limit < DEFAULT_MAX_ACTIVE_RUNS) return { error: "ValueError" };
  if (catchup && start_date === null && spec?.kind !== "none") return { error: "ValueError" };
  if (invalid !== null) return { error: "AirflowTimetableInvalid" };
  return { timetable: airflowName(spec), max_active_runs: DEFAULT_MAX_ACTIVE_RUNS };
}

/** A Python schedule under Airflow 3's defaults, where crons and deltas trigger; undefined: not a schedule at all. */
function fromPython(literal: string): ScheduleSpec | "assets" | undefined {
  if (literal === "None") return { kind: "none" };
  const text = /^(['"])(.*)\1$/s.exec(literal)?.[2];
  if (text === "@once") return { kind: "once" };
  if (text === "@continuous") return { kind: "continuous" };
  if (text !== undefined) return { kind: "cron-trigger", crons: [text], timezone: "UTC" };
  const delta = /^(?:timedelta|relativedelta)\((.*)\)$/.exec(literal)?.[1];
  if (delta !== undefined) return { kind: "delta-trigger", delta: { calendar: deltaArguments(delta) } };
  const elements = /^[[({](.*)[\])}]$/s.exec(literal)?.[1] ?? literal;
  const onlyAssets = elements === "" || /^Asset\w*\(/.test(elements);
  return onlyAssets && !/(^|,)\s*['"\d]/.test(elements) ? "assets" : undefined;
}

/** `minutes=3, seconds=1` or `0`, which is days. */
function deltaArguments(text: string): { [unit: string]: number } {
  const pairs = text.split(",").filter((part) => part.trim() !== "");
  return Object.fromEntries(
    pairs.map((part) => {
      const [unit = "", value] = part.includes("=") ? part.split("=") : ["days", part];
      return [unit.trim(), Number(value)];
    }),
  );
}

function airflowName(spec: ScheduleSpec | null): string {
  switch (spec?.kind) {
    case "none":
      return "NullTimetable";
    case "once":
      return "OnceTimetable";
    case "continuous":
      return "ContinuousTimetable";
    case "cron-trigger":
      return "CronTriggerTimetable";
    case "delta-trigger":
      return "DeltaTriggerTimetable";
    default:
      return "AssetTriggeredTimetable";
  }
}
