import { expect, test } from "vitest";
import { momentOfRun } from "./run-moment.ts";

test.each([
  ["scheduled__2026-11-21T18:00:00+00:00", "2026-11-21T18:00:00+00:00"],
  ["manual__2026-11-22T19:57:03.040547+00:00", "2026-11-22T19:57:03.040547+00:00"],
  ["asset_triggered__2026-11-22T19:57:03.040547+00:00_k3Xa", "2026-11-22T19:57:03.040547+00:00"],
  ["the_year_2026__again", null],
  ["repair of 2026-11-21T18:00:00Z", null],
])("%s was due at %s", (runId, moment) => {
  expect(momentOfRun(runId)).toBe(moment);
});
