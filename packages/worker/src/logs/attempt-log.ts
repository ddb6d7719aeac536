/**
 * The log of one attempt on its way to a sink: numbers, masks, caps, and writes once a turn of the event loop rather than
 * once a line. A sink that fails (a full disk) costs log lines, never the attempt; how many is said as soon as it works
 * again.
 */
import type { Clock, LogRecord, Masker } from "@momiji/core";
import type { LogSink } from "./log-sink.ts";

export type LogLevel = LogRecord["level"];

/** A record before it has its number. */
export type LogEntry = Omit<LogRecord, "seq">;

/** Characters of one record; longer messages are spread over several. */
export const LONGEST_MESSAGE = 64 * 1024;

/** Characters that wait before they are written within the turn: more would only be more garbage at a time. */
const WRITE_AT = 1 << 16;

/** What the logs of a worker have in common. */
export interface LogContext {
  readonly clock: Clock;
  readonly masker: Masker;
  /** Bytes of output kept of one attempt. */
  readonly maxBytes: number;
  /** Asks that `flush` be called at the end of this turn of the event loop. */
  readonly flushSoon: (log: AttemptLog) => void;
  /** Says that a log could not be written. */
  readonly warn: (message: string) => void;
}

export class AttemptLog {
  readonly #context: LogContext;
  readonly #open: () => LogSink;
  #sink: LogSink | null = null;
  #lastSeq = 0;
  #before: LogEntry | null = null;
  /** Of one that has nothing to say, as most that wait, not even a list. */
  #pending: LogEntry[] | null = null;
  #pendingSize = 0;
  #kept = 0;
  #dropped = 0;
  #unwritten = 0;
  /** Of the output of an outside job, see `resume`. */
  #position: string | null = null;

  constructor(context: LogContext, open: () => LogSink) {
    this.#context = context;
    this.#open = open;
  }

  /** The cap is reached: output is only counted from here on. */
  get isFull(): boolean {
    return this.#kept >= this.#context.maxBytes;
  }

  /** The engine's own words; the cap does not hold for them. */
  say(level: LogLevel, message: string): void {
    this.#add({ at: this.#context.clock.now(), level, source: "momiji", message });
  }

  /**
   * Words that stand before whatever is said next, and are never written if nothing is: a thousand commands that have
   * nothing to say need no thousand files.
   */
  sayBefore(message: string): void {
    this.#before = { at: this.#context.clock.now(), level: "info", source: "momiji", message };
  }

  /** Writes the words before although nothing has followed them yet. */
  sayNow(): void {
    const before = this.#before;
    this.#before = null;
    if (before !== null) this.#add(before);
  }

  /** What the task wrote; dropped and counted beyond the cap. */
  write(entry: LogEntry): void {
    if (this.isFull) {
      this.drop(Buffer.byteLength(entry.message) + 1);
      return;
    }
    this.#kept += Buffer.byteLength(entry.message) + 1;
    this.#add(entry);
    if (this.isFull)
      this.say("warning", `output cut after ${this.#context.maxBytes} bytes; the rest is counted, not kept`);
  }

  /** Notes that so many bytes of output came after the cap. */
  drop(bytes: number): void {
    this.#dropped += bytes;
  }

  /** From here on these values are not written. */
  hide(values: readonly string[]): void {
    this.#context.masker.add(values);
  }

  /**
   * Where the output of an outside job goes on: after the last position that was written; null: at its beginning. What was
   * written of the output after it is taken back.
   */
  resume(): string | null {
    this.flush();
    try {
      this.#sink ??= this.#openSink();
      const { position, lastSeq, bytes } = this.#sink.resume();
      this.#lastSeq = lastSeq;
      this.#kept = Math.max(this.#kept, bytes);
      this.#position = position;
    } catch (error) {
      this.#giveUpSink();
      this.#context.warn(`a task's log could not be read: ${(error as Error).message}`);
    }
    return this.#position;
  }

  /** Hands what waits to the sink. */
  flush(): void {
    const entries = this.#pending;
    if (entries === null) return;
    this.#pending = null;
    this.#pendingSize = 0;
    try {
      this.#sink ??= this.#openSink();
      let seq = this.#lastSeq;
      this.#sink.write(entries.map((entry) => ({ seq: ++seq, ...entry })));
      this.#lastSeq = seq;
    } catch (error) {
      this.#giveUpSink();
      this.#unwritten += entries.length;
      this.#context.warn(`a task's log could not be written: ${(error as Error).message}`);
    }
  }

  /** Writes what is left, and what was dropped. */
  close(): void {
    if (this.#dropped > 0) this.say("warning", `${this.#dropped} further bytes of output were not kept`);
    this.#dropped = 0;
    this.flush();
    this.#giveUpSink();
  }

  /** The next record, if there is one, opens it again. */
  #giveUpSink(): void {
    this.#sink?.close?.();
    this.#sink = null;
  }

  #openSink(): LogSink {
    const sink = this.#open();
    this.#lastSeq = sink.lastSeq;
    if (this.#unwritten > 0) {
      const message = `${this.#unwritten} lines before this one could not be written`;
      sink.write([
        { seq: ++this.#lastSeq, at: this.#context.clock.now(), level: "warning", source: "momiji", message },
      ]);
      this.#unwritten = 0;
    }
    return sink;
  }

  #add(entry: LogEntry): void {
    this.sayNow();
    const message = this.#context.masker.mask(entry.message);
    if (this.#pending === null) this.#context.flushSoon(this);
    const pending = (this.#pending ??= []);
    const { at, level, source } = entry;
    let rest = message;
    for (; rest.length > LONGEST_MESSAGE; rest = rest.slice(LONGEST_MESSAGE))
      pending.push({ at, level, source, message: rest.slice(0, LONGEST_MESSAGE) });
    // Only with its last piece the whole line is there.
    const { position } = entry;
    if (position !== undefined) this.#position = position;
    pending.push({ at, level, source, message: rest, ...(position === undefined ? {} : { position }) });
    this.#pendingSize += message.length;
    if (this.#pendingSize > WRITE_AT) this.flush();
  }
}
