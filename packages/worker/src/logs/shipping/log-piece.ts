/** Whole lines of a log file, a piece at a time, with the numbers of their first and last record. */
import { type FileHandle, open } from "node:fs/promises";
import { formatRecord, parseRecord } from "../log-format.ts";

/** Bytes of a piece, unless one line is longer. */
const PIECE_BYTES = 1 << 20;

export interface LogPiece {
  readonly text: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Where the next one begins. */
  readonly end: number;
}

/** Null: there is no such file. */
export async function openLog(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The next piece from a byte on that has records after `after`; null: there is none. Lines that are no records are passed over. */
export async function nextPiece(file: FileHandle, from: number, after: number): Promise<LogPiece | null> {
  for (let at = from, bytes = PIECE_BYTES; ;) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(bytes), 0, bytes, at);
    const end = buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
    if (end === 0) {
      if (bytesRead < bytes) return null;
      bytes *= 2;
      continue;
    }
    const piece = pieceOf(buffer.toString("utf8", 0, end), after);
    at += end;
    if (piece !== null) return { ...piece, end: at };
    bytes = PIECE_BYTES;
  }
}

function pieceOf(whole: string, after: number): Omit<LogPiece, "end"> | null {
  const lines = whole.split("\n");
  const seqOf = (line: string | undefined): number | null => parseRecord(line ?? "")?.seq ?? null;
  let first = 0;
  while (first < lines.length && (seqOf(lines[first]) ?? 0) <= after) first++;
  let last = lines.length - 1;
  while (last >= first && seqOf(lines[last]) === null) last--;
  if (last < first) return null;
  const text = `${lines.slice(first, last + 1).join("\n")}\n`;
  return { text, firstSeq: seqOf(lines[first]) ?? 0, lastSeq: seqOf(lines[last]) ?? 0 };
}

/** The same records under numbers that are greater by `shift`. */
export function shifted(piece: LogPiece, shift: number): LogPiece {
  if (shift === 0) return piece;
  const records = piece.text.split("\n").flatMap((line) => parseRecord(line) ?? []);
  return {
    text: records.map((record) => formatRecord({ ...record, seq: record.seq + shift })).join(""),
    firstSeq: piece.firstSeq + shift,
    lastSeq: piece.lastSeq + shift,
    end: piece.end,
  };
}
