/**
 * The suite that every executor passes: call it in a vitest file with a function that makes a harness. An executor with
 * cases of its own (processes, hosts) tests them beside its code.
 */
import { describe, expect, onTestFinished, test } from "vitest";
import type { AttemptOrder } from "@momiji/core";
import { EventLog } from "./event-log.testing.ts";
import type { Executor } from "./executor.ts";

/** How the suite gets executors and things for them to do. Orders are new with each call. */
export interface ExecutorHarness {
  /** Called again after `stop`: the next life, on whatever the one before left behind. */
  open(capacity: number): Executor;
  /** Succeeds by itself, at once. */
  quick(): AttemptOrder;
  /** Runs until it is cancelled. */
  endless(): AttemptOrder;
  /** Cannot be run by any executor. */
  senseless(): AttemptOrder;
  close?(): Promise<void>;
}

export function executorConformance(name: string, make: () => Promise<ExecutorHarness>): void {
  const begin = async (capacity = 8): Promise<{ harness: ExecutorHarness; executor: Executor; log: EventLog }> => {
    const harness = await make();
    onTestFinished(() => harness.close?.());
    return { harness, ...(await startOn(harness, capacity)) };
  };
  describe(`${name} keeps the contract of an executor:`, () => {
    running(begin);
    choosing(begin);
    ending(begin);
    recovering(begin);
  });
}

type Begin = (capacity?: number) => Promise<{ harness: ExecutorHarness; executor: Executor; log: EventLog }>;

async function startOn(harness: ExecutorHarness, capacity: number): Promise<{ executor: Executor; log: EventLog }> {
  const executor = harness.open(capacity);
  const log = new EventLog();
  onTestFinished(() => executor.stop(0));
  await executor.start((events) => log.receive(events));
  return { executor, log };
}

function running(begin: Begin): void {
  test("an attempt starts and finishes, in this order, once each", async () => {
    const { harness, executor, log } = await begin();
    const order = harness.quick();
    executor.submit([order]);
    expect((await log.finished(order)).outcome).toEqual({ kind: "success" });
    expect(log.typesOf(order)).toEqual(["started", "finished"]);
  });

  test("an order that comes again is ignored", async () => {
    const { harness, executor, log } = await begin();
    const [order, last] = [harness.quick(), harness.quick()];
    executor.submit([order, order]);
    executor.submit([order]);
    await log.finished(order);
    executor.submit([order]);
    executor.submit([last]);
    await log.finished(last);
    expect(log.typesOf(order).filter((type) => type === "started")).toHaveLength(1);
  });

  test("an order that cannot be run fails alone", async () => {
    const { harness, executor, log } = await begin();
    const [good, bad, other] = [harness.quick(), harness.senseless(), harness.quick()];
    executor.submit([good, bad, other]);
    const outcomes = await Promise.all([good, bad, other].map((order) => log.finished(order)));
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(["success", "failed", "success"]);
  });
}

function choosing(begin: Begin): void {
  test("no more run at once than there is capacity for", async () => {
    const { harness, executor, log } = await begin(2);
    const orders = [harness.endless(), harness.endless(), harness.endless()] as const;
    executor.submit(orders);
    await Promise.all([log.started(orders[0]), log.started(orders[1])]);
    expect(log.typesOf(orders[2])).toEqual([]);
    executor.cancel(orders[0].attemptId, "makes room");
    await log.started(orders[2]);
    expect(log.typesOf(orders[0])).toEqual(["started", "finished"]);
  });

  test("who waits goes by priority, then by who came first", async () => {
    const { harness, executor, log } = await begin(1);
    const first = harness.endless();
    const waiting = [1, 5, 5, 3].map((priority) => ({ ...harness.quick(), priority }));
    executor.submit([first]);
    await log.started(first);
    executor.submit(waiting);
    executor.cancel(first.attemptId, "makes room");
    await Promise.all(waiting.map((order) => log.finished(order)));
    const started = log.events.filter((event) => event.type === "started").map((event) => event.attemptId);
    const expected = [first, waiting[1], waiting[2], waiting[3], waiting[0]];
    expect(started).toEqual(expected.map((order) => order?.attemptId));
  });
}

function ending(begin: Begin): void {
  test("a cancelled attempt ends as cancelled, with the reason, whether it runs, waits or is unknown", async () => {
    const { harness, executor, log } = await begin(1);
    const [runs, waits, unknown] = [harness.endless(), harness.endless(), harness.endless()];
    executor.submit([runs, waits]);
    await log.started(runs);
    for (const order of [waits, unknown, runs]) executor.cancel(order.attemptId, "no more");
    const outcomes = await Promise.all([runs, waits, unknown].map((order) => log.finished(order)));
    for (const { outcome } of outcomes) expect(outcome).toEqual({ kind: "cancelled", message: "no more" });
    expect(log.typesOf(waits)).toEqual(["finished"]);
  });

  test("when it has stopped, what ran has ended and nothing is reported any more", async () => {
    const { harness, executor, log } = await begin(1);
    const [runs, waits] = [harness.endless(), harness.quick()];
    executor.submit([runs, waits]);
    await log.started(runs);
    await executor.stop(0);
    expect(log.typesOf(runs)).toEqual(["started", "finished"]);
    const reported = log.events.length;
    executor.submit([harness.quick()]);
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(log.events.slice(reported)).toEqual([]);
    expect(log.typesOf(waits)).toEqual([]);
  });
}

function recovering(begin: Begin): void {
  test("an attempt of a life before that nothing is known of is lost", async () => {
    const { harness, executor, log } = await begin();
    const order = harness.endless();
    await executor.recover([order]);
    expect((await log.finished(order)).outcome.kind).toBe("lost");
  });

  test("an outcome that was not acknowledged is delivered again, or the attempt is lost, but it does not run again", async () => {
    const { harness, executor, log } = await begin();
    const order = harness.quick();
    executor.submit([order]);
    const first = await log.finished(order);
    await executor.stop(0);
    const next = await startOn(harness, 8);
    await next.executor.recover([order]);
    expect([first.outcome.kind, "lost"]).toContain((await next.log.finished(order)).outcome.kind);
    expect(next.log.typesOf(order)).toEqual(["finished"]);
  });

  test("an attempt that is known goes on when it is recovered", async () => {
    const { harness, executor, log } = await begin();
    const order = harness.endless();
    executor.submit([order]);
    await log.started(order);
    await executor.recover([order]);
    expect(log.typesOf(order)).toEqual(["started"]);
    executor.cancel(order.attemptId, "enough");
    expect((await log.finished(order)).outcome.kind).toBe("cancelled");
  });

  test("recovered attempts that end make room for others", async () => {
    const { harness, executor, log } = await begin(1);
    await executor.recover([harness.endless(), harness.endless()]);
    const order = harness.quick();
    executor.submit([order]);
    expect((await log.finished(order)).outcome).toEqual({ kind: "success" });
  });
}
