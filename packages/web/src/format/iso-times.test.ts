import { expect, test } from "vitest";
import { withIsoTimes } from "./iso-times.ts";

const begun = { shown: "2026-11-22 12:00:00 JST", iso: "2026-11-22T03:00:00Z" };
const ended = { shown: "2026-11-22 12:00:05 JST", iso: "2026-11-22T03:00:05Z" };

test("each moment in a copied text is in ISO, the words around it stay", () => {
  const text = `began ${begun.shown}\nended ${ended.shown}.`;
  expect(withIsoTimes(text, [begun, ended])).toBe(`began ${begun.iso}\nended ${ended.iso}.`);
});

test("a moment of which only a part was chosen stays as it is shown", () => {
  expect(withIsoTimes(`12:00:00 JST, then ${ended.shown}`, [begun, ended])).toBe(`12:00:00 JST, then ${ended.iso}`);
});

test("the same words twice are two moments", () => {
  const other = { ...begun, iso: "2026-11-22T03:00:00.5Z" };
  expect(withIsoTimes(`${begun.shown} ${begun.shown}`, [begun, other])).toBe(`${begun.iso} ${other.iso}`);
});
