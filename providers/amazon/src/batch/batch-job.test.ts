/** `batchSubmitJob` on the double of Batch. */
import { JobFailure } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { batchBench, playingJob } from "../testing/batch-bench.testing.ts";
import { DENIED_KEY } from "../testing/double-checks.testing.ts";
import type { TestJob } from "@momiji/worker/job-context";
import { batchSubmitJobJob } from "./batch-job.ts";
import type { BatchSubmitJobParams } from "./batch-params.ts";

const { launch, follow, cancel } = batchSubmitJobJob;

async function run({ ctx }: TestJob, params: BatchSubmitJobParams) {
  const handle = await launch(ctx, params);
  return await follow(ctx, { params, handle });
}

async function failureOf(work: Promise<unknown>): Promise<JobFailure> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof JobFailure)) throw new Error(`no failure of a job: ${String(error)}`);
  return error;
}

const messages = ({ lines }: TestJob): readonly string[] => lines.map(({ message }) => message);

describe.concurrent("a job of Batch", () => {
  it("runs, its log is the task's log, and its id the output", async (test) => {
    const { job, double } = await batchBench(test);
    const one = job();
    const end = await run(one, playingJob({ lines: 3 }));
    const [made] = double.of(one.ctx.attemptId);
    expect(end).toEqual({ outcome: { kind: "success" }, value: made?.facts.jobId });
    expect(one.lines.map(({ message, source }) => `${source} ${message}`)).toEqual([
      "stdout line 1",
      "stdout line 2",
      "stdout line 3",
    ]);
  });

  it("sends everything that was given to SubmitJob, and nothing that was not", async (test) => {
    const { job, front } = await batchBench(test);
    const one = job();
    const params = playingJob(
      {},
      {
        ecsPropertiesOverride: { taskProperties: [{ containers: [{ name: "app", command: ["a"] }] }] },
        eksPropertiesOverride: { podProperties: { containers: [{ name: "app", args: ["a"] }] } },
        nodeOverrides: { numNodes: 2 },
        dependsOn: [{ jobId: "j" }],
        parameters: { day: "2026-01-01" },
        retryStrategy: { attempts: 2, evaluateOnExit: [{ onExitCode: "3", action: "EXIT" }] },
        shareIdentifier: "s",
        schedulingPriorityOverride: 5,
        consumableResourcePropertiesOverride: { consumableResourceList: [{ consumableResource: "r", quantity: 1 }] },
        tags: { team: "data" },
        propagateTags: true,
        submitJobTimeoutSeconds: 600,
      },
    );
    await launch(one.ctx, params);
    const { submitJobTimeoutSeconds: _, awslogsSettleSeconds: __, ...rest } = params;
    expect(front.exchanges.find(({ operation }) => operation === "SubmitJob")?.input).toEqual({
      ...rest,
      jobName: `nightly-${one.ctx.attemptId}`,
      tags: { team: "data", "momiji:attempt": one.ctx.attemptId },
      timeout: { attemptDurationSeconds: 600 },
    });
  });

  it("that ends with another exit code than 0 has failed, with its last lines", async (test) => {
    const { job } = await batchBench(test);
    const { outcome } = await run(job(), playingJob({ lines: 12, exitCode: 3 }, { numberLogsException: 2 }));
    expect(outcome).toMatchObject({
      kind: "failed",
      code: "exit_code",
      exitCode: 3,
      message: "the container ended with exit code 3",
      detail: "line 11\nline 12",
    });
  });

  it("that Batch tries again shows the log of each try, once and in order, also to another worker", async (test) => {
    const { job } = await batchBench(test);
    const one = job({ onLine: ({ position }, { abort }) => position?.includes("16:") === true && abort() });
    const params = playingJob({ lines: 2, exitCode: 1 }, { retryStrategy: { attempts: 2 } });
    const handle = await launch(one.ctx, params);
    await follow(one.ctx, { params, handle });
    const next = one.next();
    const { outcome } = await follow(next.ctx, { params, handle });
    expect(outcome).toMatchObject({ kind: "failed", exitCode: 1 });
    expect(messages(next)).toEqual(["line 1", "line 2", "line 1", "line 2"]);
  });

  it.for([
    ["Host EC2 (instance i-0123) terminated.", { kind: "lost" }],
    ["Your Spot Task was interrupted.", { kind: "lost" }],
    ["Job attempt duration exceeded timeout", { kind: "failed", code: "timed_out" }],
  ] as const)("that AWS ends says why: %s", async ([reason, expected], test) => {
    const { job, double } = await batchBench(test);
    const one = job();
    const params = playingJob({ lines: 1000, pauseSeconds: 0.02 });
    const handle = await launch(one.ctx, params);
    const following = follow(one.ctx, { params, handle });
    await one.seen("line 1");
    double.jobs.get(handle.jobId)?.interrupt(reason);
    const { outcome } = await following;
    expect(outcome).toMatchObject(expected);
    expect("message" in outcome ? outcome.message : "").toContain(reason);
  });

  it("that cannot start says so with what to do", async (test) => {
    const { job } = await batchBench(test);
    const startFailure = "CannotPullContainerError: pull access denied, repository does not exist";
    const { outcome } = await run(job(), playingJob({ startFailure }));
    expect(outcome).toMatchObject({ kind: "failed", code: "image_missing", retryable: true });
  });

  it("that somebody else terminates has failed with their reason", async (test) => {
    const { job, double } = await batchBench(test);
    const one = job();
    const params = playingJob({ lines: 1000, pauseSeconds: 0.02 });
    const handle = await launch(one.ctx, params);
    const following = follow(one.ctx, { params, handle });
    await one.seen("line 1");
    double.jobs.get(handle.jobId)?.terminate("too dear");
    expect((await following).outcome).toMatchObject({
      kind: "failed",
      code: "terminated",
      message: "somebody else has terminated the job: too dear",
    });
  });

  it("is a success at once when nobody waits for its completion", async (test) => {
    const { job } = await batchBench(test);
    const one = job();
    const params = playingJob({ lines: 1000, pauseSeconds: 1 }, { waitForCompletion: false });
    const handle = await launch(one.ctx, params);
    expect(await follow(one.ctx, { params, handle })).toEqual({ outcome: { kind: "success" }, value: handle.jobId });
  });
});

describe.concurrent("an array of jobs", () => {
  it("is a success when all children are, and shows the log of the first", async (test) => {
    const { job } = await batchBench(test);
    const one = job();
    const params = playingJob([{ lines: 1 }, { lines: 3 }], { arrayProperties: { size: 3 } });
    expect((await run(one, params)).outcome).toEqual({ kind: "success" });
    expect(messages(one)).toEqual(["line 1"]);
  });

  it("names the children that have failed, and how", async (test) => {
    const { job } = await batchBench(test);
    const plays = [{}, { exitCode: 4, reason: "OutOfMemoryError: killed" }, { exitCode: 4 }];
    const { outcome } = await run(job(), playingJob(plays, { arrayProperties: { size: 3 } }));
    expect(outcome).toMatchObject({ kind: "failed", code: "memory", exitCode: 4 });
    expect(outcome).toHaveProperty("message", expect.stringContaining("2 of 3 children failed (1, 2); child 1: "));
  });
});

describe.concurrent("the launch of a job of Batch", () => {
  it("finds the job when its answer was lost, also where the list is behind", async (test) => {
    const { job, front, double } = await batchBench(test);
    double.lagMillis = 600;
    front.fail("SubmitJob", "lose");
    const one = job();
    const handle = await launch(one.ctx, playingJob({ lines: 1 }));
    expect(double.of(one.ctx.attemptId).map(({ facts }) => facts.jobId)).toEqual([handle.jobId]);
  });

  it("asks again when it was not heard, and finds nothing", async (test) => {
    const { job, front, double } = await batchBench(test);
    front.fail("SubmitJob", "throttle");
    const one = job();
    await launch(one.ctx, playingJob({ lines: 1 }));
    expect(front.calls.get("SubmitJob")).toBe(2);
    expect(double.of(one.ctx.attemptId)).toHaveLength(1);
  });

  it("of two workers in the same moment ends with one job, which both follow", async (test) => {
    const { job, double } = await batchBench(test);
    const one = job();
    const params = playingJob({ lines: 200, pauseSeconds: 0.05 });
    const handles = await Promise.all([launch(one.ctx, params), launch(one.next().ctx, params)]);
    const running = double.of(one.ctx.attemptId).filter(({ isOver }) => !isOver);
    expect(new Set(handles.map(({ jobId }) => jobId))).toEqual(new Set(running.map(({ facts }) => facts.jobId)));
    expect(running).toHaveLength(1);
  });

  it.for([
    [{ jobQueue: "other" }, "queue_missing"],
    [{ jobQueue: "prod", jobDefinition: "gone" }, "job_definition_missing"],
  ] as const)("with %o fails as %s with what to do", async ([params, code], test) => {
    const { job } = await batchBench(test);
    const failure = await failureOf(launch(job().ctx, playingJob({}, params)));
    expect(failure.facts).toMatchObject({ code, nothingStarted: true });
    expect(failure.facts.detail).toMatch(/^what to do: /);
  });

  it("says which right is missing", async (test) => {
    const { job, connection } = await batchBench(test);
    const failure = await failureOf(
      launch(job({ connections: { aws_default: connection(DENIED_KEY) } }).ctx, playingJob({})),
    );
    expect(failure.facts.code).toBe("access_denied");
    expect(failure.facts.detail).toContain('"Action":"batch:ListJobs"');
  });
});

describe.concurrent("the cancel of a job of Batch", () => {
  it("ends it with a reason, with or without its handle", async (test) => {
    const { job, double } = await batchBench(test);
    for (const hasHandle of [true, false]) {
      const one = job();
      const params = playingJob({ lines: 1000, pauseSeconds: 0.05 });
      const handle = await launch(one.ctx, params);
      await cancel(one.ctx, { params, handle: hasHandle ? handle : null });
      const [made] = double.of(one.ctx.attemptId);
      expect(made).toMatchObject({ isOver: true, statusReason: expect.stringContaining("Momiji: cancelled, d ") });
    }
  });
});
