/** What the suite of log stores needs of a store, and what its cases have in common. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AttemptOrder, LogRecord } from "@momiji/core";
import type { LogPart, LogStore } from "@momiji/sdk";
import { onTestFinished } from "vitest";
import { formatRecord } from "../log-format.ts";

export interface LogStoreHarness {
  /** A store over the same place each time, which is empty at first. */
  open(): Promise<LogStore> | LogStore;
  /** From here on nobody answers. */
  down(): Promise<void> | void;
  up(): Promise<void> | void;
  /** The next part is kept, and its answer is lost. */
  loseAnswer(): Promise<void> | void;
  close?(): Promise<void> | void;
}

export async function opened(make: () => Promise<LogStoreHarness>): Promise<LogStoreHarness> {
  const harness = await make();
  onTestFinished(async () => harness.close?.());
  return harness;
}

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "momiji-log-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let made = 0;

/** Only of what names a log. */
export function newOrder(): AttemptOrder {
  const name = { dagId: "etl", runId: "scheduled__2026-01-01T00:00:00+00:00" };
  const order = {
    attemptId: `attempt-${++made}`,
    run: name,
    task: { taskId: `load.${made}` },
    mapIndex: 3,
    tryNumber: 1,
  };
  return order as unknown as AttemptOrder;
}

/** Microseconds that a service which keeps two weeks of events takes for the present. */
const NOW = Math.round(performance.timeOrigin * 1000);

export const record = (seq: number, message = `line ${seq}`): LogRecord => {
  return { seq, at: NOW + seq, level: "info", source: "stdout", message };
};

export function part(life: number, records: readonly LogRecord[]): LogPart {
  const text = records.map(formatRecord).join("");
  return { life, firstSeq: records[0]?.seq ?? 0, lastSeq: records.at(-1)?.seq ?? 0, text };
}

export async function readAll(store: LogStore, log: string, fromSeq = 1): Promise<LogRecord[]> {
  return (await Array.fromAsync(store.read(log, fromSeq))).flat();
}
