/**
 * Catches what a task's code writes to standard output and error (and so all that `console` prints) as lines in the order
 * of the writes, together with `ctx.log`. Lines travel in batches, at the latest at the end of the turn.
 */
import { StringDecoder } from "node:string_decoder";
import type { ChildLine, ChildSource } from "./child-protocol.ts";

/** Characters that wait before they are sent within the turn. */
const SEND_AT = 64 * 1024;

const LONGEST_WAIT_MICROS = 200_000;

/** A line is sent in parts once it is longer. */
const LONGEST_LINE = 64 * 1024;

const INFO = 1;

export interface OutputOptions {
  readonly send: (lines: readonly ChildLine[]) => void;
  /** Microseconds since the call began. */
  readonly elapsed: () => number;
  /** What is said beyond is not sent: the worker would not keep it. */
  readonly maxBytes: number;
}

export class ChildOutput {
  readonly #options: OutputOptions;
  readonly #streams = { stdout: new LineCutter(), stderr: new LineCutter() };
  #lines: ChildLine[] = [];
  #size = 0;
  #total = 0;
  #dropped = 0;
  #isOpen = false;
  #isSendDue = false;
  /** Of the call, as `elapsed`. */
  #sentAt = 0;

  constructor(options: OutputOptions) {
    this.#options = options;
    this.#catch(process.stdout, "stdout");
    this.#catch(process.stderr, "stderr");
  }

  /** What is written from now on belongs to a new call. */
  open(): void {
    this.#isOpen = true;
    this.#total = 0;
    this.#dropped = 0;
    this.#sentAt = 0;
  }

  add(source: ChildSource, level: number, message: string): void {
    this.#enter(message, (elapsed) => [elapsed, level, source, message]);
  }

  #enter(message: string, toLine: (elapsed: number) => ChildLine): void {
    this.#total += message.length + 1;
    // What crosses the cap is sent still, so that the worker says that something was cut.
    if (!this.#isOpen || this.#total - message.length - 1 > this.#options.maxBytes) {
      this.#dropped += message.length + 1;
      return;
    }
    const elapsed = this.#options.elapsed();
    this.#lines.push(toLine(elapsed));
    this.sendSoon();
    this.#size += message.length;
    // A function that never lets go of the event loop is followed all the same.
    if (this.#size > SEND_AT || elapsed - this.#sentAt > LONGEST_WAIT_MICROS) this.#send(elapsed);
  }

  /** At the end of this turn, together with whatever else is to be sent then. */
  sendSoon(): void {
    if (this.#isSendDue) return;
    this.#isSendDue = true;
    setImmediate(() => {
      this.#isSendDue = false;
      if (this.#isOpen) this.#send(this.#options.elapsed());
    });
  }

  /** Bytes of this call that were not sent. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Takes what has not been sent, with lines that have no end. Nothing is caught until the next `open`. */
  close(): ChildLine[] {
    for (const source of ["stdout", "stderr"] as const) {
      const rest = this.#streams[source].end();
      if (rest !== "") this.add(source, INFO, rest);
    }
    this.#isOpen = false;
    return this.#take();
  }

  #send(elapsed: number): void {
    this.#sentAt = elapsed;
    this.#options.send(this.#take());
  }

  #take(): ChildLine[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#size = 0;
    return lines;
  }

  #catch(stream: NodeJS.WriteStream, source: "stdout" | "stderr"): void {
    const cutter = this.#streams[source];
    const write = (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error | null) => void),
      callback?: (error?: Error | null) => void,
    ): boolean => {
      const done = typeof encoding === "function" ? encoding : callback;
      const text =
        typeof chunk === "string" && encodingOf(encoding) !== null
          ? Buffer.from(chunk, encodingOf(encoding) ?? "utf8")
          : chunk;
      for (const line of cutter.lines(text)) this.add(source, INFO, line);
      const piece = cutter.takeLong();
      if (piece !== "") this.#enter(piece, (elapsed) => [elapsed, INFO, source, piece, true]);
      if (done !== undefined) process.nextTick(done);
      return true;
    };
    stream.write = write;
  }
}

/** Null for text that is text. */
function encodingOf(encoding: unknown): BufferEncoding | null {
  if (typeof encoding !== "string" || encoding === "utf8" || encoding === "utf-8") return null;
  return encoding as BufferEncoding;
}

class LineCutter {
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";

  lines(chunk: string | Uint8Array): string[] {
    const text = this.#rest + (typeof chunk === "string" ? chunk : this.#decoder.write(Buffer.from(chunk)));
    const lines = text.split("\n");
    this.#rest = lines.pop() ?? "";
    return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  }

  /** What there is of a line that has no end and has grown long; empty: it is not long yet. */
  takeLong(): string {
    if (this.#rest.length <= LONGEST_LINE) return "";
    const piece = this.#rest;
    this.#rest = "";
    return piece;
  }

  end(): string {
    const rest = this.#rest + this.#decoder.end();
    this.#rest = "";
    return rest;
  }
}
