import type { AttemptEvent, AttemptOrder } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { EventLog } from "../event-log.testing.ts";
import type { AttemptEvents, AttemptRunner } from "../executor.ts";
import { orderOf } from "../order.testing.ts";
import { LocalExecutor } from "./local-executor.ts";

/** A runner that does what the test says, when it says it. */
class ScriptedRunner implements AttemptRunner {
  readonly ran: AttemptOrder[] = [];
  #deliver: AttemptEvents = () => {};

  start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    return Promise.resolve();
  }

  say(order: AttemptOrder, type: "deferred" | "finished"): void {
    const { attemptId } = order;
    const event: AttemptEvent =
      type === "deferred"
        ? { type, attemptId, at: 0, until: null }
        : { type, attemptId, at: 0, outcome: { kind: "success" } };
    this.#deliver([event]);
  }

  run(order: AttemptOrder): void {
    this.ran.push(order);
  }

  cancel(): void {}

  recover(): Promise<void> {
    return Promise.resolve();
  }

  acknowledge(): void {}

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

async function start(capacity: number): Promise<{ executor: LocalExecutor; runner: ScriptedRunner; log: EventLog }> {
  const runner = new ScriptedRunner();
  const log = new EventLog();
  const executor = new LocalExecutor({ parallelism: capacity, runner });
  await executor.start((events) => log.receive(events));
  return { executor, runner, log };
}

describe("the places of the local executor", () => {
  test("a deferred attempt gives its place away and needs none to end", async () => {
    const { executor, runner } = await start(1);
    const [sensor, next, last] = [orderOf("sensor"), orderOf("next"), orderOf("last")];
    executor.submit([sensor, next, last]);
    runner.say(sensor, "deferred");
    expect(runner.ran).toEqual([sensor, next]);
    runner.say(sensor, "finished");
    expect(runner.ran).toEqual([sensor, next]);
    runner.say(next, "finished");
    expect(runner.ran).toEqual([sensor, next, last]);
  });

  test("an event that comes twice frees one place", async () => {
    const { executor, runner } = await start(2);
    const orders = ["a", "b", "c", "d"].map(orderOf);
    executor.submit(orders);
    for (const _ of [1, 2]) runner.say(orders[0] as AttemptOrder, "finished");
    expect(runner.ran).toEqual(orders.slice(0, 3));
  });

  test("a finished attempt is forgotten once it is acknowledged, and not before", async () => {
    const { executor, runner } = await start(1);
    const order = orderOf("a");
    executor.submit([order]);
    runner.say(order, "finished");
    executor.submit([order]);
    expect(runner.ran).toHaveLength(1);
    executor.acknowledge([order.attemptId]);
    executor.submit([order]);
    expect(runner.ran).toHaveLength(2);
  });
});
