/** What is told to whoever watches: one change, in few words, by the topics that it belongs to. */
import type { DagRun, InstanceKey, RunState, TaskInstance, TaskState } from "@momiji/core";
import { presentInstant } from "../present.ts";

export type LiveEventName =
  | "run"
  | "ti"
  | "hitl"
  | "dag"
  | "backfill"
  | "asset"
  | "pool"
  | "import_error"
  /** The server knows that something of a DAG changed, but not what: look again. */
  | "stale";

export interface LiveEvent {
  readonly name: LiveEventName;
  /** Who may read this DAG may know; null: it is about none. */
  readonly dagId: string | null;
  readonly topics: readonly string[];
  readonly data: object;
}

/** One letter for each state of a task instance. */
const TASK_LETTERS = {
  none: ".",
  scheduled: "c",
  queued: "q",
  running: "r",
  success: "s",
  failed: "f",
  upstream_failed: "u",
  skipped: "k",
  up_for_retry: "y",
  up_for_reschedule: "e",
  deferred: "d",
  awaiting_input: "a",
  restarting: "t",
  removed: "x",
} as const satisfies { readonly [state in Exclude<TaskState, null> | "none"]: string };

/** The letter of a task instance that its run does not have. */
export const NOT_THERE = "-";

/** One letter for each state of a run. */
export const RUN_LETTERS = { queued: "q", running: "r", success: "s", failed: "f" } as const satisfies {
  readonly [state in RunState]: string;
};

export function letterOf(state: TaskState): string {
  return TASK_LETTERS[state ?? "none"];
}

/** Which run an event is about. */
export type RunName = Pick<DagRun, "dagId" | "runId">;

/** @param run null: it is gone */
export function runEvent({ dagId, runId }: RunName, run: DagRun | null): LiveEvent {
  const own = { d: dagId, r: runId };
  const data =
    run === null
      ? { ...own, gone: true }
      : {
          ...own,
          s: RUN_LETTERS[run.state],
          type: run.runType,
          logicalDate: presentInstant(run.logicalDate),
          runAfter: presentInstant(run.runAfter),
          queued: presentInstant(run.queuedAt),
          start: presentInstant(run.startDate),
          end: presentInstant(run.endDate),
          version: run.dagVersion,
          note: run.note !== null,
        };
  return { name: "run", dagId, topics: ["home", ...topicsOf({ dagId, runId })], data };
}

export function instanceEvents(name: RunName, instance: TaskInstance): readonly LiveEvent[] {
  const { taskId, mapIndex, tryNumber, state } = instance;
  const own = { d: name.dagId, r: name.runId, t: taskId, m: mapIndex };
  const data = {
    ...own,
    n: tryNumber,
    s: letterOf(state),
    start: presentInstant(instance.startDate),
    end: presentInstant(instance.endDate),
  };
  const event: LiveEvent = { name: "ti", dagId: name.dagId, topics: topicsOf(name), data };
  if (state !== "awaiting_input") return [event];
  return [event, { name: "hitl", dagId: name.dagId, topics: ["home", ...topicsOf(name)], data: own }];
}

export function removedEvent(name: RunName, { taskId, mapIndex }: InstanceKey): LiveEvent {
  const data = { d: name.dagId, r: name.runId, t: taskId, m: mapIndex, s: NOT_THERE };
  return { name: "ti", dagId: name.dagId, topics: topicsOf(name), data };
}

export function dagEvent(name: "dag" | "backfill" | "asset" | "stale", dagId: string, more: object = {}): LiveEvent {
  return { name, dagId, topics: ["home", `dag:${dagId}`], data: { d: dagId, ...more } };
}

function topicsOf({ dagId, runId }: RunName): readonly string[] {
  return [`dag:${dagId}`, `run:${dagId}/${runId}`];
}
