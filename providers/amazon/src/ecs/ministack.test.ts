/** `ecsRunTask` with real containers, which MiniStack runs in a Docker engine. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionFor, emulatorsNote, hasEmulators, ministack, rootOf } from "../testing/emulators.testing.ts";
import { startMicroburst } from "../testing/microburst.testing.ts";
import { MiniStackBench, shell } from "../testing/ministack-bench.testing.ts";
import { testJob, type TestJob } from "@momiji/worker/job-context";
import { ecsRunTaskJob } from "./ecs-job.ts";
import type { EcsRunTaskParams } from "./ecs-params.ts";

const { launch, follow, cancel } = ecsRunTaskJob;

describe.runIf(hasEmulators).concurrent(`a container that MiniStack runs${emulatorsNote}`, { timeout: 120_000 }, () => {
  const bench = new MiniStackBench();
  beforeAll(() => bench.build(), 60_000);
  afterAll(() => bench.close());

  const jobAt = (url = ministack): TestJob => {
    const connection = connectionFor(rootOf(bench.accessKey), { ecs: url, logs: url });
    return testJob({ connections: { aws_default: connection } });
  };
  const run = async ({ ctx }: TestJob, params: EcsRunTaskParams) => {
    const handle = await launch(ctx, params);
    return await follow(ctx, { params, handle });
  };

  it("writes into the task's log, and its last line is the output", async () => {
    const job = jobAt();
    const end = await run(job, shell("echo hello; echo world"));
    expect(end).toEqual({ outcome: { kind: "success" }, value: "world" });
    expect(job.lines.map(({ message }) => message)).toEqual(["hello", "world"]);
  });

  it("fails with its exit code and last line", async () => {
    const { outcome } = await run(jobAt(), shell("echo wrong; exit 7"));
    expect(outcome).toMatchObject({ kind: "failed", code: "exit_code", exitCode: 7, detail: "wrong" });
  });

  it("that is one of three is told apart from the others", async () => {
    const job = jobAt();
    const end = await run(job, shell('echo "I am one"', { count: 3 }));
    expect(end).toEqual({ outcome: { kind: "success" }, value: ["I am one", "I am one", "I am one"] });
    expect(new Set(job.lines.map(({ source }) => source)).size).toBe(3);
  });

  it("has ended when its job is cancelled", async () => {
    const job = jobAt();
    const params = shell("echo up; sleep 300");
    const handle = await launch(job.ctx, params);
    const followed = follow(job.ctx, { params, handle });
    await job.seen("up");
    await cancel(job.ctx, { params, handle });
    expect(await bench.tasksOf(job.ctx.attemptId, "RUNNING")).toEqual([]);
    expect((await followed).outcome).toMatchObject({ code: "stopped" });
  });

  it("does not start without its image, and the reason is in words", async () => {
    await bench.define("without", "momiji/no-such-image:1");
    const { outcome } = await run(jobAt(), shell("true", { taskDefinition: "without" }));
    expect(outcome).toMatchObject({
      kind: "failed",
      code: expect.stringMatching(/^(image_missing|registry_unreachable)$/),
      message: expect.stringContaining("no-such-image"),
      detail: expect.stringContaining("what to do: "),
    });
  });

  it("is one although the answers to RunTask are lost", async (test) => {
    const faults = await startMicroburst(ministack);
    test.onTestFinished(() => faults.stop());
    await faults.set([{ service: "ecs", operation: "RunTask", times: 2, response: { abort_frac: 1 } }]);
    const job = jobAt(faults.url);
    const end = await run(job, shell("echo once"));
    expect(end).toEqual({ outcome: { kind: "success" }, value: "once" });
    expect(await bench.started(job.ctx.attemptId)).toHaveLength(1);
  });

  it("is followed although ECS and CloudWatch throttle", async (test) => {
    const faults = await startMicroburst(ministack);
    test.onTestFinished(() => faults.stop());
    const error = { code: "ThrottlingException" };
    await faults.set([
      { service: "ecs", operation: "DescribeTasks", times: 2, error },
      { service: "logs", operation: "GetLogEvents", times: 2, error },
    ]);
    const end = await run(jobAt(faults.url), shell("for i in 1 2 3; do echo $i; sleep 0.2; done"));
    expect(end).toEqual({ outcome: { kind: "success" }, value: "3" });
  });
});
