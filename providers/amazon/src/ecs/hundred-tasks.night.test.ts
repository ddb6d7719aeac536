/** A hundred tasks of ECS at once, with real containers: a test of the night, since it is minutes of work for an engine. */
import { it } from "vitest";
import { emulatorsNote, hasEmulators } from "../testing/emulators.testing.ts";
import { expectManyTasks } from "../testing/many-tasks.testing.ts";

it.runIf(hasEmulators)(
  `a hundred tasks at once end as they should, their logs are whole, and none runs on${emulatorsNote}`,
  { timeout: 400_000 },
  () => expectManyTasks({ good: 50, bad: 20, skipped: 10, missing: 10, late: 10, lateSeconds: 100 }),
);
