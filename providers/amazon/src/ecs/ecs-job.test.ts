/** `ecsRunTask` on the double: what no emulator does. */
import { JobFailure } from "@momiji/sdk";
import { describe, expect, it } from "vitest";
import { DENIED_KEY } from "../testing/double-checks.testing.ts";
import { AwsFront, AwsRefusal } from "../testing/aws-front.testing.ts";
import { doubleBench, playing } from "../testing/double-bench.testing.ts";
import type { TestJob } from "@momiji/worker/job-context";
import { ecsRunTaskJob } from "./ecs-job.ts";
import type { EcsRunTaskParams } from "./ecs-params.ts";

const { launch, follow, cancel } = ecsRunTaskJob;

async function run({ ctx }: TestJob, params: EcsRunTaskParams) {
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

describe.concurrent("a task of ECS", () => {
  it("runs, its log is the task's log, and its last line the output", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const end = await run(one, playing({ lines: 3 }));
    expect(end).toEqual({ outcome: { kind: "success" }, value: "line 3" });
    expect(one.lines.map(({ message, source }) => `${source} ${message}`)).toEqual([
      "stdout line 1",
      "stdout line 2",
      "stdout line 3",
    ]);
    expect(double.of(one.ctx.attemptId)).toHaveLength(1);
  });

  it("that ends with another exit code than 0 has failed, with its last lines", async (test) => {
    const { job } = await doubleBench(test);
    const { outcome } = await run(job(), playing({ lines: 12, exitCode: 3 }, { numberLogsException: 2 }));
    expect(outcome).toMatchObject({
      kind: "failed",
      code: "exit_code",
      exitCode: 3,
      message: "the container ended with exit code 3",
      detail: "line 11\nline 12",
    });
  });

  it("is skipped with an exit code that means so", async (test) => {
    const { job } = await doubleBench(test);
    const { outcome } = await run(job(), playing({ exitCode: 99 }, { skipOnExitCode: [98, 99] }));
    expect(outcome).toEqual({ kind: "skipped", message: "exit code 99" });
  });

  it("sends everything that was given to RunTask, and nothing that was not", async (test) => {
    const { job, front } = await doubleBench(test);
    const one = job();
    const params = playing(
      {},
      {
        capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
        platformVersion: "1.4.0",
        group: "g",
        placementConstraints: [{ type: "distinctInstance" }],
        placementStrategy: [{ type: "spread", field: "instanceId" }],
        tags: { team: "data" },
        propagateTags: "TASK_DEFINITION",
        enableExecuteCommand: true,
        enableEcsManagedTags: true,
        referenceId: "r",
        volumeConfigurations: [{ name: "v", managedEBSVolume: { roleArn: "arn", sizeInGiB: 10 } }],
      },
    );
    const { launchType: _, ...withoutType } = params;
    await launch(one.ctx, withoutType);
    const sent = front.exchanges.find(({ operation }) => operation === "RunTask")?.input;
    expect(sent).toEqual({
      cluster: "prod",
      taskDefinition: "app",
      count: 1,
      clientToken: `${one.ctx.attemptId}-0-0`,
      startedBy: one.ctx.attemptId,
      overrides: params.overrides,
      networkConfiguration: params.networkConfiguration,
      capacityProviderStrategy: params.capacityProviderStrategy,
      platformVersion: "1.4.0",
      group: "g",
      placementConstraints: params.placementConstraints,
      placementStrategy: params.placementStrategy,
      tags: [{ key: "team", value: "data" }],
      propagateTags: "TASK_DEFINITION",
      enableECSManagedTags: true,
      enableExecuteCommand: true,
      referenceId: "r",
      volumeConfigurations: params.volumeConfigurations,
    });
  });

  it("is a success at once when nobody waits for its completion", async (test) => {
    const { job } = await doubleBench(test);
    const end = await run(job(), playing({ lines: 1000, pauseSeconds: 1 }, { waitForCompletion: false }));
    expect(end).toEqual({ outcome: { kind: "success" } });
  });

  it("is many tasks with count, which end together and are told apart in the log", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const end = await run(one, playing({ lines: 2 }, { count: 12 }));
    expect(end).toEqual({ outcome: { kind: "success" }, value: Array.from({ length: 12 }, () => "line 2") });
    expect(double.of(one.ctx.attemptId)).toHaveLength(12);
    expect(new Set(one.lines.map(({ source }) => source)).size).toBeGreaterThan(1);
    expect(one.lines).toHaveLength(24);
  });
});

describe.concurrent("a start of ECS's that goes wrong", () => {
  it.for(["lose", "cut", "busy", "throttle", "nonsense"] as const)(
    "for the moment (%s) makes one task in the end",
    async (trouble, test) => {
      const { job, front, double } = await doubleBench(test);
      const one = job();
      front.fail("RunTask", trouble, 2);
      const end = await run(one, playing({ lines: 1 }));
      expect(end.outcome.kind).toBe("success");
      expect(double.of(one.ctx.attemptId)).toHaveLength(1);
    },
  );

  it("is one task for two launches at once, and for one after the other", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const params = playing({});
    const [first, second] = await Promise.all([launch(one.ctx, params), launch(one.ctx, params)]);
    expect(second).toEqual(first);
    expect(await launch(one.ctx, params)).toEqual(first);
    expect(double.of(one.ctx.attemptId)).toHaveLength(1);
  });

  it("finds the task of an earlier launch that is not shown yet, by the client token", async (test) => {
    const { job, front, double } = await doubleBench(test);
    const one = job();
    double.lagMillis = 1_500;
    front.fail("RunTask", "lose");
    await run(one, playing({ lines: 1 }));
    expect(double.of(one.ctx.attemptId)).toHaveLength(1);
  });

  it("takes the tasks that a conflict of the client token names", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const first = await launch(one.ctx, playing({}));
    double.lagMillis = 60_000;
    const second = await launch(one.ctx, playing({}, { group: "other" }));
    expect(second.taskArns).toEqual(first.taskArns);
  });

  it("waits for capacity, and says so", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    double.runFailures.push([
      { reason: "RESOURCE:MEMORY", arn: "arn:aws:ecs:us-east-1:123456789012:container-instance/i" },
    ]);
    const end = await run(one, playing({ lines: 1 }));
    expect(end.outcome.kind).toBe("success");
    expect(one.said.join("\n")).toMatch(/no room for the task now: RESOURCE:MEMORY.*asking again for up to 600 s/);
    expect(double.of(one.ctx.attemptId)).toHaveLength(1);
  });

  it.for([
    ["Capacity is unavailable at this time. Please try again later or in a different availability zone", "capacity"],
    ["RESOURCE:CPU", "capacity"],
    ["AGENT", "capacity"],
    ["You've reached the limit on the number of vCPUs you can run concurrently", "quota"],
  ] as const)("fails with %s when capacity does not come in time", async ([reason, code], test) => {
    const { job, double } = await doubleBench(test);
    double.runFailures.push([{ reason }]);
    const failure = await failureOf(launch(job().ctx, playing({}, { capacityTimeoutSeconds: 0 })));
    expect(failure.facts).toMatchObject({ code, nothingStarted: true });
    expect(failure.message).toContain(reason);
  });

  it("waits for a quota that ECS refuses by, and says which", async (test) => {
    const { job, double, connection } = await doubleBench(test);
    let refusals = 1;
    const front = await AwsFront.start((call) => {
      if (call.operation !== "RunTask" || refusals-- <= 0) return double.handle(call);
      throw new AwsRefusal("LimitExceededException", "You've reached the limit on the number of tasks of this account");
    });
    test.onTestFinished(() => front.close());
    const { extra, ...login } = connection();
    const one = job({ connections: { aws_default: { ...login, extra: { ...extra, endpoint_url: front.url } } } });
    const end = await run(one, playing({ lines: 1 }));
    expect(end.outcome.kind).toBe("success");
    expect(one.said.join("\n")).toMatch(/a quota of the account is used up: LimitExceededException.*asking again/);
    expect(double.of(one.ctx.attemptId)).toHaveLength(1);
  });

  it("is throttled for as long as a start waits for capacity, and is said to be when that is over", async (test) => {
    const { job, front } = await doubleBench(test);
    front.fail("RunTask", "throttle", 1000);
    const failure = await failureOf(launch(job().ctx, playing({}, { capacityTimeoutSeconds: 0.4 })));
    expect(failure.facts).toMatchObject({
      code: "throttled",
      nothingStarted: true,
      detail: expect.stringContaining("(a pool)"),
    });
    expect(front.calls.get("RunTask")).toBeGreaterThan(1);
  });

  it.for<[string, Partial<EcsRunTaskParams>, string, RegExp]>([
    ["the cluster", { cluster: "nowhere" }, "cluster_missing", /no such cluster.*ecs:ListTasks at http/],
    ["the task definition", { taskDefinition: "none" }, "task_definition_missing", /no such task definition/],
    [
      "the network",
      { networkConfiguration: undefined as never },
      "network_configuration",
      /Network Configuration must be/,
    ],
    [
      "the container",
      { overrides: { containerOverrides: [{ name: "web" }] } },
      "container_missing",
      /no container of this name: "web"; app has app/,
    ],
    ["the connection", { connection: "yours" }, "configuration", /there is no connection "yours"/],
  ])("says that %s is wrong", async ([, params, code, words], test) => {
    const { job } = await doubleBench(test);
    const failure = await failureOf(launch(job().ctx, playing({}, params)));
    expect(failure.facts).toMatchObject({
      code,
      nothingStarted: true,
      detail: expect.stringContaining("what to do: "),
    });
    expect(failure.message).toMatch(words);
  });

  it("says that AWS does not know the keys, and whose they are", async (test) => {
    const { job, connection } = await doubleBench(test);
    const failure = await failureOf(
      launch(job({ connections: { aws_default: connection("AKIDOTHER") } }).ctx, playing({})),
    );
    expect(failure.facts.code).toBe("aws_credentials");
    expect(failure.message).toContain('with the connection "aws_default"');
  });

  it("says which statement the role lacks", async (test) => {
    const { job, connection } = await doubleBench(test);
    const denied = job({ connections: { aws_default: connection(DENIED_KEY) } });
    const failure = await failureOf(launch(denied.ctx, playing({})));
    expect(failure.facts.code).toBe("access_denied");
    expect(failure.facts.detail).toContain(
      '{"Effect":"Allow","Action":"ecs:RunTask","Resource":"arn:aws:ecs:us-east-1:123456789012:cluster/prod"}',
    );
    expect(denied.said.join("\n")).toContain("only the client token keeps a task from starting twice");
  });
});

describe.concurrent("a task of ECS that is ended by others", () => {
  it.for([
    ["SpotInterruption", "Your Spot Task was interrupted."],
    ["TerminationNotice", "Instance is about to be terminated."],
    ["", "Host EC2 (instance i-0123456789) terminated."],
  ] as const)("by AWS (%s) is lost, which costs no retry", async ([stopCode, stoppedReason], test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const params = playing({ lines: 1000 });
    const handle = await launch(one.ctx, params);
    const followed = follow(one.ctx, { params, handle });
    await one.seen("line 1");
    double.of(one.ctx.attemptId)[0]?.end({ stopCode, stoppedReason, exitCode: 137 });
    expect((await followed).outcome).toMatchObject({ kind: "lost", message: expect.stringContaining(stoppedReason) });
  });

  it("by a person has failed, in that one's words", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const params = playing({ lines: 1000 });
    const handle = await launch(one.ctx, params);
    const followed = follow(one.ctx, { params, handle });
    await one.seen("line 1");
    double
      .of(one.ctx.attemptId)[0]
      ?.end({ stopCode: "UserInitiated", stoppedReason: "I need the room", exitCode: 143 });
    expect((await followed).outcome).toMatchObject({
      kind: "failed",
      code: "stopped",
      message: expect.stringContaining("I need the room"),
    });
  });

  it("is waited for while ECS does not show it yet", async (test) => {
    const { job, double } = await doubleBench(test);
    double.lagMillis = 1_200;
    const end = await run(job(), playing({ lines: 2 }));
    expect(end).toEqual({ outcome: { kind: "success" }, value: "line 2" });
  });
});

describe.concurrent("the log of a task of ECS", () => {
  it("is whole when it comes late", async (test) => {
    const { job, double } = await doubleBench(test);
    double.logs.delayMillis = 900;
    const one = job();
    const end = await run(one, playing({ lines: 20, pauseSeconds: 0.005 }, { awslogsSettleSeconds: 2 }));
    expect(one.lines.map(({ message }) => message)).toEqual(Array.from({ length: 20 }, (_, at) => `line ${at + 1}`));
    expect(end.value).toBe("line 20");
  });

  it("is read page by page, and goes on after any line of it", async (test) => {
    const { job, double } = await doubleBench(test);
    double.logs.pageSize = 7;
    const params = playing({ lines: 40, pauseSeconds: 0.001 });
    let one = job({ onLine: ({ message }, { abort }) => message === "line 9" && abort() });
    const handle = await launch(one.ctx, params);
    await follow(one.ctx, { params, handle });
    expect(one.lines).toHaveLength(8);
    one = job({ attemptId: one.ctx.attemptId, lines: one.lines });
    const end = await follow(one.ctx, { params, handle });
    expect(one.lines.map(({ message }) => message)).toEqual(Array.from({ length: 40 }, (_, at) => `line ${at + 1}`));
    expect(end).toEqual({ outcome: { kind: "success" }, value: "line 40" });
  });

  it("that is nowhere does not keep the task from its success, and is said", async (test) => {
    const { job } = await doubleBench(test);
    const one = job();
    const end = await run(one, playing({ lines: 1 }, { awslogsGroup: "/ecs/none" }));
    expect(end).toEqual({ outcome: { kind: "success" } });
    expect(one.said.join("\n")).toMatch(
      /the log stream double\/app\/\w+ of the group \/ecs\/none \(us-east-1\) is not there: .*log group does not exist/,
    );
  });

  it("is not asked for when nobody wants it", async (test) => {
    const { job, front } = await doubleBench(test);
    const one = job();
    expect(await run(one, playing({ lines: 1 }, { getLogs: false }))).toEqual({ outcome: { kind: "success" } });
    expect(front.calls.get("GetLogEvents")).toBeUndefined();
  });

  it("takes the stream's prefix with the container's name at its end, as Airflow's users write it", async (test) => {
    const { job } = await doubleBench(test);
    const one = job();
    await run(one, playing({ lines: 1 }, { awslogsStreamPrefix: "double/app" }));
    expect(one.lines.map(({ message }) => message)).toEqual(["line 1"]);
  });
});

describe.concurrent("a task of ECS that nobody wants any more", () => {
  it("is stopped, and has ended when that is said", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const params = playing({ lines: 1000 }, { count: 2 });
    const handle = await launch(one.ctx, params);
    await cancel(one.ctx, { params, handle });
    expect(double.of(one.ctx.attemptId).map(({ isOver }) => isOver)).toEqual([true, true]);
    await cancel(one.ctx, { params, handle });
  });

  it("is found without a handle", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const params = playing({ lines: 1000 });
    await launch(one.ctx, params);
    double.lagMillis = 1_500;
    await cancel(one.ctx, { params, handle: null });
    expect(double.of(one.ctx.attemptId).map(({ isOver }) => isOver)).toEqual([true]);
  });

  it("is left alone when that was wished", async (test) => {
    const { job, double } = await doubleBench(test);
    const one = job();
    const params = playing({ lines: 1000 }, { stopTaskOnFailure: false });
    const handle = await launch(one.ctx, params);
    await cancel(one.ctx, { params, handle });
    expect(double.of(one.ctx.attemptId).map(({ isOver }) => isOver)).toEqual([false]);
  });
});
