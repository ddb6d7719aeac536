/** Cases of an engine that does not do what it should. What it can be made to do is the harness's to say. */
import { expect, test } from "vitest";
import { ENDLESS, type JobHarness, kindOf, newBench, SHORT } from "./bench.ts";

export function troubles(make: () => Promise<JobHarness>): void {
  test("whatever trouble the engine has for a while, the job is followed on, and its log is whole", async (context) => {
    const { troubles: all = {}, close } = await make();
    await close?.();
    for (const name of Object.keys(all)) {
      const bench = await newBench(make, context);
      const plan = { ...SHORT, lines: 100 };
      const order = bench.order(plan);
      const life = bench.life();
      await life.tell(["run", order]);
      await bench.lines(order, 3);
      await bench.harness.troubles?.[name]?.(order.attemptId);
      expect([name, kindOf(await life.finished(order.attemptId))]).toEqual([name, "success"]);
      await life.stop();
      await bench.expectWhole(order, plan);
    }
  });

  test("a cancel that nobody answers is tried again, and the attempt has not ended before its job", async (context) => {
    const bench = await newBench(make, context);
    const [trouble] = Object.values(bench.harness.troubles ?? {});
    if (trouble === undefined) return;
    const order = bench.order(ENDLESS);
    const life = bench.life();
    await life.tell(["run", order]);
    await bench.lines(order, 1);
    const over = trouble(order.attemptId);
    await life.tell(["cancel", order.attemptId, "cleared"]);
    await over;
    expect((await life.finished(order.attemptId)).outcome).toEqual({ kind: "cancelled", message: "cleared" });
    await life.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
  });

  test("a job that has vanished fails its attempt, and says so", async (context) => {
    const bench = await newBench(make, context);
    if (bench.harness.vanish === undefined) return;
    const order = bench.order(ENDLESS);
    const life = bench.life();
    await life.tell(["run", order]);
    await bench.lines(order, 1);
    await bench.harness.vanish(order.attemptId);
    const { outcome } = await life.finished(order.attemptId);
    expect(outcome).toMatchObject({ kind: "failed", code: "job_gone", retryable: true });
    await life.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
  });
}
