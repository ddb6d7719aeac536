import { expect, test } from "vitest";
import { sinceOf, usualWindow } from "./window.ts";

const at = (text: string): number => Date.parse(text);

test("in the morning it is the night that one asks about, later the last day", () => {
  expect(usualWindow(at("2026-11-22T00:30:00Z"), "Asia/Tokyo")).toBe("night");
  expect(usualWindow(at("2026-11-22T03:00:00Z"), "Asia/Tokyo")).toBe("h24");
});

test("the night begins at 18:00 of the reader's yesterday", () => {
  expect(sinceOf("night", at("2026-11-22T00:30:00Z"), "Asia/Tokyo")).toBe("2026-11-21T09:00:00Z");
  expect(sinceOf("night", at("2026-11-22T23:30:00Z"), "UTC")).toBe("2026-11-21T18:00:00Z");
});

test("also in nights in which the clocks change", () => {
  expect(sinceOf("night", at("2026-03-29T06:00:00Z"), "Europe/Berlin")).toBe("2026-03-28T17:00:00Z");
  expect(sinceOf("night", at("2026-10-25T06:00:00Z"), "Europe/Berlin")).toBe("2026-10-24T16:00:00Z");
});

test("hours are hours", () => expect(sinceOf("h12", at("2026-11-22T13:00:00Z"), "UTC")).toBe("2026-11-22T01:00:00Z"));
