/**
 * How far a container's log was read: for each stream the time of the last line, and which of the lines of that very time it was.
 * A line has no number at the engine, and several may have one time; an engine writes the lines of both streams into one log, but
 * takes their times before, so that times go up within a stream only.
 */
export type LogStream = "stdout" | "stderr";

/** `at`: epoch seconds with nine decimals, which sort as texts. `count`: 1 for the first line of this time. */
export interface LogMark {
  readonly at: string;
  readonly count: number;
}

export type LogPosition = { readonly [stream in LogStream]: LogMark | null };

export const LOG_START: LogPosition = { stdout: null, stderr: null };

/** The log is asked for from this long before the position: a clock that is set back must not hide lines. */
const OVERLAP_SECONDS = 10;

/** As text: `1763791592.902690723#1|-`. */
export function positionText({ stdout, stderr }: LogPosition): string {
  return `${markText(stdout)}|${markText(stderr)}`;
}

/** What is no position reads as the log's beginning: better a line twice than one never. */
export function parsePosition(text: string | null): LogPosition {
  const match = /^(?:(\d{10}\.\d{9})#(\d+)|-)\|(?:(\d{10}\.\d{9})#(\d+)|-)$/.exec(text ?? "");
  if (match === null) return LOG_START;
  const [, outAt, outCount, errAt, errCount] = match;
  return { stdout: markOf(outAt, outCount), stderr: markOf(errAt, errCount) };
}

/** The API's `since`, in whole epoch seconds; undefined: from the beginning. */
export function sinceOf({ stdout, stderr }: LogPosition): number | undefined {
  const newest = [stdout, stderr].flatMap((mark) => (mark === null ? [] : [Number(mark.at.slice(0, 10))]));
  return newest.length === 0 ? undefined : Math.max(...newest) - OVERLAP_SECONDS;
}

function markText(mark: LogMark | null): string {
  return mark === null ? "-" : `${mark.at}#${mark.count}`;
}

function markOf(at: string | undefined, count: string | undefined): LogMark | null {
  return at === undefined ? null : { at, count: Number(count) };
}
