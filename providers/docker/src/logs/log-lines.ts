/** From pieces to lines, each with its position; what was read before is left out. */
import { LOG_START, type LogMark, type LogPosition, type LogStream, positionText } from "./log-position.ts";
import { type LogPiece, TIME_BYTES } from "./log-pieces.ts";
import { LogTimes, microsOf } from "./log-time.ts";

export interface LogLine {
  readonly source: LogStream | "engine";
  readonly message: string;
  /** Epoch microseconds; absent for words of the engine. */
  readonly at?: number;
  readonly position?: string;
}

/** A line of more pieces than these is handed on as several: it may never end. */
const PIECES_OF_A_LINE = 4;
/** Of a piece without a time, which no engine gives. */
const EARLIEST = "0000000000.000000000";
const NEWLINE = 10;
const RETURN = 13;

interface StreamState {
  /** The line that is being read. */
  at: string | null;
  pieces: Buffer[];
  /** The last line that was read. A time before that of the line before it counts as that: the clock was set back. */
  last: LogMark | null;
  /** Of the last line that was handed on; lines up to the first of these are left out. */
  mark: LogMark | null;
}

export class LogLines {
  readonly #times = new LogTimes();
  readonly #piecesOfALine: number;
  readonly #newest: LogStream;
  #pieces = 0;
  #isAnchored = false;
  readonly #streams: { readonly [stream in LogStream]: StreamState };

  /** @param from the last line that is not wanted any more */
  constructor(from: LogPosition = LOG_START, piecesOfALine = PIECES_OF_A_LINE) {
    this.#piecesOfALine = piecesOfALine;
    this.#newest = (from.stderr?.at ?? "") > (from.stdout?.at ?? "") ? "stderr" : "stdout";
    this.#streams = { stdout: stateFrom(from.stdout), stderr: stateFrom(from.stderr) };
  }

  /** How many there were. */
  get pieces(): number {
    return this.#pieces;
  }

  /**
   * Whether what was read began before the last line that is not wanted, so that lines of its time were counted from their first: of
   * a log's end nothing is missing then, since an engine shows all lines in the order in which it got them.
   */
  get isAnchored(): boolean {
    return this.#isAnchored;
  }

  /** Of the last line that was handed on. */
  get position(): LogPosition {
    return { stdout: this.#streams.stdout.mark, stderr: this.#streams.stderr.mark };
  }

  push({ stream, bytes }: LogPiece): readonly LogLine[] {
    this.#pieces++;
    if (stream === "engine") return [{ source: stream, message: bytes.toString().trim() }];
    const state = this.#streams[stream];
    const time = this.#times.read(bytes);
    // The pieces of a line have one time; not every log driver keeps a newline that stands alone in the last of them.
    const isNext = time !== null && state.at !== null && time !== state.at;
    const before = isNext ? this.#finish(stream, true) : null;
    const line = this.#add(stream, bytes, time);
    return [before, line].filter((found) => found !== null);
  }

  #add(stream: LogStream, bytes: Buffer, time: string | null): LogLine | null {
    const state = this.#streams[stream];
    state.at ??= time ?? EARLIEST;
    const isWhole = bytes.at(-1) === NEWLINE;
    state.pieces.push(bytes.subarray(time === null ? 0 : TIME_BYTES, isWhole ? -1 : undefined));
    return isWhole || state.pieces.length === this.#piecesOfALine ? this.#finish(stream, isWhole) : null;
  }

  /** Lines that the log ended in the middle of. */
  end(): LogLine[] {
    const open = (["stdout", "stderr"] as const).filter((stream) => this.#streams[stream].pieces.length > 0);
    return open.flatMap((stream) => this.#finish(stream, true) ?? []);
  }

  #finish(stream: LogStream, isWhole: boolean): LogLine | null {
    const state = this.#streams[stream];
    const bytes = state.pieces.length === 1 ? state.pieces[0] : Buffer.concat(state.pieces);
    const text = bytes ?? Buffer.alloc(0);
    const cut = isWhole ? text.length : wholeCharacters(text);
    const mark = markAfter(state.last, state.at ?? EARLIEST);
    const at = microsOf(state.at ?? EARLIEST);
    // What is left of a character goes before the next piece, whose time is the same.
    state.pieces = cut < text.length ? [text.subarray(cut)] : [];
    if (isWhole) state.at = null;
    state.last = mark;
    if (stream === this.#newest && state.mark !== null && mark.at < state.mark.at) this.#isAnchored = true;
    if (!isAfter(mark, state.mark)) return null;
    state.mark = mark;
    const message = text.toString("utf8", 0, isWhole && text.at(-1) === RETURN ? cut - 1 : cut);
    return { source: stream, message, at, position: positionText(this.position) };
  }
}

function stateFrom(mark: LogMark | null): StreamState {
  return { at: null, pieces: [], last: null, mark };
}

function markAfter(last: LogMark | null, at: string): LogMark {
  if (last === null || at > last.at) return { at, count: 1 };
  return { at: last.at, count: last.count + 1 };
}

function isAfter(mark: LogMark, other: LogMark | null): boolean {
  return other === null || mark.at > other.at || (mark.at === other.at && mark.count > other.count);
}

/** Bytes before a character of UTF-8 that is cut off at the end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
