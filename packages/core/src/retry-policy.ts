/**
 * Retry policies: what is done about a failure by its kind (Airflow's `ExceptionRetryPolicy` and `RetryRule`). Judged where
 * the attempt ran, by whoever knows the failure best; the decision travels with the outcome, and `retry.ts` follows it.
 */

/** `default`: as if there were no policy. `retry` never goes beyond the task's `retries`. */
export type RetryAction = "retry" | "fail" | "default";

/** All conditions that a rule has must hold; a rule without any always does. */
export interface RetryRuleSpec {
  /** Names of error classes: one of them is the error's own or, with `subclasses`, that of a class above it. */
  readonly names?: readonly string[];
  /** Default true. */
  readonly subclasses?: boolean;
  /** A regular expression (ECMAScript) that is found in the message or in the end of the output. */
  readonly message?: { readonly pattern: string; readonly flags?: string };
  /** The error's own `code` (`ECONNRESET`), or that of the failure (`exit_code`, `timeout`, `memory`, `signal`, ...). */
  readonly codes?: readonly string[];
  /** Of a command. */
  readonly exitCodes?: readonly number[];
  readonly action: RetryAction;
  /** Instead of the task's own delay. */
  readonly delaySeconds?: number;
  /** Why, for people. */
  readonly reason?: string;
}

/** The first rule that fits decides; `otherwise` (default `default`) if none does. */
export interface RetryPolicySpec {
  readonly rules: readonly RetryRuleSpec[];
  readonly otherwise?: RetryAction;
}

export interface RetryDecision {
  readonly action: RetryAction;
  readonly delaySeconds?: number;
  readonly reason?: string;
}

/** A failure as rules see it. */
export interface FailureFacts {
  /** What the thrown error calls itself, and its class; empty: nothing was thrown. */
  readonly ownNames: readonly string[];
  /** The classes above it. */
  readonly baseNames: readonly string[];
  readonly message: string;
  readonly codes: readonly string[];
  readonly exitCode?: number;
  /** End of the output of a command. */
  readonly output?: string;
}

/** No more of a message or an output than this is searched. */
const LONGEST_SEARCHED = 10_000;

/** What the policy says of a failure. Rules whose pattern is no regular expression fit nothing. */
export function judgeFailure({ rules, otherwise }: RetryPolicySpec, failure: FailureFacts): RetryDecision {
  const rule = rules.find((each) => ruleFits(each, failure));
  return rule === undefined ? { action: otherwise ?? "default" } : decisionOf(rule);
}

/** Without the conditions: what a rule that fits says. */
export function decisionOf({
  action,
  delaySeconds,
  reason,
}: Pick<RetryRuleSpec, "action" | "delaySeconds" | "reason">): RetryDecision {
  return {
    action,
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
    ...(reason === undefined ? {} : { reason }),
  };
}

export function ruleFits(rule: RetryRuleSpec, failure: FailureFacts): boolean {
  const { names, subclasses = true, codes, exitCodes, message } = rule;
  const known = subclasses ? [...failure.ownNames, ...failure.baseNames] : failure.ownNames;
  return (
    (names === undefined || names.some((name) => known.includes(name))) &&
    (codes === undefined || codes.some((code) => failure.codes.includes(code))) &&
    (exitCodes === undefined || (failure.exitCode !== undefined && exitCodes.includes(failure.exitCode))) &&
    (message === undefined || isFound(message, failure))
  );
}

function isFound({ pattern, flags }: { readonly pattern: string; readonly flags?: string }, failure: FailureFacts) {
  const expression = expressionOf(pattern, flags);
  if (expression === null) return false;
  return [failure.message.slice(0, LONGEST_SEARCHED), failure.output?.slice(-LONGEST_SEARCHED)].some(
    (text) => text !== undefined && expression.test(text),
  );
}

/** Without `g` and `y`, which would remember where they were. */
function expressionOf(pattern: string, flags = ""): RegExp | null {
  try {
    return new RegExp(pattern, flags.replace(/[gy]/g, ""));
  } catch {
    return null;
  }
}
