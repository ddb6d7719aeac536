import fc from "fast-check";
import { expect, test } from "vitest";
import { formatRecord } from "./log-format.ts";
import { linesHaving, sieveFor } from "./sieve.ts";

const text = (messages: readonly string[]): string =>
  messages
    .map((message, at) => formatRecord({ seq: at + 1, at: 0, level: "info", source: "stdout", message }))
    .join("");

const numbers = (messages: readonly string[], sought: string): readonly number[] =>
  [...linesHaving(text(messages), sieveFor(sought))].map((line) => (JSON.parse(line) as { seq: number }).seq);

test("each line that has the text is found once, and the others are left out", () => {
  const messages = ["a needle and a needle", "hay", "NEEDLE", "", "注文の needle"];
  expect(numbers(messages, "needle")).toEqual([1, 3, 5]);
  expect(numbers(messages, "注文")).toEqual([5]);
});

test("a text that is escaped in the file is found", () => {
  const messages = ['she said "no"', "a\\b", "a\tb", "\u001b[31mred"];
  expect(numbers(messages, 'said "NO"')).toEqual([1]);
  expect(numbers(messages, "a\\b")).toEqual([2]);
  expect(numbers(messages, "a\tb")).toEqual([3]);
  expect(numbers(messages, "[31m")).toEqual([4]);
});

test("no line that has the text is left out, whatever is in it", () => {
  const message = fc.string({
    unit: fc.constantFrom("a", "A", "k", "\u212A", "σ", "Σ", "ς", '"', "\\", "n", "\n", "é", "💥"),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), message, (messages, sought) => {
      fc.pre(sought !== "");
      const pattern = new RegExp(RegExp.escape(sought), "iu");
      const having = messages.flatMap((each, at) => (pattern.test(each) ? [at + 1] : []));
      expect(numbers(messages, sought)).toEqual(expect.arrayContaining(having));
    }),
  );
});
