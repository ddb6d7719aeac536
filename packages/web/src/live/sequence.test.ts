import { expect, test } from "vitest";
import { isBefore } from "./sequence.ts";

test("what a snapshot has seen is before it", () => {
  expect([isBefore("a-9", "a-10"), isBefore("a-10", "a-10"), isBefore("a-11", "a-10")]).toEqual([true, true, false]);
});

test("of another process, or without a number, an event counts", () => {
  expect([isBefore("b-1", "a-10"), isBefore(undefined, "a-10")]).toEqual([false, false]);
});
