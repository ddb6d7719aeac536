/** What ran when, over all DAGs: lanes of DAGs, of pools or of workers, and a bar for each run or task instance. */
import { DEFAULT_POOL, type Micros } from "@momiji/core";
import type { LoadedRun } from "@momiji/store";
import type { Graphs } from "../graphs.ts";
import { letterOf, RUN_LETTERS } from "../live/live-event.ts";

/** Lane, id, one letter for the state, start and end in milliseconds after `from`; no end: it goes on. */
export type Bar = readonly [lane: number, id: string, state: string, start: number, end: number | null];

export interface Window {
  readonly from: Micros;
  readonly to: Micros;
}

/** Lanes in the order of their names, bars in that of their starts and ids. */
export class Lanes {
  readonly #window: Window;
  readonly #bars: { readonly lane: string; readonly bar: readonly [string, string, number, number | null] }[] = [];
  readonly #planned: { readonly lane: string; readonly at: number }[] = [];

  constructor(window: Window) {
    this.#window = window;
  }

  /** @param start null: it has not begun, and has no bar */
  add(
    lane: string,
    { id, state, start, end }: { id: string; state: string; start: Micros | null; end: Micros | null },
  ) {
    const { from, to } = this.#window;
    if (start === null || start >= to || (end !== null && end < from)) return;
    this.#bars.push({ lane, bar: [id, state, millis(start - from), end === null ? null : millis(end - from)] });
  }

  plan(lane: string, at: Micros): void {
    this.#planned.push({ lane, at: millis(at - this.#window.from) });
  }

  get size(): number {
    return this.#bars.length;
  }

  present() {
    const names = [...new Set([...this.#bars, ...this.#planned].map(({ lane }) => lane))].toSorted();
    const indexOf = new Map(names.map((name, index) => [name, index]));
    const runs = this.#bars
      .toSorted((a, b) => a.bar[2] - b.bar[2] || (a.bar[0] < b.bar[0] ? -1 : 1))
      .map(({ lane, bar }): Bar => [indexOf.get(lane) as number, ...bar]);
    const planned = this.#planned
      .toSorted((a, b) => a.at - b.at)
      .map(({ lane, at }) => [indexOf.get(lane) as number, at] as const);
    return { lanes: names, runs, planned };
  }
}

function millis(span: number): number {
  return Math.round(span / 1000);
}

export function addRuns(lanes: Lanes, runs: readonly LoadedRun["run"][]): void {
  for (const { dagId, runId, state, startDate: start, endDate: end } of runs)
    lanes.add(dagId, { id: runId, state: RUN_LETTERS[state], start, end });
}

/** Task instances in the lanes of what they held: a worker, or slots of a pool. */
export async function addInstances(
  lanes: Lanes,
  loaded: readonly LoadedRun[],
  { by, graphs }: { readonly by: "pool" | "worker"; readonly graphs: Graphs },
): Promise<void> {
  for (const { run, instances } of loaded) {
    const graph = await graphs.of(run.dagId, run.dagVersion);
    for (const { taskId, mapIndex, state, worker, startDate: start, endDate: end } of instances) {
      const spec = graph.tasks[graph.indexOf.get(taskId) ?? -1]?.spec;
      const lane = by === "pool" ? (spec?.pool ?? DEFAULT_POOL) : worker;
      if (lane === null) continue;
      const name = mapIndex < 0 ? taskId : `${taskId}[${mapIndex}]`;
      lanes.add(lane, { id: `${run.dagId}/${run.runId}/${name}`, state: letterOf(state), start, end });
    }
  }
}
