/** A task context for tests: fixed facts, and memory where the engine would answer. */
import type { Json, RunState } from "@momiji/core";
import { Temporal } from "@momiji/core";
import type { Connection, KeptState, RunStates, TaskContext } from "@momiji/sdk";

const KEEPS_NOTHING: KeptState = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
  clear: async () => undefined,
};

export interface TestContextOptions {
  readonly now?: string;
  readonly connections?: { readonly [id: string]: Omit<Connection, "id"> };
  /** States by `dagId/runId`; `trigger` adds to it. */
  readonly runs?: Map<string, RunState>;
  /** Answers by `dagId at instant`. */
  readonly statesAt?: { readonly [key: string]: RunStates };
  readonly logicalDate?: null;
  /** Tasks by DAG id; those of group `g` begin with `g.`. */
  readonly tasks?: { readonly [dagId: string]: readonly string[] };
  readonly paused?: readonly string[];
  readonly attemptId?: string;
  readonly signal?: AbortSignal;
  readonly xcoms?: Map<string, Json>;
}

const at = (text: string): Temporal.ZonedDateTime => Temporal.Instant.from(text).toZonedDateTimeISO("Asia/Tokyo");

export function testContext(options: TestContextOptions = {}): TaskContext & { readonly lines: string[] } {
  const {
    runs = new Map<string, RunState>(),
    xcoms = new Map<string, Json>(),
    connections = {},
    statesAt = {},
  } = options;
  const hasDate = options.logicalDate !== null;
  const lines: string[] = [];
  const log = (message: string): void => void lines.push(message);
  return {
    lines,
    dagId: "d",
    runId: "r",
    runType: "scheduled",
    taskId: "t",
    mapIndex: -1,
    attemptId: options.attemptId ?? "attempt-1",
    tryNumber: 1,
    maxTries: 0,
    logicalDate: hasDate ? at("2026-01-01T00:00Z") : null,
    dataInterval: hasDate ? { start: at("2026-01-01T00:00Z"), end: at("2026-01-02T00:00Z") } : null,
    runAfter: at("2026-01-02T00:00Z"),
    params: {},
    conf: {},
    log: { debug: log, info: log, warning: log, error: log },
    maskSecret: () => undefined,
    now: () => Temporal.Instant.from(options.now ?? "2026-01-02T00:00Z"),
    signal: options.signal ?? new AbortController().signal,
    xcom: {
      pull: async (taskId, { key = "return_value" } = {}) => xcoms.get(`${taskId}/${key}`),
      push: (key, value) => void xcoms.set(`t/${key}`, value),
    },
    variables: { get: async () => undefined },
    state: { ...KEEPS_NOTHING, of: () => KEEPS_NOTHING },
    connections: { get: async (id) => connections[id] && { id, ...connections[id] } },
    outletEvents: () => ({ add: () => undefined }),
    inletEvents: async () => [],
    triggeringAssetEvents: [],
    runs: {
      statesAt: async (dagId, date) => statesAt[`${dagId} at ${date.toString()}`] ?? null,
      state: async (dagId, runId) => runs.get(`${dagId}/${runId}`) ?? null,
      tasksOf: async (dagId, taskIds, groupId) => {
        const tasks = options.tasks?.[dagId];
        if (tasks === undefined) return null;
        const members = tasks.filter((task) => task.startsWith(`${groupId}.`));
        return {
          missing: taskIds.filter((taskId) => !tasks.includes(taskId)),
          members: members.length > 0 ? members : null,
        };
      },
      trigger: async (dagId, { runId = "generated" }, { resets = false, failsWhenPaused = false } = {}) => {
        if (failsWhenPaused && options.paused?.includes(dagId) === true) throw new Error(`Dag ${dagId} is paused`);
        const created = !runs.has(`${dagId}/${runId}`);
        if (created || resets) runs.set(`${dagId}/${runId}`, "queued");
        return { runId, created, reset: !created && resets };
      },
    },
  };
}
