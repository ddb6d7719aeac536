/** What ran when, by lanes: pure data, in milliseconds after the window begins. */
import type { components } from "@momiji/client";
import { type State, stateOfLetter, worstOf } from "../../states/state.ts";

export type Timeline = components["schemas"]["Timeline"];

export interface Bar {
  /** Of a run, or `DAG/RUN/TASK`. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly state: State;
  /** So many are drawn as one, since each would be thinner than can be seen. */
  readonly count: number;
}

export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly planned: readonly number[];
}

interface How {
  /** Until when what goes on is drawn. */
  readonly now: number;
  /** What is shorter cannot be seen. */
  readonly least: number;
}

export function lanesOf(
  { lanes, runs, planned }: Pick<Timeline, "lanes" | "runs" | "planned">,
  how: How,
): readonly Lane[] {
  const bars: Bar[][] = lanes.map(() => []);
  for (const [lane, id, letter, from, to] of runs) {
    const bar = {
      id,
      from,
      to: Math.max(from, to ?? how.now),
      state: stateOfLetter(letter) ?? "none",
      count: 1,
    } as const;
    add(bars[lane] ?? [], bar, how.least);
  }
  const moments = Map.groupBy(planned, ([lane]) => lane);
  return lanes.map((name, at) => ({
    name,
    bars: bars[at] ?? [],
    planned: (moments.get(at) ?? []).map(([, moment]) => moment),
  }));
}

/** To what is drawn already, or as part of the last one if both are too thin to be told apart. */
function add(bars: Bar[], bar: Bar, least: number): void {
  const last = bars.at(-1);
  const isThin = last !== undefined && last.to - last.from < least && bar.to - last.from < least;
  if (!isThin) bars.push(bar);
  else {
    const state = worstOf([last.state, bar.state]) ?? bar.state;
    bars[bars.length - 1] = {
      ...last,
      // The loudest is what one wants to open.
      id: state === last.state ? last.id : bar.id,
      to: Math.max(last.to, bar.to),
      state,
      count: last.count + 1,
    };
  }
}

interface Target {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** null: it is not mapped. */
  readonly mapIndex: string | null;
}

/** The task instance of a bar in a lane of pools or workers. */
export function targetOf(id: string): Target | null {
  const [, dagId = "", runId = "", taskId = "", mapIndex = null] =
    /^([^/]+)\/(.+)\/([^/[]+)(?:\[(\d+)\])?$/.exec(id) ?? [];
  return dagId === "" ? null : { dagId, runId, taskId, mapIndex };
}
