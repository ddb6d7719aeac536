import type { AttemptOrder, Clock } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { executorConformance } from "../conformance.ts";
import { EventLog } from "../event-log.testing.ts";
import { LocalExecutor } from "../local/local-executor.ts";
import { orderOf } from "../order.testing.ts";
import { InlineExecutor, type InlineExecutorOptions, type InlineHandler } from "./inline-executor.ts";

const clock: Clock = { now: () => 1_000_000, setTimer: () => () => {} };

const HANDLERS: ReadonlyMap<string, InlineHandler> = new Map<string, InlineHandler>([
  ["quick", { outcome: { kind: "success" } }],
  ["endless", () => new Promise(() => {})],
  [
    "senseless",
    () => {
      throw new TypeError("makes no sense");
    },
  ],
  ["fails", () => Promise.reject(new Error("later"))],
  [
    "values",
    ({ inputs }: AttemptOrder) => ({ outcome: { kind: "success" }, xcoms: [{ key: "k", value: inputs["x"] ?? 0 }] }),
  ],
  [
    "polite",
    (_order, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve({ outcome: { kind: "success" } }));
      }),
  ],
]);

const harness = {
  quick: () => orderOf("quick"),
  endless: () => orderOf("endless"),
  senseless: () => orderOf("senseless"),
};

executorConformance("the inline executor", () =>
  Promise.resolve({ ...harness, open: (capacity) => new InlineExecutor({ clock, capacity, handlers: HANDLERS }) }),
);

executorConformance("the local executor over handlers", () =>
  Promise.resolve({
    ...harness,
    open: (capacity) => {
      const inline = new InlineExecutor({ clock, handlers: HANDLERS });
      return new LocalExecutor({
        parallelism: capacity,
        runner: Object.assign(inline, { run: (order: AttemptOrder) => inline.submit([order]), lineUp: () => false }),
      });
    },
  }),
);

describe("the inline executor", () => {
  async function startWith(
    options: Partial<InlineExecutorOptions> = {},
  ): Promise<{ executor: InlineExecutor; log: EventLog }> {
    const executor = new InlineExecutor({ clock, handlers: HANDLERS, ...options });
    const log = new EventLog();
    await executor.start((events) => log.receive(events));
    return { executor, log };
  }

  test("delivers within submit if it is told to", async () => {
    const { executor, log } = await startWith({ delivery: "sync" });
    const order = orderOf("quick");
    executor.submit([order]);
    expect(log.typesOf(order)).toEqual(["started", "finished"]);
  });

  test("a task without a handler succeeds; a handler sees its order and may give values", async () => {
    const { executor, log } = await startWith();
    const [unknown, values] = [orderOf("unknown"), { ...orderOf("values"), inputs: { x: 4 } }];
    executor.submit([unknown, values]);
    expect((await log.finished(unknown)).outcome.kind).toBe("success");
    expect((await log.finished(values)).xcoms).toEqual([{ key: "k", value: 4 }]);
  });

  test("a handler that rejects fails the attempt", async () => {
    const { executor, log } = await startWith();
    const order = orderOf("fails");
    executor.submit([order]);
    expect((await log.finished(order)).outcome).toMatchObject({ kind: "failed", code: "exception", message: "later" });
  });

  test("a cancelled handler hears of it, and what it comes to counts no more", async () => {
    const { executor, log } = await startWith({ delivery: "sync" });
    const order = orderOf("polite");
    executor.submit([order]);
    executor.cancel(order.attemptId, "enough");
    await Promise.resolve();
    expect(log.typesOf(order)).toEqual(["started", "finished"]);
    expect((await log.finished(order)).outcome.kind).toBe("cancelled");
  });
});
