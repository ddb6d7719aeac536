/** Ids of attempts: UUIDv7 (RFC 9562), so that they sort by the moment they were made. */
import { randomFillSync } from "node:crypto";
import type { Micros } from "@momiji/core";

/** Random bytes are drawn for many ids at once: a system call for each would show in the cost of a task. */
const POOL_BYTES = 4096;
const BYTES_AN_ID = 10;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

export function newAttemptId(now: Micros): string {
  if (used + BYTES_AN_ID > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const millis = Math.floor(now / 1000)
    .toString(16)
    .padStart(12, "0");
  const random = pool.toString("hex", used, used + BYTES_AN_ID);
  used += BYTES_AN_ID;
  const variant = ((Number.parseInt(random.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${millis.slice(0, 8)}-${millis.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}
