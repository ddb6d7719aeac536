/** Cases of a job that nobody disturbs. */
import { expect, test } from "vitest";
import { ENDLESS, type JobHarness, newBench, SHORT } from "./bench.ts";

export function running(make: () => Promise<JobHarness>): void {
  test("a job runs once, its lines are in the log, and nothing is left of it", async (context) => {
    const bench = await newBench(make, context);
    const life = bench.life();
    const order = bench.order(SHORT);
    await life.tell(["run", order]);
    const { outcome } = await life.finished(order.attemptId);
    expect(outcome).toMatchObject({ kind: "success" });
    await life.stop();
    await bench.expectWhole(order, SHORT);
    const types = life.events.map(({ type }) => type).filter((type) => type !== "said" && type !== "xcom");
    expect(types).toEqual(["started", "launched", "finished"]);
    expect(life.warnings).toEqual([]);
  });

  test("a job that fails says how", async (context) => {
    const bench = await newBench(make, context);
    const life = bench.life();
    const plan = { ...SHORT, lines: 2, exitCode: 3 };
    const order = bench.order(plan);
    await life.tell(["run", order]);
    const { outcome } = await life.finished(order.attemptId);
    expect(outcome).toMatchObject({ kind: "failed", exitCode: 3, retryable: true });
    await life.stop();
    await bench.expectWhole(order, plan);
  });

  test("an order that comes twice, or to two workers at once, starts one job", async (context) => {
    const bench = await newBench(make, context);
    const lives = [bench.life(), bench.life("other")] as const;
    const order = bench.order(ENDLESS);
    await Promise.all(lives.flatMap((life) => [life.tell(["run", order]), life.tell(["run", order])]));
    for (const life of lives) await life.until(() => life.events.some(({ type }) => type === "launched"));
    expect(await bench.harness.started(order.attemptId)).toBe(1);
    await lives[0].tell(["cancel", order.attemptId, "enough"]);
    await lives[0].finished(order.attemptId);
    await lives[1].kill();
    await lives[0].stop();
    expect(await bench.harness.started(order.attemptId)).toBe(1);
  });
}
