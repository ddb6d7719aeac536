/** One run in a grid: a letter for each row, and what is beside the letters. */
import { type DagRun, instanceName, type TaskState } from "@momiji/core";
import type { InstanceMark, TaskNote } from "@momiji/store";
import { letterOf, NOT_THERE } from "../live/live-event.ts";
import type { GridRow } from "./grid-rows.ts";

/** Which state stands for several, the most telling first: Airflow's order. */
const PRIORITY: readonly TaskState[] = [
  "failed",
  "upstream_failed",
  "up_for_retry",
  "up_for_reschedule",
  "queued",
  "scheduled",
  "deferred",
  "awaiting_input",
  "running",
  "restarting",
  null,
  "success",
  "skipped",
  "removed",
];

/** What a cell says besides its letter: states of mapped instances, tries, whether there is a note. */
export interface CellExtra {
  readonly m?: { readonly [state: string]: number };
  readonly t?: number;
  readonly n?: 1;
}

export interface GridColumn {
  /** Letters in the order of the rows, each with how often it comes: `s9f1`; one that comes once has no number. */
  readonly cells: string;
  readonly extra: readonly (readonly [row: number, extra: CellExtra])[];
}

/** Row, start after the run's start, duration, in milliseconds; only of tasks that have begun. */
export type CellTimes = readonly (readonly [row: number, startMillis: number, durationMillis: number])[];

type ByTask = ReadonlyMap<string, readonly InstanceMark[]>;

const NONE: readonly never[] = [];

export function gridColumn(rows: readonly GridRow[], byTask: ByTask, notes: readonly TaskNote[]): GridColumn {
  const noted = new Set(notes.map(instanceName));
  const letters = statesOfRows(rows, byTask).map((set) => (set.length === 0 ? NOT_THERE : letterOf(telling(set))));
  return {
    cells: runLengths(letters),
    extra: rows.flatMap((row, index) => extraOf(row, index, { own: byTask.get(row.id) ?? NONE, noted })),
  };
}

export function cellTimes(
  rows: readonly GridRow[],
  byTask: ByTask,
  { run, now }: { readonly run: DagRun; readonly now: number },
): CellTimes {
  const origin = run.startDate ?? run.queuedAt;
  return rows.flatMap((row, index) => timesOf(byTask.get(row.id) ?? NONE, index, { origin, now }));
}

/** The states of a task's instances, or of everything in a group. */
function statesOfRows(rows: readonly GridRow[], byTask: ByTask): readonly (readonly TaskState[])[] {
  const states = rows.map(({ id }) => (byTask.get(id) ?? NONE).map(({ state }) => state));
  // What is inside comes after its group, so that the innermost have been gathered first.
  for (let index = rows.length - 1; index >= 0; index--) {
    const { parent } = rows[index] as GridRow;
    if (parent >= 0) states[parent]?.push(...(states[index] as TaskState[]));
  }
  return states;
}

function telling(states: readonly TaskState[]): TaskState {
  if (states.length === 1) return states[0] as TaskState;
  const there = new Set(states);
  return PRIORITY.find((state) => there.has(state)) ?? null;
}

function runLengths(letters: readonly string[]): string {
  let text = "";
  for (let from = 0; from < letters.length;) {
    let to = from + 1;
    while (letters[to] === letters[from]) to++;
    text += to - from === 1 ? letters[from] : `${letters[from]}${to - from}`;
    from = to;
  }
  return text;
}

function extraOf(
  { kind }: GridRow,
  index: number,
  { own, noted }: { readonly own: readonly InstanceMark[]; readonly noted: ReadonlySet<string> },
): readonly (readonly [number, CellExtra])[] {
  const tries = own.reduce((most, { tryNumber }) => Math.max(most, tryNumber), 0);
  const isMapped = kind === "mapped" && own.length > 0;
  const isNoted = noted.size > 0 && own.some((instance) => noted.has(instanceName(instance)));
  if (!isMapped && tries <= 1 && !isNoted) return NONE;
  const extra: CellExtra = {
    ...(isMapped ? { m: countsOf(own) } : {}),
    ...(tries > 1 ? { t: tries } : {}),
    ...(isNoted ? { n: 1 } : {}),
  };
  return [[index, extra]];
}

function countsOf(instances: readonly InstanceMark[]): { readonly [state: string]: number } {
  const groups = Map.groupBy(instances, ({ state }) => state ?? "none");
  return Object.fromEntries([...groups].map(([state, of]) => [state, of.length]));
}

function timesOf(
  own: readonly InstanceMark[],
  index: number,
  { origin, now }: { readonly origin: number; readonly now: number },
): CellTimes {
  const begun = own.filter(({ startDate }) => startDate !== null);
  if (begun.length === 0) return [];
  const start = begun.reduce((first, each) => Math.min(first, each.startDate as number), Number.MAX_SAFE_INTEGER);
  const end = begun.reduce((last, each) => Math.max(last, each.endDate ?? now), 0);
  return [[index, Math.round((start - origin) / 1000), Math.max(0, Math.round((end - start) / 1000))]];
}
