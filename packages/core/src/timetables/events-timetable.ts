import type { ScheduleSpec } from "../dag-spec.ts";
import { formatInstant, type Micros, parseInstant } from "../instant.ts";
import {
  type DataInterval,
  type TimeRestriction,
  type Timetable,
  TimetableInvalid,
  type TimetableRun,
} from "../timetable.ts";
import { runOver, runsBetween } from "./runs-between.ts";

type EventsSpec = Extract<ScheduleSpec, { kind: "events" }>;

/** Runs at listed instants, each with an interval of no length. */
export class EventsTimetable implements Timetable {
  readonly canBeScheduled = true;
  readonly activeRunsLimit = null;
  readonly summary: string;
  readonly description: string;
  readonly #events: readonly Micros[];
  readonly #restrictToEvents: boolean;

  /** @throws TimetableInvalid if one of the instants cannot be read */
  constructor({ instants, restrictToEvents = false, description }: EventsSpec) {
    this.#events = instants.map(readInstant).sort((one, other) => one - other);
    this.#restrictToEvents = restrictToEvents;
    this.summary = description ?? `${instants.length} events`;
    this.description = description ?? describe(this.#events);
  }

  next(last: DataInterval | null, { earliest, latest, catchup }: TimeRestriction, now: Micros): TimetableRun | null {
    const from = Math.max(earliest ?? -Infinity, catchup ? -Infinity : now);
    const event = this.#events.find((at) => at >= from && (last === null || at > last.end));
    return event === undefined || (latest !== null && event > latest) ? null : runOver(event, event);
  }

  previous(before: Micros): Micros | null {
    return this.#events.findLast((at) => at < before) ?? null;
  }

  between(from: Micros, to: Micros, limit: number): TimetableRun[] {
    return runsBetween(this.next.bind(this), [from, to], limit);
  }

  /** If restricted: the last event, or the first one if none has come yet. */
  manualInterval(runAfter: Micros): DataInterval {
    const event = this.#restrictToEvents ? (this.previous(runAfter + 1) ?? this.#events[0]) : undefined;
    return { start: event ?? runAfter, end: event ?? runAfter };
  }
}

function readInstant(text: string): Micros {
  try {
    return parseInstant(text);
  } catch {
    throw new TimetableInvalid(`event "${text}" is no instant; write it like 2026-05-01T10:00:00Z`);
  }
}

function describe(events: readonly Micros[]): string {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return "No events";
  return `${events.length} events between ${formatInstant(first)} and ${formatInstant(last)}`;
}
