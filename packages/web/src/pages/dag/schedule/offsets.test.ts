import { expect, it } from "vitest";
import { offsetsAround } from "./offsets.ts";

it("tells what a clock shows on both sides of its changes", () => {
  const gap = Date.parse("2025-03-30T01:30:00Z");
  expect(offsetsAround(gap, "Europe/Berlin")).toEqual({ before: "+01:00", after: "+02:00" });
  const overlap = Date.parse("2025-10-26T00:30:00Z");
  expect(offsetsAround(overlap, "Europe/Berlin")).toEqual({ before: "+02:00", after: "+01:00" });
  expect(offsetsAround(gap, "UTC")).toEqual({ before: "+00:00", after: "+00:00" });
});
