/** The lines of a part as batches that CloudWatch takes. */
import type { Micros } from "@momiji/core";
import { recordOf } from "./records.ts";

export interface LogEvent {
  readonly timestamp: number;
  readonly message: string;
}

/** CloudWatch's limits of one batch; of bytes half, since on the wire the quotes of JSON in JSON count too. */
const MOST_EVENTS = 10_000;
const MOST_BYTES = 524_288;
const BYTES_AN_EVENT = 26;
const LONGEST_SPAN_MILLIS = 23 * 3_600_000;
/** It takes no event older than 14 days, nor one of the future; what a line says of its time stands in the line itself. */
const OLDEST_MILLIS = 13 * 86_400_000;

/**
 * The time of an event is that of its record, but never before the one before it: a batch must be in order, and a reader is given
 * events by their time. `after`: the time of the last event that was sent.
 */
export function eventBatches(text: string, { after, now }: { after: number; now: Micros }): LogEvent[][] {
  const latest = Math.floor(now / 1000);
  const batches: LogEvent[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  let last = after;
  for (const message of text.split("\n")) {
    const record = recordOf(message);
    if (record === null) continue;
    const time = Math.max(Math.min(Math.floor(record.at / 1000), latest), latest - OLDEST_MILLIS);
    const timestamp = Math.max(time, last);
    last = timestamp;
    const size = Buffer.byteLength(message) + BYTES_AN_EVENT;
    const batch = batches.at(-1) ?? [];
    const isFull = batch.length >= MOST_EVENTS || bytes + size > MOST_BYTES;
    const isLong = timestamp - (batch[0]?.timestamp ?? timestamp) > LONGEST_SPAN_MILLIS;
    if (isFull || isLong) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push({ timestamp, message });
    bytes += size;
  }
  return batches;
}
