/** Runs that look back at each other: what becomes of one reaches the next as the scheduler tells it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { diceOf } from "./dice.testing.ts";
import { historyRuns } from "./property-runs.testing.ts";
import { History, randomSituation } from "./random-histories.testing.ts";
import type { PastBlock } from "./past-dependency.ts";
import { surroundingsOf } from "./decide.ts";

const STEPS = 160;
const RUNS = 3;

const blocks = new Map<PastBlock | null, number>();

function countBlocks({ twins }: History): void {
  const around = surroundingsOf(twins.view, twins.now);
  for (const task of twins.view.graph.tasks) {
    if (!task.dependsOnPast) continue;
    const block = around.pastBlockOf(task);
    blocks.set(block, (blocks.get(block) ?? 0) + 1);
  }
}

test("each run of a chain goes on as the oracle says of it and the run before", { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(randomSituation, (situation) => {
      const { seed, shapes, traits } = situation;
      const chain = Array.from(
        { length: RUNS },
        (_, index) =>
          new History({
            ...situation,
            shapes: shapes.slice(0, 40),
            traits: { ...traits, usesPast: true },
            hasPrevious: false,
            kind: "scheduled",
            seed: seed + index,
          }),
      );
      chain.slice(1).forEach((history, index) => history.follow(chain[index] as History));
      const dice = diceOf(seed - 1);
      for (let step = 0; step < STEPS; step++) {
        const history = chain[dice(RUNS)] as History;
        history.goOn();
        if (dice(3) > 0) history.settle();
      }
      for (const history of chain) history.settle();
      for (const history of chain.slice(1)) countBlocks(history);
    }),
    historyRuns(500),
  );
});

test("the random chains hold both waits for the run before, and tasks that need not wait", () => {
  expect([...blocks.keys()]).toEqual(expect.arrayContaining(["depends_on_past", "wait_for_downstream", null]));
});
