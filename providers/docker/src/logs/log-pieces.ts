/**
 * From the bytes of `GET /containers/ID/logs?timestamps=1` to pieces: what the engine kept as one entry, a line or 16 KiB of a longer
 * one, each with its time before it. Without a terminal pieces come in frames; with one they come one after another.
 */
import type { LogStream } from "./log-position.ts";

export interface LogPiece {
  /** `engine`: words of the engine about the log itself. */
  readonly stream: LogStream | "engine";
  readonly bytes: Buffer;
}

export interface PieceDecoder {
  /** The pieces that are whole with this chunk. */
  push(chunk: Buffer): LogPiece[];
  /** What is left when the log has ended. */
  end(): LogPiece[];
}

const HEADER_BYTES = 8;
/** By the first byte of a frame's header. */
const STREAMS = ["stdout", "stdout", "stderr", "engine"] as const;

/** Frames: a byte for the stream, three of nothing, four for the length. */
export class FrameDecoder implements PieceDecoder {
  #rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): LogPiece[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const pieces: LogPiece[] = [];
    let at = 0;
    while (bytes.length - at >= HEADER_BYTES) {
      const stream = STREAMS[bytes[at] ?? 0];
      if (stream === undefined || bytes[at + 1] !== 0) throw new Error("the log is no stream of frames");
      const end = at + HEADER_BYTES + bytes.readUInt32BE(at + 4);
      if (end > bytes.length) break;
      pieces.push({ stream, bytes: bytes.subarray(at + HEADER_BYTES, end) });
      at = end;
    }
    this.#rest = bytes.subarray(at);
    return pieces;
  }

  /** Half a frame says nothing. */
  end(): LogPiece[] {
    return [];
  }
}

/** The length of `2026-11-22T06:14:23.902690723Z ` before each piece. */
export const TIME_BYTES = 31;
/** An engine cuts longer lines into pieces of this size. */
const PIECE_BYTES = 16 * 1024;
const NEWLINE = 10;

/** Of a terminal: everything is `stdout`, and a piece ends with its line or at its full size. */
export class TerminalDecoder implements PieceDecoder {
  #rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): LogPiece[] {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const pieces: LogPiece[] = [];
    let at = 0;
    for (;;) {
      const longest = at + TIME_BYTES + PIECE_BYTES;
      const newline = bytes.indexOf(NEWLINE, at);
      // A full piece may be followed by its newline, or by the next piece.
      const end = newline !== -1 && newline <= longest ? newline + 1 : longest;
      if (end > bytes.length || (end === longest && bytes.length === longest)) break;
      pieces.push({ stream: "stdout", bytes: bytes.subarray(at, end) });
      at = end;
    }
    this.#rest = bytes.subarray(at);
    return pieces;
  }

  end(): LogPiece[] {
    return this.#rest.length === 0 ? [] : [{ stream: "stdout", bytes: this.#rest }];
  }
}
