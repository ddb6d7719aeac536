/** Ids of attempts: UUIDv7 (RFC 9562), so that they sort by the moment they were made. */
import { randomFillSync } from "node:crypto";
import type { Micros } from "@momiji/core";

/** Random bytes are drawn for many ids at once: a system call for each would show in the cost of a task. */
const POOL_BYTES = 4096;
const BYTES_AN_ID = 16;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

export function newAttemptId(now: Micros): string {
  if (used + BYTES_AN_ID > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const from = used;
  used += BYTES_AN_ID;
  pool.writeUIntBE(Math.floor(now / 1000), from, 6);
  pool[from + 6] = ((pool[from + 6] as number) & 0x0f) | 0x70;
  pool[from + 8] = ((pool[from + 8] as number) & 0x3f) | 0x80;
  const hex = pool.toString("hex", from, used);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
