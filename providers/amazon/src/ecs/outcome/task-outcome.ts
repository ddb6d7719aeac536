/** From a task of ECS that has ended to the outcome of its attempt, in words. */
import { constants } from "node:os";
import type { Container, Task } from "@aws-sdk/client-ecs";
import type { AttemptOutcome, FailedOutcome } from "@momiji/core";
import { codeOfWords, ECS_ERRORS, type EcsErrorCode, remedyOf } from "../../errors.ts";
import { neverRan } from "../follow/task-facts.ts";

export interface EndedTask {
  readonly task: Task;
  /** The container that is the job; null: nothing is known of it. */
  readonly main: string | null;
  /** Names of those whose exit codes count; null: all. */
  readonly essential: readonly string[] | null;
  readonly skipOnExitCode: readonly number[];
}

/** What AWS ends of itself: it is not the task's fault, costs no retry, and is begun again at once. */
const LOST_CODES = ["SpotInterruption", "TerminationNotice", "InfrastructureHealth"];
const LOST_WORDS = [
  /Your Spot Task was interrupted/i,
  /Host EC2 \(instance .*\) (stopped|terminated)/i,
  /Fargate (platform|infrastructure|host)|underlying infrastructure/i,
  /Timeout waiting for (network interface|EBS)|Capacity is unavailable/i,
];

/** Looked for in this order where a task did not start: the most telling words first. */
const START_CODES: readonly EcsErrorCode[] = [
  "disk",
  "secret_missing",
  "log_group_missing",
  "container_start",
  "image_missing",
  "registry_unreachable",
  "memory",
  "capacity",
  "resource_initialization",
];
/** Exit codes above this name a signal. */
const SIGNAL_BASE = 128;

export function taskOutcome(ended: EndedTask): AttemptOutcome {
  const { task } = ended;
  const { stopCode = "", stoppedReason = "" } = task;
  if (LOST_CODES.includes(stopCode) || LOST_WORDS.some((words) => words.test(stoppedReason)))
    return {
      kind: "lost",
      message: `AWS has ended the task (${[stopCode, stoppedReason].filter(Boolean).join(": ")})`,
    };
  if (neverRan(task) && !isStopped(stopCode)) return notStarted(task);
  if (/health check/i.test(stoppedReason)) return failed("unhealthy", stoppedReason);
  if (isStopped(stopCode)) return failed("stopped", `${ECS_ERRORS.stopped.meaning}: ${stoppedReason}`);
  return ofContainers(ended);
}

function isStopped(stopCode: string): boolean {
  return stopCode === "UserInitiated" || stopCode === "ServiceSchedulerInitiated";
}

function notStarted({ stoppedReason = "", containers = [] }: Task): FailedOutcome {
  const reasons = containers.flatMap(({ name, reason }) => (reason === undefined ? [] : [`${name}: ${reason}`]));
  const said = [stoppedReason, ...reasons.filter((reason) => !reason.endsWith(stoppedReason))].join("; ");
  const code = codeOfWords(said, START_CODES) ?? "unknown";
  return failed(code, `the task did not start, ${ECS_ERRORS[code].meaning}: ${said}`);
}

function ofContainers({ task, main, essential, skipOnExitCode }: EndedTask): AttemptOutcome {
  const counted = (task.containers ?? []).filter(({ name = "" }) => essential === null || essential.includes(name));
  const ordered = counted.toSorted((one, other) => Number(other.name === main) - Number(one.name === main));
  const bad = ordered.find(({ exitCode }) => exitCode !== 0);
  if (bad === undefined && ordered.length > 0) return { kind: "success" };
  if (bad === undefined) return failed("unknown", `${ECS_ERRORS.unknown.meaning}: ${task.stoppedReason ?? ""}`);
  if (bad.exitCode !== undefined && skipOnExitCode.includes(bad.exitCode))
    return { kind: "skipped", message: `exit code ${bad.exitCode}` };
  return failedContainer(bad, task, ordered.length > 1);
}

function failedContainer(
  { name = "", exitCode, reason = "" }: Container,
  task: Task,
  isOneOfMany: boolean,
): FailedOutcome {
  const which = isOneOfMany ? `the container ${name}` : "the container";
  const said = reason === "" ? "" : `: ${reason}`;
  if (exitCode === undefined) {
    const words = [reason, task.stoppedReason ?? ""].filter((text) => text !== "").join("; ");
    const code = codeOfWords(words, START_CODES) ?? "unknown";
    return failed(code, `${which} ended without an exit code: ${words}`);
  }
  const exit = `exit code ${exitCode}`;
  if (ECS_ERRORS.memory.patterns.some((pattern) => pattern.test(reason)))
    return {
      ...failed("memory", `${which} needed more memory than it may have and was killed (${exit})${said}`),
      exitCode,
    };
  const signal = Object.entries(constants.signals).find(([, number]) => number === exitCode - SIGNAL_BASE)?.[0];
  if (signal !== undefined)
    return { ...failed("signal", `${which} was ended by ${signal} (${exit})${said}`), exitCode };
  return { ...failed("exit_code", `${which} ended with ${exit}${exitWords(exitCode)}${said}`), exitCode };
}

function exitWords(exitCode: number): string {
  if (exitCode === 127) return ": the command was not found in the image";
  return exitCode === 126 ? ": the command cannot be executed" : "";
}

function failed(code: EcsErrorCode, message: string): FailedOutcome {
  const detail = code === "exit_code" ? {} : { detail: remedyOf(code) };
  return { kind: "failed", code, message: message.replace(/[:;]\s*$/, ""), retryable: true, ...detail };
}
