import type { AttemptEvent, AttemptOrder } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { EventLog } from "../event-log.testing.ts";
import type { AttemptEvents, AttemptRunner } from "../executor.ts";
import { orderOf } from "../order.testing.ts";
import { LocalExecutor } from "./local-executor.ts";

/** A runner that does what the test says, when it says it. */
class ScriptedRunner implements AttemptRunner {
  readonly ran: AttemptOrder[] = [];
  readonly linedUp: AttemptOrder[] = [];
  readonly recovered: AttemptOrder[] = [];
  linesUp = false;
  #deliver: AttemptEvents = () => {};

  start(deliver: AttemptEvents): Promise<void> {
    this.#deliver = deliver;
    return Promise.resolve();
  }

  say(order: AttemptOrder, type: "started" | "deferred" | "finished"): void {
    const { attemptId } = order;
    const event: AttemptEvent =
      type === "started"
        ? { type, attemptId, at: 0, worker: "w" }
        : type === "deferred"
          ? { type, attemptId, at: 0, until: null }
          : { type, attemptId, at: 0, outcome: { kind: "success" } };
    this.#deliver([event]);
  }

  run(order: AttemptOrder): void {
    this.ran.push(order);
  }

  lineUp(order: AttemptOrder): boolean {
    if (this.linesUp) this.linedUp.push(order);
    return this.linesUp;
  }

  cancel(): void {}

  recover(orders: readonly AttemptOrder[]): Promise<void> {
    this.recovered.push(...orders);
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

  test("what waits here when the engine loads anew is not lost, and is begun once", async () => {
    const { executor, runner } = await start(1);
    const [first, waiting, gone] = [orderOf("first"), orderOf("waiting"), orderOf("gone")];
    executor.submit([first, waiting]);
    await executor.recover([first, waiting, gone]);
    expect(runner.recovered).toEqual([first, gone]);
    runner.say(gone, "finished");
    runner.say(first, "finished");
    runner.say(waiting, "finished");
    executor.acknowledge([waiting.attemptId]);
    expect(runner.ran).toEqual([first, waiting]);
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

describe("orders that are lined up", () => {
  async function startLinedUp(): Promise<Awaited<ReturnType<typeof start>> & { orders: AttemptOrder[] }> {
    const started = await start(1);
    started.runner.linesUp = true;
    const orders = ["a", "b", "c", "d", "e"].map(orderOf);
    started.executor.submit(orders);
    return { ...started, orders };
  }

  test("two wait with the runner behind those that run", async () => {
    const { runner, orders } = await startLinedUp();
    expect(runner.ran).toEqual(orders.slice(0, 1));
    expect(runner.linedUp).toEqual(orders.slice(1, 3));
  });

  test("one that the runner has begun holds the place that the end of another frees", async () => {
    const { runner, orders } = await startLinedUp();
    const [a, b, c] = orders as [AttemptOrder, AttemptOrder, AttemptOrder];
    runner.say(b, "started");
    runner.say(a, "finished");
    expect(runner.ran).toEqual([a]);
    expect(runner.linedUp).toEqual(orders.slice(1, 4));
    runner.say(b, "finished");
    expect(runner.ran).toEqual([a, c]);
  });

  test("one that has not begun is run when a place is free, and before those that wait", async () => {
    const { runner, orders } = await startLinedUp();
    runner.say(orders[0] as AttemptOrder, "finished");
    expect(runner.ran).toEqual(orders.slice(0, 2));
    runner.say(orders[1] as AttemptOrder, "started");
    expect(runner.ran).toHaveLength(2);
  });

  test("one that is cancelled makes room for the next", async () => {
    const { executor, runner, orders } = await startLinedUp();
    const b = orders[1] as AttemptOrder;
    executor.cancel(b.attemptId, "not wanted");
    runner.say(b, "finished");
    expect(runner.ran).toEqual(orders.slice(0, 1));
    expect(runner.linedUp).toEqual(orders.slice(1, 4));
  });
});
