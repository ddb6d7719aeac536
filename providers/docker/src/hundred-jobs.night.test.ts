/** A hundred containers at once: a test of the night, since it is minutes of work for an engine. */
import { it } from "vitest";
import { expectManyJobs } from "./many-jobs.testing.ts";
import { engineNote, hasEngine } from "./real-engine.testing.ts";

it.runIf(hasEngine)(
  `a hundred containers at once end as they should, their logs are whole, and none is left${engineNote}`,
  { timeout: 400_000 },
  () => expectManyJobs({ good: 40, bad: 20, skipped: 10, killed: 10, missing: 10, late: 10, lateSeconds: 60 }),
);
