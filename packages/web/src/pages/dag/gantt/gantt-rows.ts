/** The rows of a gantt: of each task its attempts along the time, in milliseconds after the run began. */
import { readState, type State } from "../../../states/state.ts";
import type { Gantt } from "./gantt-query.ts";

export type GanttOrder = "graph" | "start" | "duration";

export interface Bar {
  /** `waiting`: scheduled, not queued yet. `deferred`: nothing is held while it waits outside. */
  readonly kind: "waiting" | "queued" | "running" | "deferred";
  readonly from: number;
  readonly to: number;
  readonly state: State;
  readonly tryNumber: number;
}

export interface GanttRow {
  readonly id: string;
  /** -1: not mapped, or the row of all instances. */
  readonly mapIndex: number;
  /** Of the row of all instances: how many, and whether each has its own row below; else null. */
  readonly all: { readonly count: number; readonly isUnfolded: boolean } | null;
  readonly state: State;
  readonly bars: readonly Bar[];
  /** Of its first start, and from there to its end; null: it has not begun. */
  readonly start: number | null;
  readonly millis: number | null;
  /** Usual start and duration; null: not known. */
  readonly usual: readonly [number, number] | null;
  readonly isLate: boolean;
  readonly isCritical: boolean;
}

/** So many instances of a task have a row for all of them, below which somebody unfolds them. */
const FOLDED = 50;

/** A start is late if it is so much after the usual one, at least. */
const LATE_MILLIS = 1000;
const LATE_SHARE = 0.25;

interface How {
  readonly order: GanttOrder;
  /** The place of a task in the graph. */
  rankOf(id: string): number;
  /** Milliseconds after the run began: what has not ended goes on until then. */
  readonly now: number;
  readonly unfolded: ReadonlySet<string>;
}

export function ganttRows(
  { rows, median, critical }: Gantt,
  { order, rankOf, now, unfolded }: How,
): readonly GanttRow[] {
  const onPath = new Set(critical);
  const all = [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, instances]) => {
    const shared = { id, usual: usualOf(median[id]), isCritical: onPath.has(id) };
    const own = instances.map(({ m, state, tries }) =>
      withTimes({
        ...shared,
        mapIndex: m,
        all: null,
        state: readState(state),
        bars: tries.flatMap((one) => barsOf(one, now)),
      }),
    );
    if (own.length < FOLDED) return own;
    return unfolded.has(id) ? [folded(own, true), ...own] : [folded(own, false)];
  });
  const keyOf = (row: GanttRow): number => {
    if (order === "duration") return -(row.millis ?? -1);
    return order === "start" ? (row.start ?? Infinity) : rankOf(row.id);
  };
  // Infinity less Infinity is no order.
  return all.toSorted((a, b) => (keyOf(a) === keyOf(b) ? a.mapIndex - b.mapIndex : keyOf(a) - keyOf(b)));
}

function usualOf(median: readonly number[] | undefined): readonly [number, number] | null {
  const [start, duration] = median ?? [];
  return start === undefined || duration === undefined ? null : [start, duration];
}

function barsOf(
  [tryNumber, word, scheduled, queued, start, end]: Gantt["rows"][number]["tries"][number],
  now: number,
): readonly Bar[] {
  const state = readState(word);
  const isOver = end !== null;
  const bar = (kind: Bar["kind"], from: number | null, to: number | null): readonly Bar[] =>
    from === null ? [] : [{ kind, from, to: Math.max(from, to ?? end ?? now), state, tryNumber }];
  return [
    ...bar("waiting", scheduled, queued ?? start),
    ...bar("queued", queued, start),
    ...bar(state === "deferred" && !isOver ? "deferred" : "running", start, end),
  ];
}

function withTimes(row: Omit<GanttRow, "start" | "millis" | "isLate">): GanttRow {
  const running = row.bars.filter(({ kind }) => kind === "running" || kind === "deferred");
  const start = running[0]?.from ?? null;
  const end = running.reduce((last, { to }) => Math.max(last, to), 0);
  const late = row.usual === null || start === null ? 0 : start - row.usual[0];
  const isLate = late > LATE_MILLIS && late > LATE_SHARE * (row.usual?.[0] ?? 0);
  return { ...row, start, millis: start === null ? null : end - start, isLate };
}

/** From the first start to the last end of all instances, in the state that most of all people must know of. */
function folded(rows: readonly GanttRow[], isUnfolded: boolean): GanttRow {
  const [first] = rows as [GanttRow];
  const bars = rows.flatMap((row) => row.bars.filter(({ kind }) => kind === "running"));
  const state = rows.some((row) => row.state === "failed") ? "failed" : first.state;
  const from = bars.reduce((least, bar) => Math.min(least, bar.from), Infinity);
  const to = bars.reduce((most, bar) => Math.max(most, bar.to), 0);
  const whole = bars.length === 0 ? [] : [{ kind: "running" as const, from, to, state, tryNumber: 1 }];
  return withTimes({ ...first, mapIndex: -1, all: { count: rows.length, isUnfolded }, state, bars: whole });
}

/** Where the last bar ends, at least a second. */
export function lengthOf(rows: readonly GanttRow[]): number {
  return rows.reduce((most, { bars }) => bars.reduce((last, { to }) => Math.max(last, to), most), 1000);
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is shown is never less. */
const LEAST_SPAN = 10;

/** `1200-5000` of the address; whatever else: everything. */
export function readSpan(text: string | undefined, whole: Span): Span {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text ?? "") ?? [];
  const span = { from: Number(from), to: Number(to) };
  return from === undefined || span.to - span.from < LEAST_SPAN ? whole : span;
}

/** @returns undefined: everything, for which the address needs no words */
export function writeSpan({ from, to }: Span, whole: Span): string | undefined {
  const [first, last] = [Math.max(whole.from, Math.round(from)), Math.min(whole.to, Math.round(to))];
  if (last - first < LEAST_SPAN || (first <= whole.from && last >= whole.to)) return undefined;
  return `${first}-${last}`;
}

/** @param at what stays where it is @param factor 0.5: twice as large */
export function zoomed({ from, to }: Span, at: number, factor: number): Span {
  return { from: at - (at - from) * factor, to: at + (to - at) * factor };
}
