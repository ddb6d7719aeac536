import { expect, test } from "vitest";
import { fittingRuns } from "./fitting-runs.ts";

test("as many runs as fit beside the names and some more, within what one answer has", () => {
  expect(fittingRuns(1440, 220)).toBe(61);
  expect(fittingRuns(1440, 420)).toBe(51);
  expect(fittingRuns(360, 150)).toBe(25);
  expect(fittingRuns(3840, 220)).toBe(100);
});
