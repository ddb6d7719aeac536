import { createMasker, type Clock, type LogRecord } from "@momiji/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AttemptLog, LONGEST_MESSAGE } from "../logs/attempt-log.ts";
import { LongLines } from "../logs/long-lines.ts";
import { OutputCapture } from "../logs/output-capture.ts";
import { NOTHING_WRITTEN } from "../logs/resume-log.ts";

const clock: Clock = { now: () => 7, setTimer: () => () => {} };

function newCapture(secrets: readonly string[]) {
  const records: LogRecord[] = [];
  const masker = createMasker(secrets);
  const context = {
    clock,
    masker,
    maxBytes: 1 << 30,
    flushSoon: () => {},
    warn: () => {},
    held: { characters: 0, isOver: false },
  };
  const log = new AttemptLog(context, () => ({
    lastSeq: 0,
    write: (more) => records.push(...more),
    resume: () => NOTHING_WRITTEN,
  }));
  return { records, log, capture: new OutputCapture({ log, clock, masker, source: "stdout", maxValueBytes: 0 }) };
}

/** How a secret may be written, and what must then not be readable. */
const ENCODINGS: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => encodeURIComponent(secret),
  (secret) => encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
  (secret) => new URLSearchParams({ q: secret }).toString().slice(2),
  (secret) => JSON.stringify(secret).slice(1, -1),
  (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  (secret) => Buffer.from(secret).toString("base64"),
  (secret) => Buffer.from(secret).toString("base64url"),
];

const LETTERS = ["a", "Z", "0", "9", " ", "%", "/", "+", '"', "\\", "'", "&", "=", "é", "漢", "🍁", "."];
const secret = fc
  .string({ minLength: 8, maxLength: 40, unit: fc.constantFrom(...LETTERS) })
  .filter((text) => text.trim().length >= 8);
const encoding = fc.constantFrom(...ENCODINGS);
const noise = fc.string({ maxLength: 30, unit: fc.constantFrom("-", "#", "é", "\n") });
const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 10 });

describe("a secret in the output", () => {
  test("is hidden in whatever form it is written and wherever the writes are cut", () => {
    fc.assert(
      fc.property(secret, encoding, fc.tuple(noise, noise, cuts), (value, encode, [before, after, sizes]) => {
        const { records, log, capture } = newCapture([value]);
        const bytes = Buffer.from(before + encode(value) + after);
        for (let from = 0, index = 0; from < bytes.length; index++) {
          const size = sizes[index % sizes.length] ?? 1;
          capture.feed(bytes.subarray(from, from + size));
          from += size;
        }
        capture.end();
        log.close();
        const text = records.map(({ message }) => message).join("\n");
        expect(text).not.toContain(encode(value));
        expect(text).toContain("***");
        expect(capture.tail()).not.toContain(encode(value));
      }),
      { numRuns: 1000 },
    );
  });

  test("is hidden within a longer text in base64, at each of its three places", () => {
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), (value, before, after) => {
        const text = Buffer.from(before + value + after).toString("base64");
        const shown = createMasker([value]).mask(text);
        expect(shown).toContain("***");
        // What is left at the ends are the neighbours' bits, and at most one character's worth of the secret's.
        expect(Buffer.from(shown.split("***").join("")).length).toBeLessThanOrEqual(text.length - 6);
      }),
    );
  });

  test("is hidden in base64 that was broken into lines", () => {
    const value = "correct horse battery staple ".repeat(8);
    const whole = Buffer.from(value).toString("base64");
    for (const width of [64, 76]) {
      const lines = whole.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
      // A last line of a few characters says next to nothing.
      const telling = lines.filter(({ length }) => length >= 12);
      expect(telling.map((line) => createMasker([value]).mask(line))).toEqual(telling.map(() => "***"));
    }
  });

  test("is hidden where a line too long is cut", () => {
    const value = "x".repeat(30);
    for (const at of [LONGEST_MESSAGE - 15, LONGEST_MESSAGE, 2 * LONGEST_MESSAGE - 7]) {
      const { records, log, capture } = newCapture([value]);
      const line = Buffer.from(`${"-".repeat(at)}${value}${"-".repeat(LONGEST_MESSAGE)}\n`);
      for (let from = 0; from < line.length; from += 1000) capture.feed(line.subarray(from, from + 1000));
      capture.end();
      log.close();
      expect(records.map(({ message }) => message).join("")).toBe(`${"-".repeat(at)}***${"-".repeat(LONGEST_MESSAGE)}`);
    }
  });

  test("leaves no rest where the words of a failure were cut", () => {
    const value = "0123456789".repeat(3);
    for (let cut = 1; cut < value.length; cut++) {
      const { capture } = newCapture([value]);
      capture.feed(Buffer.from(`${"-".repeat(100)}${value}`));
      capture.feed(Buffer.from("-".repeat(4096 - cut)));
      expect(capture.tail()).not.toMatch(/\d/);
    }
  });
});

describe("lines in pieces", () => {
  test("are whole again in the end, without the secret, however they were cut", () => {
    const value = "abcdefghij";
    fc.assert(
      fc.property(fc.array(fc.constantFrom("-", value, "--"), { maxLength: 30 }), cuts, (parts, sizes) => {
        const masker = createMasker([value]);
        const lines = new LongLines<"stdout">(masker);
        const line = parts.join("");
        let shown = "";
        for (let from = 0, index = 0; from < line.length; index++) {
          const size = sizes[index % sizes.length] ?? 1;
          const isLast = from + size >= line.length;
          for (const part of lines.add("stdout", line.slice(from, from + size), !isLast)) shown += masker.mask(part);
          from += size;
        }
        expect(shown).toBe(line.replaceAll(value, "***"));
        expect(lines.end()).toEqual([]);
      }),
    );
  });

  test("that never end give back what was held, and sources do not mix", () => {
    const lines = new LongLines<"stdout" | "stderr">(createMasker(["secret"]));
    expect(lines.add("stdout", "a", true)).toEqual([]);
    expect(lines.add("stderr", "whole", false)).toEqual(["whole"]);
    expect(lines.end()).toEqual([["stdout", "a"]]);
    expect(lines.end()).toEqual([]);
  });
});

test("values that tasks make up are forgotten in the end, those of the start never", () => {
  const masker = createMasker(["permanent-secret"]);
  for (let n = 0; n < 9_000; n += 100) masker.add(Array.from({ length: 100 }, (_, at) => `made-up-${n + at}`));
  expect(masker.mask("permanent-secret made-up-8999")).toBe("*** ***");
  expect(masker.mask("made-up-0000x")).toBe("made-up-0000x");
});
