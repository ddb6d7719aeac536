import { expect, test } from "vitest";
import { messageOfState } from "./end-message.ts";
import { instanceIn } from "./sample-run.ts";
import type { AttemptOutcome } from "./task-protocol.ts";
import type { TaskState } from "./task-state.ts";

const FAILED: AttemptOutcome = { kind: "failed", message: "exit code 1", code: "exit_code", retryable: true };

function message(state: TaskState, outcome: AttemptOutcome | null, maxTries = 0): string | null {
  return messageOfState(instanceIn("a", state, { outcome, maxTries }));
}

test("what an attempt said is told as long as it explains the state", () => {
  expect(message("failed", FAILED)).toBe("exit code 1");
  expect(message("up_for_retry", FAILED, 2)).toBe("exit code 1");
  expect(message("skipped", { kind: "skipped", message: "no files" })).toBe("no files");
  expect(message("failed", { ...FAILED, retry: { action: "fail", reason: "bad key" } }, 2)).toBe(
    "exit code 1 (fail: bad key)",
  );
});

test("the failure of before is not told of what was marked, cleared or skipped since", () => {
  expect(message("success", FAILED)).toBe("marked success");
  expect(message("failed", FAILED, 2)).toBe("marked failed");
  expect(message("skipped", { kind: "cancelled", message: "marked skipped" })).toBe("marked skipped");
  expect(message(null, FAILED)).toBeNull();
  expect(message("skipped", FAILED)).toBeNull();
  expect(message("upstream_failed", FAILED)).toBeNull();
});
