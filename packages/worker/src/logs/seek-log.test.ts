import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LogRecord } from "@momiji/core";
import { expect, onTestFinished, test } from "vitest";
import { formatRecord } from "./log-format.ts";
import { lastOfLog, readLog } from "./read-log.ts";

function record(seq: number, message = `line ${seq}`): LogRecord {
  return { seq, at: seq, level: "info", source: "stdout", message };
}

function logOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "momiji-seek-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "a.log");
  writeFileSync(path, text);
  return path;
}

async function firstFrom(path: string, fromSeq: number): Promise<number | undefined> {
  for await (const batch of readLog(path, { fromSeq })) return batch[0]?.seq;
  return undefined;
}

test("reading begins at any record of a long log", async () => {
  const path = logOf(Array.from({ length: 40_000 }, (_, at) => formatRecord(record(at + 1))).join(""));
  for (const seq of [1, 2, 19_999, 39_999, 40_000]) expect(await firstFrom(path, seq)).toBe(seq);
  expect(await firstFrom(path, 40_001)).toBeUndefined();
  expect(await lastOfLog(path)).toBe(40_000);
});

test("lines longer than what is looked at, and such as look like records, lead nowhere else", async () => {
  const long = "x".repeat(300_000);
  const odd = '{"seq":999999,"at":1';
  const lines = Array.from({ length: 12 }, (_, at) => formatRecord(record(at + 1, at % 2 === 0 ? long : odd)));
  const path = logOf(lines.join(""));
  for (let seq = 1; seq <= 12; seq++) expect(await firstFrom(path, seq)).toBe(seq);
  expect(await lastOfLog(path)).toBe(12);
});

test("a line that was cut off is not the last, and there may be none at all", async () => {
  expect(await lastOfLog(logOf(`${formatRecord(record(1))}{"se`))).toBe(1);
  expect(await lastOfLog(logOf(""))).toBe(0);
  expect(await lastOfLog("/nowhere/at-all.log")).toBe(0);
});
