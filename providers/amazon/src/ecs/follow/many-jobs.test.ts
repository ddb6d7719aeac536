/** Many jobs of one cluster in one process. */
import { expect, it } from "vitest";
import { doubleBench, playing } from "../../testing/double-bench.testing.ts";
import { ecsRunTaskJob } from "../ecs-job.ts";

const JOBS = 200;

it(
  `${JOBS} jobs at once all end well, and are looked at in requests of a hundred`,
  { timeout: 120_000 },
  async (test) => {
    const { job, double, front } = await doubleBench(test);
    const params = playing({ lines: 1, pauseSeconds: 0.5 }, { getLogs: false });
    const jobs = Array.from({ length: JOBS }, () => job());
    const handles = await Promise.all(jobs.map(({ ctx }) => ecsRunTaskJob.launch(ctx, params)));
    const ends = await Promise.all(
      jobs.map(({ ctx }, index) => ecsRunTaskJob.follow(ctx, { params, handle: handles[index] ?? NO_HANDLE })),
    );
    expect(ends.filter(({ outcome }) => outcome.kind !== "success")).toEqual([]);
    expect(double.tasks.size).toBe(JOBS);
    const looks = front.exchanges.filter(({ operation }) => operation === "DescribeTasks");
    expect(Math.max(...looks.map(({ input }) => (input as { tasks: string[] }).tasks.length))).toBe(100);
  },
);

const NO_HANDLE = { region: "", cluster: "prod", taskArns: [], main: null, essential: null, containers: [] };
