/**
 * Lines of logs for one client that watches: `log:DAG/RUN/TASK/MAP_INDEX/TRY`, with `@N` from line N on. They are no events of
 * the store: they are read where the logs are, as fast as the client takes them, and are known by their own numbers.
 */
import type { LogRecord } from "@momiji/core";
import type { LogName, LogReader } from "../log-reader.ts";
import { presentLine } from "../views/log-lines.ts";

/** Logs that one client may follow at once. */
const MOST_LOGS = 10;

/** Lines of one event. */
const MOST_LINES = 500;

export interface LogTopicsOptions {
  /** Absent: there are no logs here that can be followed. */
  readonly follow: LogReader["follow"] | undefined;
  /** Asked again and again while lines come. */
  mayRead(dagId: string): Promise<boolean>;
  /** There is something to take. */
  onReady(): void;
  onError(error: Error): void;
}

interface LogTopic {
  readonly name: LogName;
  readonly fromSeq: number;
}

export class LogTopics {
  readonly #options: LogTopicsOptions;
  readonly #followed = new Map<string, AbortController>();
  #ready: { readonly name: string; readonly data: object }[] = [];
  #taken = Promise.withResolvers<void>();

  constructor(options: LogTopicsOptions) {
    this.#options = options;
  }

  /** Of topics of other kinds nothing is known here. */
  set topics(topics: Iterable<string>) {
    const wanted = new Set([...topics].filter((topic) => topic.startsWith("log:")).slice(0, MOST_LOGS));
    for (const [topic, controller] of this.#followed) if (!wanted.has(topic)) this.#end(topic, controller);
    for (const topic of wanted) if (!this.#followed.has(topic)) this.#begin(topic);
  }

  /** Everything that has come since it was last asked; the logs are read on then. */
  take(): readonly { readonly name: string; readonly data: object }[] {
    const taken = this.#ready;
    if (taken.length === 0) return taken;
    this.#ready = [];
    this.#taken.resolve();
    this.#taken = Promise.withResolvers();
    return taken;
  }

  stop(): void {
    this.topics = [];
    this.#taken.resolve();
  }

  #end(topic: string, controller: AbortController): void {
    this.#followed.delete(topic);
    controller.abort();
  }

  #begin(topic: string): void {
    const parsed = readLogTopic(topic);
    const { follow } = this.#options;
    if (parsed === null || follow === undefined) return;
    const controller = new AbortController();
    this.#followed.set(topic, controller);
    this.#run(parsed, follow, controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) this.#options.onError(error instanceof Error ? error : new Error(String(error)));
    });
  }

  async #run(
    { name, fromSeq }: LogTopic,
    follow: NonNullable<LogReader["follow"]>,
    signal: AbortSignal,
  ): Promise<void> {
    for await (const batch of follow(name, fromSeq, signal)) {
      for (let at = 0; at < batch.length; at += MOST_LINES) {
        if (signal.aborted || !(await this.#options.mayRead(name.dagId))) return;
        this.#ready.push({ name: "log", data: presentLines(name, batch.slice(at, at + MOST_LINES)) });
        this.#options.onReady();
        await this.#room();
        if (signal.aborted) return;
      }
    }
  }

  /** One event waits at most: a log of a gigabyte costs no more than a client takes. */
  async #room(): Promise<void> {
    while (this.#ready.length > 0 && this.#followed.size > 0) await this.#taken.promise;
  }
}

function presentLines({ dagId, runId, taskId, mapIndex, tryNumber }: LogName, records: readonly LogRecord[]) {
  return { d: dagId, r: runId, t: taskId, m: mapIndex, n: tryNumber, lines: records.map(presentLine) };
}

/** Null: it names no attempt. The id of a run may hold what parts the others. */
function readLogTopic(topic: string): LogTopic | null {
  const found = /^log:([^/]+)\/(.+)\/([^/]+)\/(-?\d{1,9})\/(\d{1,9})(?:@(\d{1,12}))?$/.exec(topic);
  if (found === null) return null;
  const [, dagId = "", runId = "", taskId = "", mapIndex, tryNumber, from = "1"] = found;
  const name = { dagId, runId, taskId, mapIndex: Number(mapIndex), tryNumber: Number(tryNumber) };
  return { name, fromSeq: Math.max(1, Number(from)) };
}
