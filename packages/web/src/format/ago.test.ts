import { expect, test } from "vitest";
import { agoText, untilText } from "./ago.ts";

test("what is past is told in one unit, rounded down, in both languages", () => {
  for (const [millis, en, ja] of [
    [-5_000, "0 seconds ago", "0秒前"],
    [999, "0 seconds ago", "0秒前"],
    [1_000, "1 second ago", "1秒前"],
    [59_999, "59 seconds ago", "59秒前"],
    [60_000, "1 minute ago", "1分前"],
    [3_599_999, "59 minutes ago", "59分前"],
    [7_200_000, "2 hours ago", "2時間前"],
    [172_800_000, "2 days ago", "2日前"],
  ] as const)
    expect([agoText(millis, "en"), agoText(millis, "ja")]).toEqual([en, ja]);
});

test("what is to come is told in one unit too", () => {
  for (const [millis, en, ja] of [
    [19_000_000, "in 5 hours", "5時間後"],
    [999, "in 0 seconds", "0秒後"],
    [-120_000, "2 minutes ago", "2分前"],
  ] as const)
    expect([untilText(millis, "en"), untilText(millis, "ja")]).toEqual([en, ja]);
});
