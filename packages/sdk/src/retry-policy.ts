/** What an author says about retries by kind of failure (Airflow's `ExceptionRetryPolicy` and `RetryRule`). */
import type { RetryAction, RetryDecision, RetryPolicySpec, RetryRuleSpec } from "@momiji/core";
import { oneOf, onlyKnown } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, secondsOf } from "./duration.ts";
import { present } from "./present.ts";
import type { TaskContext } from "./task-context.ts";

/** A class of errors, or its name. */
export type ErrorKind = string | (abstract new (...args: never) => unknown);

/** All conditions that it has must hold. */
export interface RetryRule {
  readonly error?: ErrorKind | readonly ErrorKind[];
  /** Whether errors of classes below those of `error` fit too. Default true. */
  readonly matchSubclasses?: boolean;
  /** Found in the message, or in the end of the output of a command: words as they are, or a regular expression. */
  readonly message?: string | RegExp;
  /** `code` of the error (`ECONNRESET`), or of the failure (`timeout`, `exit_code`, `memory`, `signal`, ...). */
  readonly code?: string | readonly string[];
  /** Of a command. */
  readonly exitCode?: number | readonly number[];
  /** `retry`: again, as long as `retries` are left; `fail`: never again; `default`: as without a policy. */
  readonly action: RetryAction;
  /** Instead of the task's own delay. */
  readonly retryDelay?: DurationInput;
  /** Shown with the task instance. */
  readonly reason?: string;
}

/** What a policy written as a function answers; nothing: as without a policy. */
export type RetryAnswer =
  | RetryAction
  | { readonly action: RetryAction; readonly retryDelay?: DurationInput; readonly reason?: string }
  | undefined;

/**
 * Rules, of which the first that fits decides, with an action for all other failures if wanted; or a function that is
 * asked where the task ran, about errors that its code threw.
 */
export type RetryPolicy =
  | readonly RetryRule[]
  | { readonly rules: readonly RetryRule[]; readonly otherwise?: RetryAction }
  | RetryFunction;

export type RetryFunction = (error: unknown, ctx: TaskContext) => RetryAnswer;

const ACTIONS: Readonly<Record<RetryAction, true>> = { retry: true, fail: true, default: true };

const RULE_NAMES: Readonly<Record<keyof RetryRule, true>> = {
  error: true,
  matchSubclasses: true,
  message: true,
  code: true,
  exitCode: true,
  action: true,
  retryDelay: true,
  reason: true,
};

/** As it travels in the spec: classes by their names. Undefined: there is no policy, or it is a function. */
export function retryPolicySpec(policy: RetryPolicy | undefined, place: string): RetryPolicySpec | undefined {
  if (policy === undefined || typeof policy === "function") return undefined;
  const { rules, otherwise } = isList(policy) ? { rules: policy, otherwise: undefined } : policy;
  return {
    rules: rules.map((rule, index) => ruleSpec(rule, `${place}, rule ${index + 1}`)),
    ...present<Pick<RetryPolicySpec, "otherwise">>({
      otherwise: oneOf(otherwise, ACTIONS, `${place}, otherwise`),
    }),
  };
}

/** What a policy function says of what was thrown; undefined: nothing. */
export function askRetryFunction(ask: RetryFunction, error: unknown, ctx: TaskContext): RetryDecision | undefined {
  const answer = ask(error, ctx);
  if (answer === undefined) return undefined;
  const { action, retryDelay, reason } = typeof answer === "string" ? { action: answer } : answer;
  const place = "retryPolicy";
  oneOf(action, ACTIONS, place);
  return {
    action,
    ...present<Omit<RetryDecision, "action">>({ delaySeconds: secondsIn(retryDelay, place), reason }),
  };
}

function ruleSpec(rule: RetryRule, place: string): RetryRuleSpec {
  onlyKnown(rule, RULE_NAMES, place);
  if (oneOf(rule.action, ACTIONS, `${place}, action`) === undefined)
    throw new DagDefinitionError(place, "needs an action: retry, fail or default");
  return {
    ...present<Omit<RetryRuleSpec, "action">>({
      names: listOf(rule.error)?.map((kind) => nameOf(kind, place)),
      subclasses: rule.matchSubclasses === false ? false : undefined,
      message: rule.message === undefined ? undefined : patternOf(rule.message),
      codes: listOf(rule.code),
      exitCodes: listOf(rule.exitCode),
      delaySeconds: secondsIn(rule.retryDelay, `${place}, retryDelay`),
      reason: rule.reason,
    }),
    action: rule.action,
  };
}

function nameOf(kind: ErrorKind, place: string): string {
  const name = typeof kind === "string" ? kind : kind.name;
  if (name !== "") return name;
  throw new DagDefinitionError(`${place}, error`, "a class without a name cannot be recognised: give it one");
}

function patternOf(message: string | RegExp): { readonly pattern: string; readonly flags?: string } {
  if (typeof message === "string") return { pattern: message.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`) };
  const { source, flags } = message;
  return flags === "" ? { pattern: source } : { pattern: source, flags };
}

function secondsIn(duration: DurationInput | undefined, place: string): number | undefined {
  return duration === undefined ? undefined : secondsOf(duration, place);
}

function listOf<T extends string | number | ErrorKind>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  if (value === undefined) return undefined;
  return isList(value) ? value : [value];
}

function isList<T>(value: unknown): value is readonly T[] {
  return Array.isArray(value);
}
