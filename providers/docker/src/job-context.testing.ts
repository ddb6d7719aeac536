/** A job's context for tests that call the operator directly: a log in memory, answers at hand, the machine's clock. */
import { Temporal } from "@momiji/core";
import { type Connection, type JobContext, type JobLine, type KeptState, taskSignalOf } from "@momiji/sdk";

const KEEPS_NOTHING: KeptState = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
  clear: async () => undefined,
};

export interface TestJob {
  readonly attemptId: string;
  readonly position?: string | null;
  readonly connections?: { readonly [id: string]: Omit<Connection, "id"> };
  readonly variables?: { readonly [key: string]: string };
  readonly signal?: AbortSignal;
  readonly graceMillis?: number;
}

export interface TestJobContext extends JobContext {
  readonly lines: JobLine[];
  /** What the operator said. */
  readonly said: string[];
  readonly masked: string[];
}

export function testJobContext(job: TestJob): TestJobContext {
  const lines: JobLine[] = [];
  const said: string[] = [];
  const masked: string[] = [];
  const instant = Temporal.Instant.from("2026-01-02T00:00:00Z");
  const absent = async (): Promise<undefined> => undefined;
  const log = (message: string): void => void said.push(message);
  return {
    lines,
    said,
    masked,
    dagId: "tests",
    runId: "manual",
    runType: "manual",
    taskId: "container",
    mapIndex: -1,
    attemptId: job.attemptId,
    tryNumber: 1,
    maxTries: 0,
    logicalDate: null,
    dataInterval: null,
    runAfter: instant.toZonedDateTimeISO("UTC"),
    params: {},
    conf: {},
    log: { debug: log, info: log, warning: log, error: log },
    maskSecret: (value) => void masked.push(typeof value === "string" ? value : JSON.stringify(value)),
    now: () => Temporal.Now.instant(),
    signal: job.signal ?? new AbortController().signal,
    xcom: { pull: absent, push: () => undefined },
    variables: { get: async (key) => job.variables?.[key] },
    state: { ...KEEPS_NOTHING, of: () => KEEPS_NOTHING },
    connections: {
      get: async (id) => {
        const connection = job.connections?.[id];
        return connection && { id, ...connection };
      },
    },
    outletEvents: () => ({ add: () => undefined }),
    inletEvents: async () => [],
    triggeringAssetEvents: [],
    runs: {
      statesAt: async () => null,
      state: async () => null,
      tasksOf: async () => null,
      trigger: async (_dagId, { runId = "" }) => ({ runId, created: false, reset: false }),
    },
    position: job.position ?? null,
    graceMillis: job.graceMillis ?? 1000,
    line: (line) => void lines.push(line),
    drained: async () => undefined,
    say: log,
  };
}

/** What a launch failed with. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; message: string; detail: string }> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (taskSignalOf(error) !== "job") throw new Error(`no failure of a job: ${String(error)}`, { cause: error });
  const { message, facts } = error as Error & { facts: { code: string; detail?: string } };
  return { code: facts.code, message, detail: facts.detail ?? "" };
}
