/** Ships the log of one container while its task runs, and what comes late of it after. */
import type { JobContext } from "@momiji/sdk";
import { errorMessage, errorName } from "../client/aws-error.ts";
import type { Contact } from "../client/contact.ts";
import type { RefusedCall } from "../client/refusal-words.ts";
import type { LogPositions } from "./log-position.ts";
import type { LogEvent, LogPage, LogStream } from "./log-stream.ts";
import type { LoggedWork } from "./logged-work.ts";

const FIRST_MILLIS = 300;
const LONGEST_MILLIS = 10_000;
const GROWTH = 1.5;
/** While only late lines are waited for. */
const LATE_MILLIS = 300;
/** A log that goes on after its task has ended is not read for ever. */
const LATEST_MILLIS = 120_000;
/** A page with so many events is not the last one. */
const FULL_PAGE = 1_000;
const NOTHING: LogPage = { events: [], isEnd: true };

export interface ReadLog {
  readonly ctx: JobContext;
  readonly work: LoggedWork;
  readonly stream: LogStream;
  readonly contact: Contact;
  readonly call: RefusedCall;
  readonly positions: LogPositions;
  /** Of the stream in the job. */
  readonly number: number;
  /** Of its lines. */
  readonly source: string;
  /** In words: `the log stream s of the group g (us-east-1)`. */
  readonly name: string;
  readonly intervalMillis: number | undefined;
  readonly settleMillis: number;
}

export class LogReader {
  readonly #log: ReadLog;
  #intervalMillis: number;
  #wasThere: boolean;
  #missing = "";
  #isReadable = true;
  #lastEventAt = Number.NEGATIVE_INFINITY;

  constructor(log: ReadLog) {
    this.#log = log;
    this.#intervalMillis = log.intervalMillis ?? FIRST_MILLIS;
    this.#wasThere = log.positions.placeOf(log.number) !== null;
  }

  /** Whether there is something to be read. */
  get wasThere(): boolean {
    return this.#wasThere && this.#isReadable;
  }

  /** Until the task has ended and nothing comes any more; never rejects, since a job may do without its log. */
  async read(): Promise<void> {
    const { ctx, work } = this.#log;
    try {
      await work.until(() => work.mayHaveLog);
    } catch {
      // Whoever follows the task is told the same.
      return;
    }
    try {
      while (!ctx.signal.aborted && this.#isReadable) {
        const { overAt } = work;
        if (work.hasNoLog) return;
        const askedAt = performance.now();
        const page = await this.#page();
        await this.#ship(page.events);
        if (overAt !== null && page.isEnd && this.#isQuiet(overAt, askedAt)) return this.#end();
        if (overAt !== null && performance.now() - overAt > LATEST_MILLIS) return this.#end();
        if (!this.#hasMore(page)) await this.#pause();
      }
    } catch (error) {
      if (!ctx.signal.aborted) this.#unreadable(error);
    }
  }

  async #page(): Promise<LogPage> {
    const { ctx, stream, contact, call } = this.#log;
    try {
      const page = await stream.next(ctx.signal);
      contact.back();
      this.#wasThere = true;
      return page;
    } catch (error) {
      if (ctx.signal.aborted) return NOTHING;
      if (errorName(error) !== "ResourceNotFoundException") {
        contact.lost(error, call);
        return { events: [], isEnd: false };
      }
      this.#missing = errorMessage(error);
      return NOTHING;
    }
  }

  /** A line of an event that has several comes again as long as not all of them are there. */
  async #ship(events: readonly LogEvent[]): Promise<void> {
    const { ctx, positions, number, source } = this.#log;
    if (events.length === 0) return;
    this.#lastEventAt = performance.now();
    this.#intervalMillis = this.#log.intervalMillis ?? FIRST_MILLIS;
    for (const { millis, message } of events) {
      const lines = message.replace(/\r?\n$/, "").split(/\r?\n/);
      positions.take(number, millis);
      for (const [index, line] of lines.entries()) {
        const position = index === lines.length - 1 ? { position: positions.toString() } : {};
        ctx.line({ message: line, source, at: millis * 1000, ...position });
      }
    }
    await ctx.drained();
  }

  /** An answer says nothing of what came after its question. */
  #isQuiet(overAt: number, askedAt: number): boolean {
    const { work, settleMillis } = this.#log;
    return askedAt - Math.max(overAt - work.lateMillis, this.#lastEventAt) >= settleMillis;
  }

  #hasMore({ events, isEnd }: LogPage): boolean {
    if (isEnd || this.#log.contact.isLost) return false;
    return events.length === 0 || events.length >= FULL_PAGE;
  }

  async #pause(): Promise<void> {
    const { work, intervalMillis } = this.#log;
    if (work.overAt !== null) return await work.pass(this.#log.contact.isLost ? this.#intervalMillis : LATE_MILLIS);
    await work.changeWithin(this.#intervalMillis);
    if (intervalMillis === undefined) this.#intervalMillis = Math.min(this.#intervalMillis * GROWTH, LONGEST_MILLIS);
  }

  #end(): void {
    const { ctx, name } = this.#log;
    if (this.#wasThere) return;
    const why =
      "the container wrote nothing, or its task definition logs elsewhere (awslogsGroup, awslogsStreamPrefix)";
    ctx.say(`${name} is not there: ${why}. CloudWatch says: ${this.#missing}`, "warning");
  }

  #unreadable(error: unknown): void {
    this.#isReadable = false;
    const { facts } = error as { readonly facts?: { readonly detail?: string } };
    const { ctx, name } = this.#log;
    ctx.say(`${name} cannot be read: ${(error as Error).message}; ${facts?.detail ?? ""}`, "warning");
  }
}
