/** The log of a job: that of its tries, one after another. */
import type { JobContext } from "@momiji/sdk";
import { Contact } from "../../client/contact.ts";
import { logsClient } from "../../client/clients.ts";
import { logPacerOf } from "../../cloudwatch/log-pacers.ts";
import { LogPositions } from "../../cloudwatch/log-position.ts";
import { LogReader } from "../../cloudwatch/log-reader.ts";
import { LogStream } from "../../cloudwatch/log-stream.ts";
import type { LoggedWork } from "../../cloudwatch/logged-work.ts";
import { findAccess } from "../../connection/find-access.ts";
import type { BatchHandle, BatchSubmitJobParams } from "../batch-params.ts";
import { DEFAULTS } from "../defaults.ts";
import type { JobWatch } from "./job-facts.ts";
import { type TryStream, triesOf } from "./log-streams.ts";

/** What the last lines get to be read in: a failure is told without them too. */
const LAST_LINES_MILLIS = 10_000;
/** Between two looks at what is known of the job here; nobody is asked. */
const LOOK_MILLIS = 500;
/** Streams of a try have numbers of their own, so that a position means the same in another life. */
const MOST_CONTAINERS = 16;

export interface LoggedJob {
  readonly params: BatchSubmitJobParams;
  readonly handle: BatchHandle;
  /** The one that writes. */
  readonly watch: JobWatch;
  /** The one that is waited for; of an array its parent. */
  readonly whole: JobWatch;
}

interface OpenLog {
  readonly stream: LogStream;
  readonly reader: LogReader;
}

export class BatchLogs {
  readonly #ctx: JobContext;
  readonly #job: LoggedJob;
  readonly #positions: LogPositions;
  /** Of the last try. */
  #logs: readonly OpenLog[] = [];

  constructor(ctx: JobContext, job: LoggedJob) {
    this.#ctx = ctx;
    this.#job = job;
    this.#positions = new LogPositions(ctx.position);
  }

  /** Until the job has ended and nothing comes any more; never rejects, since a job may do without its log. */
  async read(): Promise<void> {
    const { watch, whole } = this.#job;
    for (let number = 0; ; number += 1) {
      while (this.#tries(number) === undefined) {
        if (this.#ctx.signal.aborted || watch.isOver || (whole.isOver && watch.latest === null)) return;
        await watch.changeWithin(LOOK_MILLIS);
      }
      await this.#readTry(number);
    }
  }

  /** Of the last try, as far as they can be read. */
  async lastLines(count: number): Promise<readonly string[]> {
    const log = this.#logs.find(({ reader }) => reader.wasThere);
    if (log === undefined || count === 0) return [];
    try {
      const events = await log.stream.last(count, AbortSignal.timeout(LAST_LINES_MILLIS));
      return events.flatMap(({ message }) => message.replace(/\r?\n$/, "").split(/\r?\n/)).slice(-count);
    } catch {
      return [];
    }
  }

  /** Undefined: it has not begun, or its streams have no names yet. */
  #tries(number: number): ReturnType<typeof triesOf>[number] | undefined {
    const { latest } = this.#job.watch;
    const one = latest === null ? undefined : triesOf(latest)[number];
    return one !== undefined && (one.streams.length > 0 || one.isOver) ? one : undefined;
  }

  async #readTry(number: number): Promise<void> {
    const { streams = [] } = this.#tries(number) ?? {};
    const work = this.#workOf(number);
    const opened = streams.map((stream, index) => this.#open(stream, work, number * MOST_CONTAINERS + index));
    this.#logs = await Promise.all(opened);
    await Promise.all(this.#logs.map(({ reader }) => reader.read()));
  }

  #workOf(number: number): LoggedWork {
    const { watch } = this.#job;
    let overAt: number | null = null;
    return {
      mayHaveLog: true,
      hasNoLog: false,
      get overAt() {
        const isOver = watch.isOver || (watch.latest !== null && triesOf(watch.latest)[number]?.isOver === true);
        if (isOver) overAt ??= watch.overAt ?? performance.now();
        return overAt;
      },
      lateMillis: 0,
      until: (holds) => watch.until(holds),
      changeWithin: (millis) => watch.changeWithin(millis),
      pass: (millis) => watch.pass(millis),
    };
  }

  async #open({ group, region, stream, container }: TryStream, work: LoggedWork, number: number): Promise<OpenLog> {
    const { params, handle } = this.#job;
    const place = region ?? handle.region;
    const access = await findAccess(this.#ctx, { ...params, region: place });
    const client = await logsClient(access);
    const address = { group, stream, client, pacer: logPacerOf(access) };
    const log = new LogStream(address, this.#positions.placeOf(number));
    const patienceMillis = (params.apiTimeoutSeconds ?? DEFAULTS.apiTimeoutSeconds) * 1000;
    const { awslogsFetchIntervalSeconds: interval } = params;
    const reader = new LogReader({
      ctx: this.#ctx,
      work,
      stream: log,
      positions: this.#positions,
      number,
      contact: new Contact(this.#ctx, { patienceMillis, waitsOutRefusals: false }),
      call: { access, service: "logs", action: "logs:GetLogEvents" },
      source: container ?? "stdout",
      name: `the log stream ${stream} of the group ${group} (${place})`,
      intervalMillis: interval === undefined ? undefined : interval * 1000,
      settleMillis: (params.awslogsSettleSeconds ?? DEFAULTS.awslogsSettleSeconds) * 1000,
    });
    return { stream: log, reader };
  }
}
