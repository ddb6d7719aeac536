import { describe, expect, it } from "vitest";
import type { Pod } from "../client/objects.ts";
import { podOutcome } from "./pod-outcome.ts";

/** A pod whose container has ended by itself with this exit code. */
const outcomeOf = (exitCode: number, status: Partial<NonNullable<Pod["status"]>>, skipOnExitCode: number[] = []) => {
  const containerStatuses = [{ name: "base", state: { terminated: { exitCode } } }];
  const pod = { metadata: { name: "p" }, spec: { containers: [] }, status: { ...status, containerStatuses } };
  return podOutcome({ pod, base: "base", skipOnExitCode });
};

describe("a program that ends well", () => {
  it("is a success while the rest of its pod goes on, and when all has ended well", () => {
    expect(outcomeOf(0, { phase: "Running" })).toEqual({ kind: "success" });
    expect(outcomeOf(0, { phase: "Succeeded" })).toEqual({ kind: "success" });
  });

  it("is a success if only another container of its pod failed", () => {
    expect(outcomeOf(0, { phase: "Failed" })).toEqual({ kind: "success" });
  });

  it.each([
    ["DeadlineExceeded", "deadline"],
    ["Evicted", "evicted"],
  ])("is none if its node had ended the pod: %s", (reason, code) => {
    const status = { phase: "Failed", reason, message: "why" } as const;
    expect(outcomeOf(0, status)).toMatchObject({ kind: "failed", code, exitCode: 0 });
    expect(outcomeOf(99, status, [99])).toMatchObject({ kind: "failed", code, exitCode: 99 });
  });
});
