/** The machine against the oracle: the same news, the same changes, whatever happens and whoever acts. */
import fc from "fast-check";
import { test } from "vitest";
import { historyRuns, NIGHT_MILLIS } from "./property-runs.testing.ts";
import { History, randomSituation } from "./random-histories.testing.ts";

test("the machine changes a run exactly as the oracle does, whatever happens", { timeout: NIGHT_MILLIS }, () => {
  fc.assert(
    // Everything is compared on the way, see `run-twins.testing.ts`.
    fc.property(randomSituation, (situation) => new History(situation).live()),
    historyRuns(2_000),
  );
});
