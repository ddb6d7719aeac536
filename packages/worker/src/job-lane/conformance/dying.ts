/** Cases of workers, and processes of operators, that die at every boundary of a job. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AttemptOrder } from "@momiji/core";
import type { FaultPoint } from "../../job-faults.ts";
import { again, ENDLESS, type JobBench, type JobHarness, kindOf, newBench, SHORT } from "./bench.ts";
import { type Moment, randomKills } from "./random-kills.testing.ts";
import type { WorkerLife } from "./worker-life.ts";

const POINTS: readonly FaultPoint[] = [
  "before-launch",
  "after-launch",
  "line-1",
  "line-17",
  "line-30",
  "after-follow",
  "before-release",
  "after-release",
];

type Make = () => Promise<JobHarness>;

export function dying(make: Make, randomDeaths: number): void {
  describe("when its worker dies", () => {
    atBoundaries(make);
    atAnyMoment(make, randomDeaths);
  });
  describe("when its worker stops, or only a part of it dies,", () => others(make));
}

function atBoundaries(make: Make): void {
  test.for(POINTS)("at %s, the next worker goes on as if nothing had happened", async (point, context) => {
    const bench = await newBench(make, context);
    const order = bench.order(SHORT);
    bench.arm(point);
    const first = bench.life();
    await first.tell(["run", order]);
    await bench.reached(point);
    await first.kill();
    bench.disarm(point);
    const next = bench.life();
    await next.tell(["recover", [again(order, first)]]);
    expect(kindOf(await next.finished(order.attemptId))).toBe("success");
    await next.stop();
    await bench.expectWhole(order, SHORT);
  });

  test("for good, a worker of another machine goes on from the handle that the engine has", async (context) => {
    const bench = await newBench(make, context);
    const order = bench.order(SHORT);
    bench.arm("line-9");
    const first = bench.life();
    await first.tell(["run", order]);
    await bench.reached("line-9");
    await first.kill();
    bench.disarm("line-9");
    const next = bench.life("elsewhere");
    const known = again(order, first);
    expect(known.job?.handle).toBeDefined();
    await next.tell(["recover", [known]]);
    expect(kindOf(await next.finished(order.attemptId))).toBe("success");
    await next.stop();
    await bench.expectWhole(order, SHORT);
  });
}

function atAnyMoment(make: Make, jobs: number): void {
  const plan = { ...SHORT, lines: 60 };
  test.for(randomKills(jobs, plan.lines))(
    "again and again at any moment ($words), one job runs, and its log is whole",
    async ({ moments }, context) => {
      const bench = await newBench(make, context);
      let order = bench.order(plan);
      for (const [death, moment] of moments.entries()) {
        const life = bench.life();
        await life.tell(death === 0 ? ["run", order] : ["recover", [order]]);
        await comes(moment, { bench, order, life });
        await life.kill();
        order = again(order, life);
      }
      const last = bench.life();
      await last.tell(["recover", [order]]);
      expect(kindOf(await last.finished(order.attemptId))).toBe("success");
      await last.stop();
      await bench.expectWhole(order, plan);
    },
  );
}

/** The moment, or the attempt's end if that is sooner. */
async function comes(
  { line, millis }: Moment,
  { bench, order, life }: { readonly bench: JobBench; readonly order: AttemptOrder; readonly life: WorkerLife },
): Promise<void> {
  const hasEnded = life.finished(order.attemptId).catch(() => undefined);
  if (line !== null) await Promise.race([bench.lines(order, line).catch(() => undefined), hasEnded]);
  await passes(millis);
}

function others(make: Make): void {
  test("a worker that stops in peace leaves the job to the next one, and says nothing of an end", async (context) => {
    const bench = await newBench(make, context);
    const plan = { ...SHORT, lines: 150 };
    const order = bench.order(plan);
    const first = bench.life();
    await first.tell(["run", order]);
    await bench.lines(order, 2);
    await first.stop();
    expect(first.events.filter(({ type }) => type === "finished")).toEqual([]);
    const next = bench.life();
    await next.tell(["recover", [again(order, first)]]);
    expect(kindOf(await next.finished(order.attemptId))).toBe("success");
    await next.stop();
    expect((await bench.messages(order, "momiji")).join("\n")).toContain("is followed again from the last line");
    await bench.expectWhole(order, plan);
  });

  test("when the process of its operator dies, it is followed again in another, and no attempt is lost", async (context) => {
    const bench = await newBench(make, context);
    const plan = { ...SHORT, lines: 100 };
    const order = bench.order(plan);
    const life = bench.life();
    await life.tell(["run", order]);
    await bench.lines(order, 3);
    for (const pid of operatorProcesses(join(bench.folder, "state"))) process.kill(pid, "SIGKILL");
    expect(kindOf(await life.finished(order.attemptId))).toBe("success");
    await life.stop();
    await bench.expectWhole(order, plan);
    expect(life.events.filter(({ type }) => type === "finished")).toHaveLength(1);
  });

  test("when nobody wants it any more after its worker's death, it is cancelled and removed", async (context) => {
    const bench = await newBench(make, context);
    const order = bench.order(ENDLESS);
    const first = bench.life();
    await first.tell(["run", order]);
    await bench.lines(order, 1);
    await first.kill();
    const next = bench.life();
    await next.tell(["recover", []]);
    await next.stop();
    expect(await bench.harness.left(order.attemptId)).toEqual([]);
    expect(next.events).toEqual([]);
  });
}

function passes(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** By the worker's own record of what it has started. */
function operatorProcesses(stateDir: string): number[] {
  const records = readdirSync(stateDir).filter((name) => name.startsWith("children-"));
  const lines = records.flatMap((name) => readFileSync(join(stateDir, name), "utf8").split("\n"));
  return lines.flatMap((line) => {
    const pid = /"key":"jobs-(\d+)"/.exec(line)?.[1];
    return pid === undefined ? [] : [Number(pid)];
  });
}
