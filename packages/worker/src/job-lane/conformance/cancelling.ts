/** Cases of jobs that are to end before their time. */
import { describe, expect, test, type TestContext } from "vitest";
import type { FaultPoint } from "../../job-faults.ts";
import { again, ENDLESS, type JobHarness, newBench } from "./bench.ts";

const POINTS: readonly FaultPoint[] = ["before-cancel", "after-cancel", "before-release"];

type Make = () => Promise<JobHarness>;

export function cancelling(make: Make): void {
  inPeace(make);
  describe("when its worker dies while it is cancelled", () => whileDying(make));
}

function inPeace(make: Make): void {
  test("a job that is cancelled has ended when its attempt has, and nothing is left of it", async (context) => {
    const bench = await newBench(make, context);
    const order = bench.order(ENDLESS);
    const life = bench.life();
    await life.tell(["run", order]);
    await bench.lines(order, 2);
    await life.tell(["cancel", order.attemptId, "cleared"]);
    expect((await life.finished(order.attemptId)).outcome).toEqual({ kind: "cancelled", message: "cleared" });
    await life.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
    expect(await bench.harness.started(order.attemptId)).toBe(1);
  });

  test("a job that takes longer than it may is cancelled, and its attempt has failed", async (context) => {
    const bench = await newBench(make, context);
    const order = bench.order(ENDLESS, { executionTimeoutSeconds: 2 });
    const life = bench.life();
    await life.tell(["run", order]);
    expect((await life.finished(order.attemptId)).outcome).toMatchObject({ kind: "failed", code: "timeout" });
    await life.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
  });

  test("a launch that nobody wants any more leaves nothing", async (context) => {
    const bench = await newBench(make, context);
    const order = bench.order(ENDLESS);
    const life = bench.life();
    await life.tell(["run", order]);
    await life.tell(["cancel", order.attemptId, "too late"]);
    expect((await life.finished(order.attemptId)).outcome.kind).toBe("cancelled");
    await life.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
  });
}

function whileDying(make: Make): void {
  /** A worker that dies at this point while it cancels, and the one after it. */
  const diedAt = async (point: FaultPoint, reason: string, context: TestContext) => {
    const bench = await newBench(make, context);
    const order = bench.order(ENDLESS);
    const first = bench.life();
    await first.tell(["run", order]);
    await bench.lines(order, 1);
    bench.arm(point);
    await first.tell(["cancel", order.attemptId, reason]);
    await bench.reached(point);
    await first.kill();
    bench.disarm(point);
    return { bench, order, first, next: bench.life() };
  };

  test.for(POINTS)("at %s, and the attempt is asked for again, it ends as cancelled", async (point, context) => {
    const { bench, order, first, next } = await diedAt(point, "cleared", context);
    await next.tell(["recover", [again(order, first)]]);
    expect((await next.finished(order.attemptId)).outcome).toEqual({ kind: "cancelled", message: "cleared" });
    await next.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
    expect(await bench.harness.started(order.attemptId)).toBe(1);
  });

  test.for(POINTS)("at %s, and nobody asks for it again, nothing is left of it either", async (point, context) => {
    const { bench, order, next } = await diedAt(point, "marked success", context);
    await next.tell(["recover", []]);
    await next.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
  });
}
