/** From an outcome to what the task's retry policy says of it. */
import type { TaskSpec } from "./dag-spec.ts";
import type { AttemptOutcome, FailedOutcome } from "./task-protocol.ts";
import { type FailureFacts, judgeFailure } from "./retry-policy.ts";

/**
 * The outcome with the policy's decision. Only failures that may be retried are judged, and none that somebody has judged
 * already: the task itself (`RetryAfter`), or a policy that is a function.
 */
export function judgeOutcome(outcome: AttemptOutcome, task: TaskSpec): AttemptOutcome {
  if (outcome.kind !== "failed" || !outcome.retryable || outcome.retry !== undefined) return outcome;
  const policy = task.retry?.policy;
  return policy === undefined ? outcome : { ...outcome, retry: judgeFailure(policy, factsOf(outcome)) };
}

function factsOf({
  message,
  code,
  errorName,
  errorClass,
  errorBases = [],
  errorCode,
  exitCode,
  detail,
}: FailedOutcome): FailureFacts {
  return {
    ownNames: [errorName, errorClass].filter((name) => name !== undefined),
    baseNames: errorBases,
    message,
    codes: errorCode === undefined ? [code] : [code, errorCode],
    ...(exitCode === undefined ? {} : { exitCode }),
    // Of what was thrown it is the stack, which says nothing about the kind.
    ...(detail === undefined || errorName !== undefined ? {} : { output: detail }),
  };
}
