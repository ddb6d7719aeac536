import { expect, test } from "vitest";
import { durationText } from "./duration.ts";

test.each([
  [0, "0 ms", "0ミリ秒"],
  [-5, "0 ms", "0ミリ秒"],
  [842, "842 ms", "842ミリ秒"],
  [999.6, "1.0 s", "1.0秒"],
  [5_650, "5.6 s", "5.6秒"],
  [59_999, "59.9 s", "59.9秒"],
  [60_000, "1 m 0 s", "1分0秒"],
  [724_000, "12 m 4 s", "12分4秒"],
  [10_920_000, "3 h 02 m", "3時間2分"],
  [187_200_000, "2 d 4 h", "2日4時間"],
])("%d ms are %s, %s", (millis, en, ja) => {
  expect([durationText(millis, "en"), durationText(millis, "ja")]).toEqual([en, ja]);
});
