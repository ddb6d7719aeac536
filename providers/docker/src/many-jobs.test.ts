/** Thirty containers at once; a hundred are of the night. */
import { it } from "vitest";
import { expectManyJobs } from "./many-jobs.testing.ts";
import { engineNote, hasEngine } from "./real-engine.testing.ts";

it.runIf(hasEngine)(
  `thirty containers at once end as they should, their logs are whole, and none is left${engineNote}`,
  { timeout: 240_000 },
  () => expectManyJobs({ good: 13, bad: 6, skipped: 3, killed: 3, missing: 3, late: 2, lateSeconds: 8 }),
);
