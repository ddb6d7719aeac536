/** Thirty tasks of ECS at once, with real containers; a hundred are of the night. */
import { it } from "vitest";
import { emulatorsNote, hasEmulators } from "../testing/emulators.testing.ts";
import { expectManyTasks } from "../testing/many-tasks.testing.ts";

it.runIf(hasEmulators)(
  `thirty tasks at once end as they should, their logs are whole, and none runs on${emulatorsNote}`,
  { timeout: 240_000 },
  () => expectManyTasks({ good: 16, bad: 6, skipped: 3, missing: 3, late: 2, lateSeconds: 8 }),
);
