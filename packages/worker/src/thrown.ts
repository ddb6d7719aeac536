/** From what a task throws to its outcome. */
import { inspect } from "node:util";
import type { AttemptOutcome } from "@momiji/core";
import { taskSignalOf } from "@momiji/sdk";
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
  const detail = stackOf(error);
  const extras = { errorName: nameOf(error), ...(detail === undefined ? {} : { detail }) };
  return failed("exception", message, { ...extras, retryable: signal !== "fail" });
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
