/**
 * The log of one attempt on its way to a sink: numbers, masks, caps, and writes once a turn of the event loop rather than
 * once a line. A sink that fails (a full disk) never costs the attempt: its lines are kept for a while and written as soon as it
 * works again; how many were too many to keep is said then.
 */
import type { Clock, LogRecord, Masker, Micros } from "@momiji/core";
import type { LogSink } from "./log-sink.ts";

export type LogLevel = LogRecord["level"];

/** A record before it has its number. */
export type LogEntry = Omit<LogRecord, "seq">;

/** Characters of one record; longer messages are spread over several. */
export const LONGEST_MESSAGE = 64 * 1024;

/** Characters that wait before they are written within the turn: more would only be more garbage at a time. */
const WRITE_AT = 1 << 16;

/** Characters of one log that are kept while they cannot be written, and of all logs of a worker. */
const MOST_HELD = 1 << 18;
const MOST_HELD_OF_ALL = 1 << 24;

const RETRY_MICROS: Micros = 1_000_000;

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
  /** What all of them hold that could not be written; over: the worker ends, and nothing is tried again. */
  readonly held: { characters: number; isOver: boolean };
}

/** A write that failed. */
interface Stuck {
  held: number;
  /** Of entries that were too many to keep. */
  dropped: number;
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
  #stuck: Stuck | null = null;
  /** Number of the last record before what is being written; of a write that failed some may be there all the same. */
  #triedFrom: number | null = null;
  #cancelRetry: (() => void) | null = null;
  #isClosed = false;
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
    this.#forgetOutput();
    try {
      this.#sink ??= this.#openSink();
      const { position, lastSeq, kept } = this.#sink.resume();
      this.#lastSeq = lastSeq;
      this.#kept = kept;
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
    try {
      this.#sink ??= this.#openSink();
      const left = this.#stuck === null ? entries : this.#leftOf(entries, this.#stuck);
      this.#triedFrom ??= this.#lastSeq;
      let seq = this.#lastSeq;
      this.#sink.write(left.map((entry) => ({ seq: ++seq, ...entry })));
      this.#lastSeq = seq;
      this.#pending = null;
      this.#pendingSize = 0;
      this.#letGo();
    } catch (error) {
      this.#hold(error as Error);
    }
    if (this.#isClosed) this.#giveUpSink();
  }

  /** Writes what is left, and what was dropped. */
  close(): void {
    if (this.#dropped > 0) this.say("warning", `${this.#dropped} further bytes of output were not kept`);
    this.#dropped = 0;
    this.#isClosed = true;
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
    return sink;
  }

  /** Without those that the write before had written when it failed, and with how many were not kept. */
  #leftOf(entries: readonly LogEntry[], { dropped }: Stuck): readonly LogEntry[] {
    const written = this.#triedFrom === null ? 0 : this.#lastSeq - this.#triedFrom;
    const left = entries.slice(Math.max(0, written));
    if (dropped === 0) return left;
    const message = `${dropped} lines before this one could not be written`;
    return [...left, { at: this.#context.clock.now(), level: "warning", source: "momiji", message }];
  }

  /** What waits goes on waiting, and is tried again. */
  #hold(error: Error): void {
    this.#giveUpSink();
    const { clock, held, warn } = this.#context;
    if (this.#stuck === null) {
      this.#stuck = { held: this.#pendingSize, dropped: 0 };
      held.characters += this.#pendingSize;
      warn(`a task's log could not be written: ${error.message}`);
    }
    if (held.isOver) return;
    this.#cancelRetry ??= clock.setTimer(clock.now() + RETRY_MICROS, () => {
      this.#cancelRetry = null;
      this.flush();
    });
  }

  #letGo(): void {
    this.#triedFrom = null;
    if (this.#stuck === null) return;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#context.held.characters -= this.#stuck.held;
    this.#stuck = null;
  }

  /** The output of an outside job that could not be written comes again with what follows its last position. */
  #forgetOutput(): void {
    if (this.#stuck === null || this.#pending === null) return;
    this.#triedFrom = null;
    this.#pending = this.#pending.filter(({ source }) => source === "momiji" || source === "task");
  }

  #add(entry: LogEntry): void {
    this.sayNow();
    if (!this.#hasRoom(entry.message.length)) return;
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
    pending.push({
      at,
      level,
      source,
      message: rest,
      ...(position === undefined ? {} : { position, kept: this.#kept }),
    });
    this.#pendingSize += message.length;
    if (this.#pendingSize > WRITE_AT && this.#stuck === null) this.flush();
  }

  /** Always, but for what comes while nothing can be written. */
  #hasRoom(characters: number): boolean {
    const stuck = this.#stuck;
    if (stuck === null) return true;
    const { held } = this.#context;
    if (stuck.held + characters > MOST_HELD || held.characters + characters > MOST_HELD_OF_ALL) {
      stuck.dropped++;
      return false;
    }
    stuck.held += characters;
    held.characters += characters;
    return true;
  }
}
