import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LogRecord } from "@momiji/core";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { orderOf } from "../worker.testing.ts";
import { fileLogs } from "./file-logs.ts";
import { formatRecord } from "./log-format.ts";
import { logPath } from "./log-path.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-resume-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a job wrote: its n-th line, in so many records, of which the last may tell where it stands. */
interface Written {
  readonly source: "stdout" | "momiji";
  readonly pieces: number;
  readonly hasPosition: boolean;
  readonly width: number;
}

const written = fc.array(
  fc.record<Written>({
    source: fc.constantFrom("stdout", "stdout", "momiji"),
    pieces: fc.constantFrom(1, 1, 2),
    hasPosition: fc.boolean(),
    width: fc.constantFrom(1, 30, 3000),
  }),
  { maxLength: 40 },
);

/** The output from a line on, as an operator would send it. */
function recordsOf(all: readonly Written[]): LogRecord[] {
  return all
    .flatMap(({ source, pieces, hasPosition, width }, line) =>
      Array.from({ length: source === "momiji" ? 1 : pieces }, (_, piece) => {
        const isPlace = source === "stdout" && hasPosition && piece === pieces - 1;
        const message = `${line}.${piece} ${"x".repeat(width)}`;
        return { at: 1, level: "info" as const, source, message, ...(isPlace ? { position: `${line}` } : {}) };
      }),
    )
    .map((record, index) => ({ seq: index + 1, ...record }));
}

test("cut off anywhere, the output goes on so that each line is there once, in order, and numbers have no gap", () => {
  fc.assert(
    fc.property(written, fc.double({ min: 0, max: 1, noNaN: true }), (all, cut) => {
      const order = orderOf({});
      const { dagId, runId } = order.run;
      const path = logPath(folder, { dagId, runId, taskId: order.task.taskId, mapIndex: -1, tryNumber: 1 });
      const sink = fileLogs(folder)(order);
      const records = recordsOf(all);
      sink.write(records);
      truncateSync(path, Math.floor(cut * readFileSync(path).length));
      const next = fileLogs(folder)(order);
      const { position, lastSeq } = next.resume();
      const from = position === null ? 0 : Number(position) + 1;
      const rest = recordsOf(all).filter(
        ({ source, message }) => source === "stdout" && Number.parseInt(message) >= from,
      );
      next.write(rest.map((record, index) => ({ ...record, seq: lastSeq + 1 + index })));
      const read = readFileSync(path, "utf8").split("\n").slice(0, -1);
      const after = read.map((line) => JSON.parse(line) as LogRecord);
      expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index + 1));
      const messages = (list: readonly LogRecord[]): string[] =>
        list.filter(({ source }) => source === "stdout").map(({ message }) => message);
      expect(messages(after)).toEqual(messages(records));
    }),
    { numRuns: 300 },
  );
});

test("a position far from the end is found, and words after it stay", () => {
  const order = orderOf({});
  const { dagId, runId } = order.run;
  const path = logPath(folder, { dagId, runId, taskId: order.task.taskId, mapIndex: -1, tryNumber: 1 });
  const sink = fileLogs(folder)(order);
  const line = (seq: number, rest: Partial<LogRecord>): LogRecord => {
    const base = { seq, at: 1, level: "info", source: "stdout", message: "y".repeat(60_000) } as const;
    return { ...base, ...rest };
  };
  sink.write([line(1, { position: "one" }), ...Array.from({ length: 40 }, (_, at) => line(at + 2, {}))]);
  sink.write([line(42, { source: "momiji", message: "a word" })]);
  expect(fileLogs(folder)(order).resume()).toMatchObject({ position: "one", lastSeq: 2, keptSeq: 1 });
  expect(readFileSync(path, "utf8")).toBe(
    formatRecord(line(1, { position: "one" })) + formatRecord(line(2, { source: "momiji", message: "a word" })),
  );
  rmSync(path);
  expect(fileLogs(folder)(order).resume()).toEqual({ position: null, lastSeq: 0, kept: 0, keptSeq: 0 });
  writeFileSync(path, "");
  appendFileSync(path, "no record\n");
  expect(fileLogs(folder)(order).resume()).toMatchObject({ position: null, lastSeq: 0 });
});
