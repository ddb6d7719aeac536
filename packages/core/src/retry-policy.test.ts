import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeOutcome } from "./judge-outcome.ts";
import { afterFailure } from "./retry.ts";
import { judgeFailure, type RetryRuleSpec } from "./retry-policy.ts";
import { instanceIn, sampleTask, START } from "./sample-run.ts";
import type { FailedOutcome } from "./task-protocol.ts";

const exit: FailedOutcome = {
  kind: "failed",
  message: "the command ended with exit code 3",
  code: "exit_code",
  exitCode: 3,
  detail: "reading\nno space left on device",
  retryable: true,
};
const judged = (rule: Partial<RetryRuleSpec>, outcome: FailedOutcome = exit) => {
  const policy = { rules: [{ action: "fail" as const, ...rule }] };
  const task = sampleTask("t", [], { retry: { retries: 1, delaySeconds: 1, policy } });
  const after = judgeOutcome(outcome, task);
  return after.kind === "failed" ? after.retry?.action : undefined;
};

test.each<[string, Partial<RetryRuleSpec>, "fail" | "default"]>([
  ["its exit code", { exitCodes: [1, 3] }, "fail"],
  ["another exit code", { exitCodes: [4] }, "default"],
  ["the end of its output", { message: { pattern: "NO SPACE", flags: "i" } }, "fail"],
  ["its message", { message: { pattern: "exit code \\d$" } }, "fail"],
  ["its code", { codes: ["timeout", "exit_code"] }, "fail"],
  ["a name, which a command has not", { names: ["Error"] }, "default"],
  ["no condition at all", {}, "fail"],
  ["all conditions", { exitCodes: [3], codes: ["timeout"] }, "default"],
  ["a pattern that is none", { message: { pattern: "(" } }, "default"],
])("the failure of a command is known by %s", (_, rule, action) => {
  expect(judged(rule)).toBe(action);
});

test("an error is known by its class, those above it, and its own code; not by its stack", () => {
  const thrown: FailedOutcome = {
    ...exit,
    message: "broken",
    code: "exception",
    errorName: "Error",
    errorClass: "Timeout",
    errorBases: ["Network", "Error"],
    errorCode: "ETIMEDOUT",
  };
  expect(judged({ names: ["Network"] }, thrown)).toBe("fail");
  expect(judged({ names: ["Network"], subclasses: false }, thrown)).toBe("default");
  expect(judged({ names: ["Timeout"], subclasses: false, codes: ["ETIMEDOUT"] }, thrown)).toBe("fail");
  expect(judged({ message: { pattern: "space" } }, thrown)).toBe("default");
});

test("what must not be retried anyway, or was judged already, is not judged", () => {
  expect(judged({}, { ...exit, retryable: false })).toBeUndefined();
  expect(judged({}, { ...exit, retry: { action: "retry", delaySeconds: 3 } })).toBe("retry");
});

test("the first rule that fits decides, then the policy's own word", () => {
  const failure = { ownNames: [], baseNames: [], message: "m", codes: [], exitCode: 3 };
  const rules: RetryRuleSpec[] = [
    { exitCodes: [4], action: "fail" },
    { exitCodes: [3], action: "retry", delaySeconds: 7, reason: "busy" },
    { action: "fail" },
  ];
  expect(judgeFailure({ rules }, failure)).toEqual({ action: "retry", delaySeconds: 7, reason: "busy" });
  expect(judgeFailure({ rules: [] }, failure)).toEqual({ action: "default" });
  expect(judgeFailure({ rules: [], otherwise: "fail" }, failure)).toEqual({ action: "fail" });
});

test("no policy retries more often than the task's retries", () => {
  const action = fc.constantFrom("retry" as const, "fail" as const, "default" as const);
  fc.assert(
    fc.property(fc.nat(5), fc.nat(5), action, fc.option(fc.nat(1000)), (...[tryNumber, maxTries, chosen, delay]) => {
      const retry = { action: chosen, ...(delay === null ? {} : { delaySeconds: delay }) };
      const instance = instanceIn("t", "running", { tryNumber: tryNumber + 1, maxTries });
      const context = { dagId: "d", logicalDate: null, retry: { retries: 1, delaySeconds: 5 }, lostAttemptLimit: 3 };
      const after = afterFailure(instance, { outcome: { ...exit, retry }, at: START }, context);
      const mayRetry = tryNumber + 1 <= maxTries && chosen !== "fail";
      expect(after.state).toBe(mayRetry ? "up_for_retry" : "failed");
      const seconds = chosen === "retry" ? (delay ?? 5) : 5;
      expect(after.resumeAt).toBe(mayRetry ? START + seconds * 1_000_000 : null);
    }),
  );
});
