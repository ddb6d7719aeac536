/** From what a task throws to its outcome. */
import { inspect } from "node:util";
import type { AttemptOutcome, FailedOutcome, RetryDecision } from "@momiji/core";
import { type JobFailure, type RetryAfter, taskSignalOf } from "@momiji/sdk";
import { failed } from "./outcomes.ts";

const LONGEST_STACK = 16 * 1024;

/** Thrown for a value that cannot be an XCom. */
export class XComError extends Error {
  override readonly name = "XComError";
}

/** Never throws, whatever was thrown. */
export function outcomeOfThrown(error: unknown): AttemptOutcome {
  const signal = taskSignalOf(error);
  const message = messageOf(error);
  if (signal === "skip") return { kind: "skipped", message };
  if (error instanceof XComError) return failed("xcom", message);
  if (signal === "job") return failureOfJob(error as JobFailure, message);
  const detail = stackOf(error);
  const extras = { ...classOf(error), ...(detail === undefined ? {} : { detail }) };
  if (signal === "retry") return failed("exception", message, { ...extras, retry: retryAfter(error, message) });
  return failed("exception", message, { ...extras, retryable: signal !== "fail" });
}

function failureOfJob({ facts }: JobFailure, message: string): AttemptOutcome {
  const { code, retryable = true, exitCode, detail } = facts;
  return failed(code, message, {
    retryable,
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** The bundle's own copy of the class threw it, so that only its fields are known here. */
function retryAfter(error: unknown, reason: string): RetryDecision {
  const { delaySeconds } = error as RetryAfter;
  return { action: "retry", delaySeconds, reason };
}

/** Names of its class and of those above it, and its code, as retry policies look at them. */
function classOf(error: unknown): Pick<FailedOutcome, "errorName" | "errorClass" | "errorBases" | "errorCode"> {
  const errorName = nameOf(error);
  if (typeof error !== "object" || error === null) return { errorName };
  const [own, ...bases] = classNames(error);
  const { code } = error as { readonly code?: unknown };
  return {
    errorName,
    ...(own === undefined || own === errorName ? {} : { errorClass: own }),
    ...(bases.length === 0 ? {} : { errorBases: bases }),
    ...(typeof code === "string" || typeof code === "number" ? { errorCode: String(code) } : {}),
  };
}

/** From its own class upwards; what has no name is left out, and so is `Object`. */
function classNames(error: object): string[] {
  const names: string[] = [];
  let prototype: unknown = Object.getPrototypeOf(error);
  while (typeof prototype === "object" && prototype !== null && prototype !== Object.prototype) {
    const { constructor } = prototype as { readonly constructor?: unknown };
    if (typeof constructor === "function" && constructor.name !== "") names.push(constructor.name);
    prototype = Object.getPrototypeOf(prototype);
  }
  return names;
}

function messageOf(error: unknown): string {
  if (error instanceof Error || hasMessage(error)) return String(error.message) || nameOf(error);
  return `it threw ${inspect(error, { depth: 2 })}`;
}

function hasMessage(error: unknown): error is { readonly message: unknown } {
  return typeof error === "object" && error !== null && "message" in error;
}

function nameOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return typeof error;
  const { name } = error as { readonly name?: unknown };
  return typeof name === "string" ? name : "Error";
}

function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== "string") return undefined;
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : "";
  return (error.stack + cause).slice(0, LONGEST_STACK);
}
