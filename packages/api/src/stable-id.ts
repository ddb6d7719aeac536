/** Ids in the form that Airflow gives them, for what has another key here: the same thing always has the same one. */
import { createHash } from "node:crypto";
import type { Micros } from "@momiji/core";

/** A UUIDv7 of that moment, its random part taken from the name. */
export function stableUuid(at: Micros, name: string): string {
  const bytes = createHash("sha256").update(name).digest();
  bytes.writeUIntBE(Math.max(0, Math.floor(at / 1_000)), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex", 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
