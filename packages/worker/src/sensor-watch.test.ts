import { afterEach, describe, expect, test } from "vitest";
import { type AttemptOrder, type Micros, MINUTE, SECOND, type SensorSpec } from "@momiji/core";
import type { OperatorDefinition, PokeAnswer, SensorDefinition } from "@momiji/sdk";
import { HandClock, settle } from "./hand-clock.testing.ts";
import { messages, orderOf, startWorker, type TestWorker, writeBundle } from "./worker.testing.ts";

let bench: TestWorker;
const clock = new HandClock();
afterEach(() => bench.stop());

const SENSOR: SensorSpec = { pokeIntervalSeconds: 60, timeoutSeconds: 3600 };

async function startWith(definition: Partial<SensorDefinition> & Partial<OperatorDefinition>): Promise<void> {
  const operators = new Map([["mine", { name: "mine", templateFields: [], ...definition } as SensorDefinition]]);
  bench = await startWorker({ operators, clock });
}

function sensorOrder(sensor: Partial<SensorSpec> = {}, rest: Partial<AttemptOrder> = {}): AttemptOrder {
  return orderOf({ operator: "mine", lane: "async", sensor: { ...SENSOR, ...sensor }, ...rest.task }, { ...rest });
}

function eventsOf(order: AttemptOrder): unknown[] {
  return bench.events.filter((event) => event.attemptId === order.attemptId).map((event) => event.type);
}

describe("asking a sensor", () => {
  test("it waits deferred between questions, and its value is the return value", async () => {
    const answers: PokeAnswer[] = [false, false, { done: true, value: 7 }];
    await startWith({ poke: () => answers.shift() ?? false });
    const order = sensorOrder();
    const begun = clock.now();
    bench.worker.run(order);
    await clock.advance(0);
    expect(bench.events.at(-1)).toMatchObject({ type: "deferred", until: begun + MINUTE });
    await clock.advance(2 * MINUTE);
    expect(eventsOf(order)).toEqual(["started", "deferred", "finished"]);
    expect(bench.events.at(-1)).toMatchObject({ xcoms: [{ key: "return_value", value: 7 }], at: begun + 2 * MINUTE });
  });

  test("one that knows when to be asked again is left alone until then", async () => {
    let asked = 0;
    await startWith({ poke: () => ({ done: false, askAgainAt: (++asked, clock.now() / 1000 + 600_000) }) });
    bench.worker.run(sensorOrder());
    await clock.advance(9 * MINUTE);
    expect(asked).toBe(1);
    await clock.advance(MINUTE);
    expect(asked).toBe(2);
  });

  test("its time counts from its first start over all pauses, and a time-out is not retried", async () => {
    await startWith({ poke: () => false });
    const order = sensorOrder({ timeoutSeconds: 300 }, { firstStartDate: clock.now() - 4 * MINUTE });
    bench.worker.run(order);
    await clock.advance(MINUTE);
    expect(eventsOf(order)).toEqual(["started", "deferred"]);
    await clock.advance(MINUTE);
    expect((await bench.finished(order.attemptId)).outcome).toMatchObject({ code: "sensor_timeout", retryable: false });
  });

  test("one that wants to sleep for longer than its time-out is asked once more at its end", async () => {
    await startWith({ poke: () => ({ done: false, askAgainAt: clock.now() / 1000 + 1e9 }) });
    const order = sensorOrder({ timeoutSeconds: 300 });
    bench.worker.run(order);
    await clock.advance(301 * SECOND);
    expect((await bench.finished(order.attemptId)).outcome).toMatchObject({ code: "sensor_timeout" });
  });

  test("in mode poke it keeps its slots, and in mode reschedule it asks for them again", async () => {
    await startWith({ poke: () => false });
    const [poke, reschedule] = [sensorOrder({ mode: "poke" }), sensorOrder({ mode: "reschedule" })];
    bench.worker.run(poke);
    bench.worker.run(reschedule);
    await clock.advance(0);
    expect(eventsOf(poke)).toEqual(["started"]);
    expect(eventsOf(reschedule)).toEqual(["started", "rescheduled"]);
    expect(bench.events.at(-1)).toMatchObject({ type: "rescheduled", until: clock.now() + MINUTE });
  });

  test("silentFail asks again after an error, neverFail skips whatever would fail it", async () => {
    await startWith({ poke: () => Promise.reject(new Error("no such host")) });
    const [silent, never] = [sensorOrder({ silentFail: true }), sensorOrder({ neverFail: true })];
    bench.worker.run(silent);
    bench.worker.run(never);
    expect((await bench.finished(never.attemptId)).outcome).toEqual({ kind: "skipped", message: "no such host" });
    await clock.advance(MINUTE);
    expect(eventsOf(silent)).toEqual(["started", "deferred"]);
    bench.worker.cancel(silent.attemptId, "enough");
    expect((await bench.finished(silent.attemptId)).outcome).toMatchObject({ kind: "cancelled" });
  });

  test("softFail turns a time-out and a failure on purpose into a skip, but not an error", async () => {
    const thrown: Error[] = [
      new Error("broken"),
      Object.assign(new Error("no"), { [Symbol.for("momiji.task-signal")]: "fail" }),
    ];
    await startWith({
      poke: () => {
        const error = thrown.shift();
        if (error !== undefined) throw error;
        return false;
      },
    });
    const orders = [
      sensorOrder({ softFail: true }),
      sensorOrder({ softFail: true }),
      sensorOrder({ softFail: true, timeoutSeconds: 1 }),
    ];
    for (const order of orders) bench.worker.run(order);
    await clock.advance(2 * MINUTE);
    const outcomes = await Promise.all(orders.map((order) => bench.finished(order.attemptId)));
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(["failed", "skipped", "skipped"]);
  });

  test("with backoff the pauses grow up to the longest", async () => {
    const asked: Micros[] = [];
    await startWith({ poke: () => (asked.push(clock.now()), false) });
    const order = sensorOrder({
      pokeIntervalSeconds: 8,
      exponentialBackoff: true,
      maxWaitSeconds: 100,
      timeoutSeconds: 10_000,
    });
    bench.worker.run(order);
    await clock.advance(600 * SECOND);
    const pauses = asked.slice(1).map((at, index) => (at - (asked[index] ?? 0)) / SECOND);
    pauses.slice(0, 4).forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual(4 * 2 ** index);
      expect(pause).toBeLessThan(8 * 2 ** index);
    });
    expect(pauses.slice(5).every((pause) => pause === 100)).toBe(true);
  });

  test("ten thousand of them wait on one timer", async () => {
    await startWith({ poke: () => false });
    const before = clock.timers;
    for (let index = 0; index < 10_000; index++) bench.worker.run(sensorOrder());
    await clock.advance(0);
    expect(clock.timers).toBe(before + 1);
    expect(bench.events.filter((event) => event.type === "deferred")).toHaveLength(10_000);
  });

  test("a cancelled one ends at once, and one that outlasts its execution time-out fails", async () => {
    await startWith({ poke: () => false });
    const [first, second] = [sensorOrder(), sensorOrder()];
    const limited = { ...second, task: { ...second.task, executionTimeoutSeconds: 90 } };
    bench.worker.run(first);
    bench.worker.run(limited);
    await clock.advance(SECOND);
    bench.worker.cancel(first.attemptId, "not needed");
    expect((await bench.finished(first.attemptId)).outcome).toEqual({ kind: "cancelled", message: "not needed" });
    await clock.advance(2 * MINUTE);
    expect((await bench.finished(limited.attemptId)).outcome).toMatchObject({ code: "timeout" });
  });

  test("one that waits is neither ended nor reported when the worker stops", async () => {
    await startWith({ poke: () => false });
    const order = sensorOrder();
    bench.worker.run(order);
    await clock.advance(0);
    await bench.stop();
    expect(eventsOf(order)).toEqual(["started", "deferred"]);
  });
});

describe("an operator that only waits", () => {
  test("returns a value, speaks, pushes", async () => {
    await startWith({
      run: async (ctx, params) => {
        ctx.log.info("hello");
        ctx.xcom.push("k", 1);
        return await Promise.resolve(params["n"]);
      },
    });
    const order = orderOf({ operator: "mine", lane: "async", params: { n: 5 } });
    expect(await bench.outcomeOf(order)).toMatchObject({
      outcome: { kind: "success" },
      xcoms: [{ key: "return_value", value: 5 }],
    });
    expect(eventsOf(order)).toEqual(["started", "xcom", "finished"]);
    expect(messages(await bench.logOf(order))).toEqual(["hello"]);
  });

  test("fails with what it throws, and ends when its signal is aborted", async () => {
    await startWith({
      run: (ctx, params) => {
        if (params["throw"] === true) throw new RangeError("out of range");
        return new Promise((resolve) => ctx.signal.addEventListener("abort", resolve));
      },
    });
    const failing = orderOf({ operator: "mine", lane: "async", params: { throw: true } });
    expect((await bench.outcomeOf(failing)).outcome).toMatchObject({ code: "exception", errorName: "RangeError" });
    const waiting = orderOf({ operator: "mine", lane: "async" });
    bench.worker.run(waiting);
    await settle();
    bench.worker.cancel(waiting.attemptId, "enough");
    expect((await bench.finished(waiting.attemptId)).outcome.kind).toBe("cancelled");
  });

  test("that nobody knows is a failure in words", async () => {
    await startWith({});
    const { outcome } = await bench.outcomeOf(orderOf({ operator: "other", lane: "async" }));
    expect(outcome).toMatchObject({ code: "operator", message: expect.stringContaining("other") as unknown });
  });
});

describe("a sensor of a bundle", () => {
  test("is asked in a child, which it does not hold in between", async () => {
    bench = await startWorker({ warmChildren: 1, maxChildren: 1 });
    const tasks = `{ wait: { poke: () => { globalThis.n = (globalThis.n ?? 0) + 1; return globalThis.n < 3 ? false : { done: true, value: globalThis.n } } },
      other: () => globalThis.n }`;
    const bundle = writeBundle(bench.folder, tasks);
    const sensor = { ...SENSOR, pokeIntervalSeconds: 0.02 };
    const order = orderOf({ lane: "function", operator: "sensor", taskId: "wait", sensor }, { bundle });
    const other = orderOf({ lane: "function", operator: "function", taskId: "other" }, { bundle });
    bench.worker.run(order);
    await bench.until((event): event is typeof event => event.type === "deferred");
    expect((await bench.outcomeOf(other)).xcoms?.[0]?.value).toBeLessThan(3);
    expect((await bench.finished(order.attemptId)).xcoms?.[0]?.value).toBe(3);
    expect(eventsOf(order)).toEqual(["started", "deferred", "finished"]);
  });
});
