/** The words of AWS for tasks that have ended (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html). */
import type { Task } from "@aws-sdk/client-ecs";
import type { AttemptOutcome } from "@momiji/core";
import { describe, expect, it } from "vitest";
import { jobOutcome } from "./job-outcome.ts";
import { taskOutcome } from "./task-outcome.ts";

const ended = (task: Task, essential: readonly string[] | null = null): AttemptOutcome =>
  taskOutcome({ task: { lastStatus: "STOPPED", ...task }, main: "app", essential, skipOnExitCode: [99] });
const started = new Date(0);

describe("a task that did not start", () => {
  it.each([
    [
      "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123.dkr.ecr.us-east-1.amazonaws.com/app:1: not found",
      "image_missing",
    ],
    [
      "CannotPullContainerError: pull image manifest has been retried 1 time(s): pull access denied, repository does not exist",
      "image_missing",
    ],
    [
      "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref: failed to do request: Head https://123.dkr.ecr.us-east-1.amazonaws.com: dial tcp 10.0.0.1:443: i/o timeout",
      "registry_unreachable",
    ],
    ["CannotPullContainerError: failed to register layer: no space left on device", "disk"],
    [
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s)",
      "secret_missing",
    ],
    [
      "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.",
      "log_group_missing",
    ],
    [
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes",
      "resource_initialization",
    ],
    [
      'CannotStartContainerError: Error response from daemon: failed to create shim: exec: "nothing": executable file not found in $PATH: unknown',
      "container_start",
    ],
    ["something that AWS has never said", "unknown"],
  ])("%s", (stoppedReason, code) => {
    const outcome = ended({ stopCode: "TaskFailedToStart", stoppedReason, containers: [{ name: "app" }] });
    expect(outcome).toMatchObject({
      kind: "failed",
      code,
      retryable: true,
      detail: expect.stringContaining("what to do: "),
    });
    expect(outcome).toHaveProperty("message", expect.stringContaining(stoppedReason));
  });

  it.each(["Timeout waiting for network interface provisioning to complete.", "Capacity is unavailable at this time."])(
    "for want of room is lost: %s",
    (stoppedReason) => {
      expect(ended({ stopCode: "TaskFailedToStart", stoppedReason, containers: [] }).kind).toBe("lost");
    },
  );
});

describe("a task that ran", () => {
  const ran = (container: object, task: Task = {}): AttemptOutcome =>
    ended({
      startedAt: started,
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ name: "app", ...container }],
      ...task,
    });

  it("needed more memory than it may have", () => {
    const reason = "OutOfMemoryError: Container killed due to memory usage";
    expect(ran({ exitCode: 137, reason })).toMatchObject({ code: "memory", exitCode: 137 });
  });

  it.each([
    [137, "signal", "SIGKILL"],
    [127, "exit_code", "not found in the image"],
    [1, "exit_code", "exit code 1"],
  ])("ended with %i", (exitCode, code, words) => {
    expect(ran({ exitCode })).toMatchObject({ code, exitCode, message: expect.stringContaining(words) });
  });

  it("failed its health check", () => {
    expect(ran({ exitCode: 143 }, { stoppedReason: "Task failed container health checks" })).toMatchObject({
      code: "unhealthy",
    });
  });

  it("is judged by its essential containers, the main one first", () => {
    const containers = [
      { name: "sidecar", exitCode: 137 },
      { name: "app", exitCode: 2 },
    ];
    expect(ran({}, { containers })).toMatchObject({ exitCode: 2, message: "the container app ended with exit code 2" });
    const task = { startedAt: started, containers: [containers[0] ?? {}, { name: "app", exitCode: 0 }] };
    expect(ended(task, ["app"])).toEqual({ kind: "success" });
    expect(ended(task)).toMatchObject({ kind: "failed", exitCode: 137 });
  });

  it("and of which ECS knows no exit code has failed", () => {
    expect(ran({ reason: "CannotInspectContainerError: timeout" })).toMatchObject({
      kind: "failed",
      code: "container_start",
    });
  });
});

describe("a job of several tasks", () => {
  const failed: AttemptOutcome = { kind: "failed", code: "exit_code", message: "m", retryable: true };
  const lost: AttemptOutcome = { kind: "lost", message: "spot" };
  const skipped: AttemptOutcome = { kind: "skipped", message: "exit code 99" };
  it.each<[readonly AttemptOutcome[], AttemptOutcome["kind"], RegExp]>([
    [[{ kind: "success" }, lost, failed], "failed", /^1 of 3 tasks failed; task 3: m$/],
    [[lost, { kind: "success" }], "lost", /^1 of 2 tasks lost; task 1: spot$/],
    [[skipped, skipped], "skipped", /^2 of 2 tasks skipped/],
  ])("ends as the worst of them", (outcomes, kind, words) => {
    expect(jobOutcome(outcomes)).toMatchObject({ kind, message: expect.stringMatching(words) });
  });

  it("is a success when all are", () => {
    expect(jobOutcome([{ kind: "success" }, { kind: "success" }])).toEqual({ kind: "success" });
  });
});
