/** For tests of job operators, ours and a user's: what an operator is called with. It remembers what was logged, as the job lane does. */
import type { Json, LogRecord } from "@momiji/core";
import { Temporal } from "@momiji/core";
import type { Connection, JobContext, JobLine, KeptState } from "@momiji/sdk";

export interface TestJob {
  readonly ctx: JobContext;
  readonly lines: JobLine[];
  readonly said: string[];
  readonly abort: () => void;
  /** Resolves when a line, or a word said, holds the text. */
  seen(text: string): Promise<void>;
  /** As another worker is given the same attempt: from the last line that was logged. */
  next(): TestJob;
}

export interface TestJobOptions {
  readonly attemptId?: string;
  readonly taskId?: string;
  readonly graceMillis?: number;
  readonly connections?: { readonly [id: string]: Omit<Connection, "id"> };
  readonly lines?: JobLine[];
  /** Aborts the job in front of a line. */
  readonly onLine?: (line: JobLine, job: { readonly abort: () => void }) => void;
}

const date = Temporal.Instant.from("2026-01-01T00:00Z").toZonedDateTimeISO("Asia/Tokyo");

export function testJob(options: TestJobOptions = {}): TestJob {
  const {
    attemptId = crypto.randomUUID(),
    taskId = "t",
    graceMillis = 2_000,
    connections = {},
    lines = [],
    onLine,
  } = options;
  const stop = new AbortController();
  const said: string[] = [];
  const waiters = new Set<() => void>();
  const abort = (): void => stop.abort();
  const tell = (): void => {
    for (const waiter of waiters) waiter();
  };
  const ctx: JobContext = {
    ...fixedFacts,
    attemptId,
    taskId,
    graceMillis,
    position: lines.findLast((line) => line.position !== undefined)?.position ?? null,
    signal: stop.signal,
    connections: { get: async (id) => connections[id] && { id, ...connections[id] } },
    line(line: JobLine) {
      if (stop.signal.aborted) return;
      onLine?.(line, { abort });
      if (stop.signal.aborted) return;
      lines.push(line);
      tell();
    },
    drained: async () => undefined,
    say(message: string, level: LogRecord["level"] = "info") {
      said.push(`${level}: ${message}`);
      tell();
    },
  };
  const seen = (text: string): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = (): void => {
      if ([...said, ...lines.map(({ message }) => message)].some((one) => one.includes(text))) resolve();
    };
    waiters.add(look);
    look();
    return promise.finally(() => waiters.delete(look));
  };
  const { onLine: _, ...rest } = options;
  return { ctx, lines, said, abort, seen, next: () => testJob({ ...rest, attemptId, lines }) };
}

const silent = (): void => undefined;

const keepsNothing: KeptState = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
  clear: async () => undefined,
};

const fixedFacts = {
  dagId: "d",
  runId: "manual__2026-01-01T00:00:00+00:00",
  runType: "manual",
  mapIndex: -1,
  tryNumber: 1,
  maxTries: 0,
  logicalDate: date,
  dataInterval: null,
  runAfter: date,
  params: {},
  conf: {},
  log: { debug: silent, info: silent, warning: silent, error: silent },
  maskSecret: silent as (value: Json) => void,
  now: () => date.toInstant(),
  xcom: { pull: async () => undefined, push: silent },
  variables: { get: async () => undefined },
  state: { ...keepsNothing, of: () => keepsNothing },
  outletEvents: () => ({ add: silent }),
  inletEvents: async () => [],
  triggeringAssetEvents: [],
  runs: {
    statesAt: async () => null,
    state: async () => null,
    tasksOf: async () => null,
    trigger: async () => ({ runId: "", created: false, reset: false }),
  },
} as const;
