/** How the tasks of a DAG went over its last runs: pure, from the answer of the grid. */
import { readInstant } from "../../../format/instant.ts";
import { type State, stateOfLetter } from "../../../states/state.ts";
import { type GridAnswer, type GridRow, type GridRun, readGrid } from "../grid/grid.ts";

/** A task, or a group, in one run. */
export interface TaskRun {
  readonly run: GridRun;
  readonly state: State;
  readonly tries: number;
  /** Milliseconds from its start to its end; null: it has not run. Of a group from the first start in it to the last end. */
  readonly millis: number | null;
}

export interface TaskHistory {
  readonly row: GridRow;
  /** The newest first; without those whose version does not have it. */
  readonly runs: readonly TaskRun[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** @param answer with `times` */
export function readHistories(answer: GridAnswer): readonly TaskHistory[] {
  const { rows, columns } = readGrid(answer);
  const spans = columns.map((_, run) => spansOf(rows, answer.times?.[run] ?? []));
  return rows.map((row, at) => ({
    row,
    runs: columns.flatMap(({ run, letters, extra }, column): readonly TaskRun[] => {
      const state = stateOfLetter(letters[at] ?? "-");
      if (state === null) return [];
      const span = spans[column]?.get(at);
      return [{ run, state, tries: extra.get(at)?.t ?? 1, millis: span === undefined ? null : span.end - span.start }];
    }),
  }));
}

/** Of each row from when to when it ran, counted from the start of the run. */
function spansOf(
  rows: readonly GridRow[],
  times: readonly (readonly [row: number, start: number, millis: number])[],
): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  for (const [row, start, millis] of times)
    for (let at = row; at >= 0; at = rows[at]?.parent ?? -1) {
      const { start: first, end: last } = spans.get(at) ?? { start: Infinity, end: -Infinity };
      spans.set(at, { start: Math.min(first, start), end: Math.max(last, start + millis) });
    }
  return spans;
}

export interface TaskNumbers {
  /** Of those that succeeded or failed; null: none did. */
  readonly rate: number | null;
  readonly medianMillis: number | null;
  readonly p95Millis: number | null;
  readonly failures: number;
  readonly lastFailure: GridRun | null;
}

const DAYS_MILLIS = 30 * 86_400_000;

/** @param now milliseconds since the epoch: failures of the last 30 days are counted */
export function numbersOf({ runs }: TaskHistory, now: number): TaskNumbers {
  const failed = runs.filter(({ state }) => state === "failed");
  const succeeded = runs.filter(({ state }) => state === "success");
  const millis = succeeded.flatMap(({ millis: took }) => took ?? []).toSorted((a, b) => a - b);
  const ended = failed.length + succeeded.length;
  return {
    rate: ended === 0 ? null : succeeded.length / ended,
    medianMillis: quantile(millis, 0.5),
    p95Millis: quantile(millis, 0.95),
    failures: failed.filter(({ run }) => (readInstant(run.runAfter) ?? 0) >= now - DAYS_MILLIS).length,
    lastFailure: failed[0]?.run ?? null,
  };
}

/** The smallest that so large a share does not exceed. */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
