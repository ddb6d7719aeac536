import type { JobDetail } from "@aws-sdk/client-batch";
import { describe, expect, it } from "vitest";
import { arrayOutcome } from "./array-outcome.ts";
import { batchOutcome } from "./batch-outcome.ts";

function ended(job: Partial<JobDetail>): JobDetail {
  const ids = { jobId: "j", jobName: "n", jobQueue: "q", jobDefinition: "d", startedAt: 1 };
  return { ...ids, status: "FAILED", ...job };
}

describe("the outcome of a job of Batch", () => {
  it.each([
    [{ statusReason: "Job attempt duration exceeded timeout", isTerminated: true }, "timed_out"],
    [{ statusReason: "Dependent Job failed" }, "dependency_failed"],
    [{ statusReason: "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT - ..." }, "misconfigured"],
    [{ statusReason: "enough", isTerminated: true, container: { exitCode: 143 } }, "terminated"],
    [{ statusReason: "enough", isCancelled: true, startedAt: 0 }, "terminated"],
    [{ statusReason: "x", container: { exitCode: 137, reason: "OutOfMemoryError: killed" } }, "memory"],
    [{ statusReason: "ResourceInitializationError: unable to pull secrets", startedAt: 0 }, "secret_missing"],
    [
      { statusReason: "Task failed to start", container: { reason: "exec: no such file" }, startedAt: 0 },
      "container_start",
    ],
    [{ statusReason: "odd", container: { exitCode: 0 } }, "unknown"],
  ])("of %o has the code %s", (job, code) => {
    expect(batchOutcome(ended(job))).toMatchObject({ kind: "failed", code, retryable: true });
  });

  it("that has several containers is that of the essential one that failed", () => {
    const containers = [
      { name: "log", essential: false, exitCode: 1, image: "i" },
      { name: "app", essential: true, exitCode: 7, image: "i" },
      { name: "web", essential: true, exitCode: 0, image: "i" },
    ];
    const outcome = batchOutcome(ended({ statusReason: "x", ecsProperties: { taskProperties: [{ containers }] } }));
    expect(outcome).toMatchObject({ exitCode: 7, message: "the container app ended with exit code 7" });
  });

  it("on EKS is that of the last pod", () => {
    const pods = [1, 9].map((exitCode) => ({ containers: [{ name: "app", exitCode }] }));
    expect(batchOutcome(ended({ eksAttempts: pods }))).toMatchObject({ exitCode: 9 });
  });
});

describe("the outcome of an array", () => {
  const child = (index: number, statusReason: string, exitCode?: number): JobDetail =>
    ended({ arrayProperties: { index }, statusReason, ...(exitCode === undefined ? {} : { container: { exitCode } }) });
  const parent = ended({ arrayProperties: { size: 40, statusSummary: { FAILED: 30 } } });
  const host = "Host EC2 (instance i-1) terminated.";

  it("is lost when all its failed children were lost", () => {
    expect(arrayOutcome(parent, [child(4, host)])).toMatchObject({ kind: "lost" });
  });

  it("is that of the first child that failed of itself", () => {
    expect(arrayOutcome(parent, [child(4, host), child(5, "x", 3)])).toMatchObject({
      kind: "failed",
      exitCode: 3,
      message: "30 of 40 children failed (4, 5, ...); child 5: the container ended with exit code 3",
    });
  });

  it("is left to the parent's words when no child is known", () => {
    expect(arrayOutcome(parent, [])).toBeNull();
  });
});
