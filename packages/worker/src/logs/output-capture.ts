/**
 * The bytes that a command writes, as lines of its log. Bytes that are no UTF-8 become U+FFFD. Holds at most one line that
 * is not finished, cut at 64 KiB, and what may become the return value: however much is printed, memory stays small.
 */
import type { Clock, Masker } from "@momiji/core";
import { type AttemptLog, LONGEST_MESSAGE } from "./attempt-log.ts";

const NEWLINE = 10;

/** What is kept of the end of the output, for the words of a failure. */
const TAIL_BYTES = 4096;
const TAIL_LINES = 10;

export interface CaptureOptions {
  readonly log: AttemptLog;
  readonly clock: Clock;
  readonly masker: Masker;
  readonly source: "stdout" | "stderr";
  /** Bytes of the last line that are kept; 0: nobody wants it. */
  readonly maxValueBytes: number;
}

export class OutputCapture {
  readonly #options: CaptureOptions;
  readonly #lastLine: LastLine;
  #partial: Buffer = Buffer.alloc(0);
  #tail: Buffer = Buffer.alloc(0);
  #isTailCut = false;

  constructor(options: CaptureOptions) {
    this.#options = options;
    this.#lastLine = new LastLine(options.maxValueBytes);
  }

  /** The bytes may be reused by the caller afterwards. */
  feed(bytes: Buffer): void {
    this.#lastLine.feed(bytes);
    const { log, masker } = this.#options;
    const kept = TAIL_BYTES + masker.longest;
    this.#isTailCut ||= this.#tail.length + bytes.length > kept;
    this.#tail = Buffer.concat([this.#tail, bytes.subarray(-kept)]).subarray(-kept);
    if (log.isFull) {
      log.drop(bytes.length + this.#partial.length);
      this.#partial = Buffer.alloc(0);
      return;
    }
    const end = bytes.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.#hold(Buffer.concat([this.#partial, bytes]));
      return;
    }
    const head = bytes.toString("utf8", 0, end);
    const joined = this.#partial.length === 0 ? head : this.#join(bytes.subarray(0, end));
    for (const line of joined.split("\n")) this.#write(line);
    this.#hold(Buffer.from(bytes.subarray(end + 1)));
  }

  /** Writes a last line that has no end. */
  end(): void {
    if (this.#partial.length > 0) this.#write(this.#partial.toString("utf8"));
    this.#partial = Buffer.alloc(0);
  }

  /** The last line without trailing white space, as Airflow has it; or how long it is, if it is too long to keep. */
  lastLine(): { readonly text: string } | { readonly tooLong: number } {
    return this.#lastLine.take();
  }

  /** The last lines of all that was written, secrets masked. */
  tail(): string {
    const { masker } = this.#options;
    const masked = masker.mask(this.#tail.toString("utf8"));
    // Where it was cut, the rest of a secret may stand, which nothing recognises any more.
    const text = (this.#isTailCut ? masked.slice(masker.longest) : masked).trimEnd();
    return text.split("\n").slice(-TAIL_LINES).join("\n");
  }

  #join(bytes: Buffer): string {
    const joined = Buffer.concat([this.#partial, bytes]).toString("utf8");
    this.#partial = Buffer.alloc(0);
    return joined;
  }

  /** A line too long is written in parts; a secret must not lie across a cut, so as much as the longest is held back. */
  #hold(partial: Buffer): void {
    const { masker } = this.#options;
    if (partial.length <= LONGEST_MESSAGE + 4 * masker.longest) {
      this.#partial = partial;
      return;
    }
    const cut = characterStart(partial, partial.length - 4);
    const text = masker.mask(partial.toString("utf8", 0, cut));
    this.#write(text.slice(0, text.length - masker.longest));
    this.#partial = Buffer.concat([Buffer.from(text.slice(text.length - masker.longest)), partial.subarray(cut)]);
  }

  #write(line: string): void {
    const message = line.endsWith("\r") ? line.slice(0, -1) : line;
    const { log, clock, source } = this.#options;
    log.write({ at: clock.now(), level: "info", source, message });
  }
}

/** The last place up to `at` where a character of UTF-8 begins. */
function characterStart(bytes: Buffer, at: number): number {
  for (let start = at; start > at - 4; start--) {
    if (((bytes[start] ?? 0) & 0xc0) !== 0x80) return start;
  }
  return at;
}

/** Follows the last line of a stream of bytes. */
class LastLine {
  readonly #maxBytes: number;
  #pieces: Buffer[] = [];
  #size = 0;
  #ended = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  feed(bytes: Buffer): void {
    if (this.#maxBytes === 0 || bytes.length === 0) return;
    const endsLine = bytes[bytes.length - 1] === NEWLINE;
    const text = endsLine ? bytes.subarray(0, -1) : bytes;
    const from = text.lastIndexOf(NEWLINE) + 1;
    if (from > 0 || this.#ended) {
      this.#pieces = [];
      this.#size = 0;
    }
    this.#ended = endsLine;
    this.#size += text.length - from;
    if (this.#size <= this.#maxBytes) this.#pieces.push(Buffer.from(text.subarray(from)));
  }

  take(): { readonly text: string } | { readonly tooLong: number } {
    if (this.#size > this.#maxBytes) return { tooLong: this.#size };
    return { text: Buffer.concat(this.#pieces).toString("utf8").trimEnd() };
  }
}
