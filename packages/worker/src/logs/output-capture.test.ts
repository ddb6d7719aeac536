import { createMasker, type Clock, type LogRecord } from "@momiji/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AttemptLog } from "./attempt-log.ts";
import { OutputCapture } from "./output-capture.ts";
import { NOTHING_WRITTEN } from "./resume-log.ts";

const clock: Clock = { now: () => 7, setTimer: () => () => {} };

interface Captured {
  readonly records: LogRecord[];
  readonly capture: OutputCapture;
  readonly log: AttemptLog;
}

function captureWith({ maxBytes = 1 << 30, secrets = [] as string[], maxValueBytes = 1 << 20 } = {}): Captured {
  const records: LogRecord[] = [];
  const masker = createMasker(secrets);
  const context = {
    clock,
    masker,
    maxBytes,
    flushSoon: () => {},
    held: { characters: 0, isOver: false },
    warn: (message: string) => expect.unreachable(message),
  };
  const log = new AttemptLog(context, () => ({
    lastSeq: 0,
    write: (more) => records.push(...more),
    resume: () => NOTHING_WRITTEN,
  }));
  return { records, log, capture: new OutputCapture({ log, clock, masker, source: "stdout", maxValueBytes }) };
}

/** Feeds it in pieces, through one buffer that is used again and again, as the reader of the pipe does. */
function feed({ capture, log }: Captured, bytes: Buffer, sizes: readonly number[]): void {
  const shared = Buffer.alloc(64 * 1024);
  for (let from = 0, index = 0; from < bytes.length; index++) {
    const size = Math.min(sizes[index % sizes.length] ?? 1, bytes.length - from);
    bytes.copy(shared, 0, from, from + size);
    capture.feed(shared.subarray(0, size));
    from += size;
  }
  capture.end();
  log.close();
}

const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 10 });

describe("captured output", () => {
  test("is its lines, however the bytes arrive", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.constantFrom("a", "漢", "é", "\n", "\r\n", "🍁") }),
        sizes,
        (text, cuts) => {
          const captured = captureWith();
          feed(captured, Buffer.from(text), cuts);
          const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
          if (lines.at(-1) === "") lines.pop();
          expect(captured.records.map((record) => record.message)).toEqual(lines);
          expect(captured.records.map((record) => record.seq)).toEqual(lines.map((_, index) => index + 1));
        },
      ),
    );
  });

  test("its last line is what Airflow would return", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: fc.constantFrom("a", " ", "\n", "漢") }), sizes, (text, cuts) => {
        const captured = captureWith();
        feed(captured, Buffer.from(text), cuts);
        const lines = text.split(/(?<=\n)/);
        expect(captured.capture.lastLine()).toEqual({ text: (lines.at(-1) ?? "").trimEnd() });
      }),
    );
  });

  test("bytes that are no UTF-8 are shown as U+FFFD and break nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (bytes, cuts) => {
        const captured = captureWith();
        feed(captured, Buffer.from(bytes), cuts);
        const whole = Buffer.from(bytes).toString("utf8").replaceAll("\r\n", "\n").replace(/\r$/, "");
        expect(captured.records.map((record) => record.message).join("\n")).toBe(whole.replace(/\n$/, ""));
      }),
    );
  });

  test("a secret in an endless line is hidden wherever the line is cut", () => {
    for (let before = 65_500; before < 65_560; before += 7) {
      const captured = captureWith({ secrets: ["hunter2-secret"] });
      feed(captured, Buffer.from(`${"漢".repeat(before)}hunter2-secret${"x".repeat(70_000)}`), [64 * 1024]);
      const text = captured.records.map((record) => record.message).join("");
      expect(text).toBe(`${"漢".repeat(before)}***${"x".repeat(70_000)}`);
    }
  });

  test("beyond the cap it is counted and dropped, with one line that says so and one that sums up", () => {
    const captured = captureWith({ maxBytes: 10 });
    feed(captured, Buffer.from("12345\n12345\n12345\nlast"), [6]);
    expect(captured.records.map((record) => record.message)).toEqual([
      "12345",
      "12345",
      "output cut after 10 bytes; the rest is counted, not kept",
      "10 further bytes of output were not kept",
    ]);
    expect(captured.capture.lastLine()).toEqual({ text: "last" });
    expect(captured.capture.tail()).toBe("12345\n12345\n12345\nlast");
  });

  test("a last line that is too long for a value is measured, not kept", () => {
    const captured = captureWith({ maxValueBytes: 10 });
    feed(captured, Buffer.from(`short\n${"x".repeat(5000)}`), [1000]);
    expect(captured.capture.lastLine()).toEqual({ tooLong: 5000 });
  });
});
