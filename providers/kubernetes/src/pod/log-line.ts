/** A line of a container's log as the API gives it with `timestamps=true`. */

import { Temporal } from "@momiji/core";

export interface LogLine {
  /** RFC 3339 in UTC with nine digits, so that texts compare as instants do. */
  readonly time: string;
  readonly message: string;
}

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d) ?/;
/** The runtime writes longer lines in pieces of this many bytes. */
const PIECE_BYTES = 16_384;

/** Null: the line carries no time, so it is none of the container's own (a word of the kubelet about its log). */
export function parseLogLine(text: string): LogLine | null {
  const stamp = STAMP.exec(text);
  if (stamp === null) return null;
  return { time: timeOf(stamp), message: joined(text.slice(stamp[0].length)) };
}

function timeOf([, seconds = "", fraction = "", zone]: RegExpExecArray): string {
  if (zone === "Z") return `${seconds}.${fraction.padEnd(9, "0")}Z`;
  const utc = Temporal.Instant.from(`${seconds}${zone}`).toString();
  return `${utc.slice(0, 19)}.${fraction.padEnd(9, "0")}Z`;
}

/** Microseconds since the epoch. */
export function microsOf(time: string): number {
  return Number(Temporal.Instant.from(time).epochNanoseconds / 1000n);
}

/** Kubelets write the time before every piece of a long line; only the first one is no part of it. */
function joined(message: string): string {
  if (message.length < PIECE_BYTES) return message;
  const pieces: Buffer[] = [];
  let rest: Buffer = Buffer.from(message);
  while (rest.length > PIECE_BYTES) {
    pieces.push(rest.subarray(0, PIECE_BYTES));
    rest = rest.subarray(PIECE_BYTES);
    const stamp = STAMP.exec(rest.toString("latin1", 0, 40));
    if (stamp !== null) rest = rest.subarray(stamp[0].length);
  }
  return Buffer.concat([...pieces, rest]).toString("utf8");
}
