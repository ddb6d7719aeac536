import { expect, test } from "vitest";
import { freshnessOf } from "./freshness.ts";

test("an asset is late when twice its usual time has passed", () => {
  const at = (now: number) => freshnessOf({ last: 1000, usualMs: 100, now });
  expect([at(1100), at(1200), at(1201)]).toEqual(["fresh", "fresh", "late"]);
});

test("of one that never changed, or twice, nothing is said", () => {
  expect(freshnessOf({ last: null, usualMs: null, now: 5 })).toBe("none");
  expect(freshnessOf({ last: 1, usualMs: null, now: 5 })).toBe("unknown");
});
