import { expect, test } from "vitest";
import { instantOfWall, wallText } from "./wall.ts";

test("a clock on the wall of a zone is read and written", () => {
  expect(instantOfWall("2026-11-22T03:12", "Asia/Tokyo")).toBe("2026-11-21T18:12:00Z");
  expect(wallText(Date.parse("2026-11-21T18:12:00Z"), "Asia/Tokyo")).toBe("2026-11-22T03:12");
  expect(instantOfWall("2026-11-22T03:12", "UTC")).toBe("2026-11-22T03:12:00Z");
});

test("of an hour that is struck twice the first is meant", () => {
  expect(instantOfWall("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00Z");
});

test("a time that the clock leaves out is as far after the change as it says", () => {
  expect(instantOfWall("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00Z");
});

test("what is no time is none", () => {
  expect(instantOfWall("", "UTC")).toBeNull();
  expect(instantOfWall("soon", "UTC")).toBeNull();
});
