import { expect, test } from "vitest";
import { SECOND } from "./instant.ts";
import { markRun } from "./mark.ts";
import { instanceIn, sampleGraph, sampleTask, sampleView, START } from "./sample-run.ts";

const NOW = START + 10 * SECOND;

test.each(["success", "failed"] as const)(
  "a run that is marked %s leaves nothing open, of tasks neither that its version does not have any more",
  (state) => {
    const view = sampleView(sampleGraph([sampleTask("a")]), { a: "running" });
    const gone = instanceIn("gone", "running", { queuedAt: START });
    const { changes } = markRun({ ...view, instances: [...view.instances, gone] }, state, NOW);
    expect(changes.run).toMatchObject({ state, endDate: NOW });
    expect(changes.update.map((each) => [each.taskId, each.state])).toEqual([
      ["a", state],
      ["gone", "removed"],
    ]);
    expect(changes.cancel).toEqual(["attempt of a", "attempt of gone"]);
  },
);
