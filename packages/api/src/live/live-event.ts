/** What is told to whoever watches: one change, in few words, by the topics that it belongs to. */
import type { DagRun, InstanceKey, RunState, TaskInstance, TaskState } from "@momiji/core";
import { presentInstant } from "../present.ts";

export type LiveEventName =
  | "run"
  | "ti"
  /** A run has missed some. */
  | "deadline"
  | "hitl"
  | "dag"
  | "backfill"
  | "asset"
  | "pool"
  | "import_error"
  | "worker"
  /** Parts of the page that greets are others now. */
  | "home"
  /** Lines of a log: they come from where the log is, not from the store. */
  | "log"
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
  return { name: "run", dagId, topics: ["home", "runs", ...topicsOf({ dagId, runId })], data };
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
  return [event, { name: "hitl", dagId: name.dagId, topics: ["home", "hitl", ...topicsOf(name)], data: own }];
}

/** @param missed how many at once */
export function deadlineEvent({ dagId, runId }: RunName, missed: number): LiveEvent {
  const data = { d: dagId, r: runId, missed };
  return { name: "deadline", dagId, topics: ["home", "runs", ...topicsOf({ dagId, runId })], data };
}

export function removedEvent(name: RunName, { taskId, mapIndex }: InstanceKey): LiveEvent {
  const data = { d: name.dagId, r: name.runId, t: taskId, m: mapIndex, s: NOT_THERE };
  return { name: "ti", dagId: name.dagId, topics: topicsOf(name), data };
}

export function dagEvent(name: "dag" | "backfill" | "asset" | "stale", dagId: string, more: object = {}): LiveEvent {
  return { name, dagId, topics: ["home", TOPICS[name], `dag:${dagId}`], data: { d: dagId, ...more } };
}

/** What is shown of all DAGs together. */
const TOPICS = { dag: "dags", backfill: "backfills", asset: "assets", stale: "runs" } as const;

/** The parts of `home` that events of a kind change. */
const PARTS: { readonly [name in LiveEventName]?: readonly string[] } = {
  run: ["running", "counts", "failures", "history"],
  stale: ["running", "counts", "failures", "history"],
  deadline: ["late"],
  dag: ["dags", "next"],
  hitl: ["hitl"],
  backfill: ["running"],
  pool: ["pools"],
  import_error: ["importErrors"],
};

/** What the events of one commit bring with them: which workers hold others now, and what the page that greets must read anew. */
export function followingEvents(events: readonly LiveEvent[], workers: ReadonlySet<string>): readonly LiveEvent[] {
  const parts = new Set(events.flatMap(({ name }) => PARTS[name] ?? []));
  const ofWorkers = [...workers].map((worker): LiveEvent => ({
    name: "worker",
    dagId: null,
    topics: ["workers"],
    data: { w: worker },
  }));
  if (parts.size === 0) return ofWorkers;
  return [...ofWorkers, { name: "home", dagId: null, topics: ["home"], data: { parts: [...parts] } }];
}

function topicsOf({ dagId, runId }: RunName): readonly string[] {
  return [`dag:${dagId}`, `run:${dagId}/${runId}`];
}
