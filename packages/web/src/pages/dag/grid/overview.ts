/** How a DAG has fared lately, from the runs of its grid. */
import { readInstant } from "../../../format/instant.ts";
import type { GridRun } from "./grid.ts";

/** Runs that are counted. */
const LATELY = 30;

/** Fewer runs have no trend. */
const FEWEST_FOR_TREND = 8;

/** A change below it is none. */
const NOTICED = 0.1;

export interface Overview {
  /** Ended runs that were counted. */
  readonly runs: number;
  /** Of 1; null: none has ended. */
  readonly successRate: number | null;
  readonly medianMillis: number | null;
  readonly p95Millis: number | null;
  /** How much longer the newer half took than the older: 0.2 is a fifth; null: nobody can tell, or no change. */
  readonly trend: number | null;
  readonly lastFailure: GridRun | null;
  /** Deadlines that the last runs have missed, those that go on among them. */
  readonly missed: number;
}

/** @param runs the newest first */
export function overviewOf(runs: readonly GridRun[]): Overview {
  const ended = runs.filter(({ state }) => state === "success" || state === "failed").slice(0, LATELY);
  const good = ended.filter(({ state }) => state === "success");
  const durations = good.flatMap((run) => durationOf(run) ?? []);
  return {
    runs: ended.length,
    successRate: ended.length === 0 ? null : good.length / ended.length,
    medianMillis: quantile(durations, 0.5),
    p95Millis: quantile(durations, 0.95),
    trend: trendOf(durations),
    lastFailure: ended.find(({ state }) => state === "failed") ?? null,
    missed: runs.slice(0, LATELY).reduce((sum, { missed = 0 }) => sum + missed, 0),
  };
}

/** In milliseconds; null: it has not ended. */
export function durationOf({ start, end }: Pick<GridRun, "start" | "end">): number | null {
  const [from, to] = [readInstant(start), readInstant(end)];
  return from === null || to === null ? null : to - from;
}

export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

/** @param durations the newest first */
function trendOf(durations: readonly number[]): number | null {
  if (durations.length < FEWEST_FOR_TREND) return null;
  const half = Math.floor(durations.length / 2);
  const [newer, older] = [quantile(durations.slice(0, half), 0.5), quantile(durations.slice(half), 0.5)];
  if (newer === null || older === null || older === 0) return null;
  const change = newer / older - 1;
  return Math.abs(change) < NOTICED ? null : change;
}
