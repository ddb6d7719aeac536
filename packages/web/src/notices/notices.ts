/** Which failed runs somebody is told of who looks at something else, and how. */
import type { LiveEvent } from "@momiji/client";
import { readInstant } from "../format/instant.ts";

export interface FailedRun {
  readonly dagId: string;
  readonly runId: string;
}

/** What ended longer ago is no news: an event may tell of a note on an old run. */
const NEWS_MILLIS = 60_000;

/** @param now milliseconds since the epoch @returns null: the event tells of nothing that has just failed */
export function failedRun({ event, data }: LiveEvent, now: number): FailedRun | null {
  const { d: dagId, r: runId, s: state, end } = data;
  if (event !== "run" || state !== "f" || typeof dagId !== "string" || typeof runId !== "string") return null;
  const ended = typeof end === "string" ? readInstant(end) : null;
  return ended === null || now - ended > NEWS_MILLIS ? null : { dagId, runId };
}

export interface Notice {
  /** Tabs that tell the same show it once. */
  readonly tag: string;
  readonly dagIds: readonly string[];
  /** The run, if there is but one. */
  readonly runId: string | null;
  readonly runs: number;
  /** Its page, below the interface's own address. */
  readonly path: string;
}

/** One for all that failed together; null: nobody is told of any of them. */
export function noticeOf(failed: readonly FailedRun[], isTold: (dagId: string) => boolean): Notice | null {
  const told = new Map(failed.filter(({ dagId }) => isTold(dagId)).map((run) => [`${run.dagId}/${run.runId}`, run]));
  const runs = [...told.values()];
  const [first] = runs;
  if (first === undefined) return null;
  const isOne = runs.length === 1;
  const path = `/dags/${encodeURIComponent(first.dagId)}/runs/${encodeURIComponent(first.runId)}`;
  return {
    tag: [...told.keys()].toSorted().join(" "),
    dagIds: [...new Set(runs.map(({ dagId }) => dagId))],
    runId: isOne ? first.runId : null,
    runs: runs.length,
    path: isOne ? path : "/",
  };
}
