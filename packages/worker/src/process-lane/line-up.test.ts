import { afterEach, beforeEach, expect, test } from "vitest";
import { bashOrder, startWorker, type TestWorker } from "../worker.testing.ts";

let bench: TestWorker;
beforeEach(async () => {
  bench = await startWorker();
});
afterEach(() => bench.stop());

/** Commands are known to be short after a few of them. */
async function runShortOnes(): Promise<void> {
  for (let count = 0; count < 40 && !bench.worker.lineUp(bashOrder("true")); count++) {
    await bench.outcomeOf(bashOrder(":"));
  }
}

test("a command that is lined up starts when another ends", async () => {
  await runShortOnes();
  const first = bashOrder("echo first");
  const second = bashOrder("echo second");
  expect(bench.worker.lineUp(second)).toBe(true);
  // The one that has shown that commands can be lined up, and the second, follow the first.
  await bench.outcomeOf(first);
  expect((await bench.finished(second.attemptId)).xcoms).toEqual([{ key: "return_value", value: "second" }]);
});

test("told to run, it does not wait for another's end, and runs once", async () => {
  await runShortOnes();
  const order = bashOrder("echo now");
  bench.worker.lineUp(order);
  bench.worker.run(order);
  expect((await bench.finished(order.attemptId)).outcome).toEqual({ kind: "success" });
  await bench.outcomeOf(bashOrder("true"));
  expect(
    bench.events.filter(({ attemptId, type }) => attemptId === order.attemptId && type === "started"),
  ).toHaveLength(1);
});

test("cancelled before it has started, it never runs", async () => {
  await runShortOnes();
  const order = bashOrder("echo never");
  bench.worker.lineUp(order);
  bench.worker.cancel(order.attemptId, "not wanted");
  expect((await bench.finished(order.attemptId)).outcome).toMatchObject({ kind: "cancelled", message: "not wanted" });
  await bench.outcomeOf(bashOrder("true"));
  expect(bench.events.map(({ attemptId, type }) => [attemptId, type])).not.toContainEqual([order.attemptId, "started"]);
});

test("nothing is lined up behind long commands, nor what has a template or wrong params", async () => {
  await runShortOnes();
  expect(bench.worker.lineUp(bashOrder("echo {{ ds }}", {}, { templateFields: ["command"] }))).toBe(false);
  expect(bench.worker.lineUp(bashOrder("true", { env: ["wrong"] }))).toBe(false);
  await bench.outcomeOf(bashOrder("sleep 0.2"));
  expect(bench.worker.lineUp(bashOrder("true"))).toBe(false);
});
