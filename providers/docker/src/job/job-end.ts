/** How a container ended, in words. */
import { constants } from "node:os";
import type { AttemptOutcome } from "@momiji/core";
import type { JobContext, JobEnd } from "@momiji/sdk";
import { sizeText } from "../container/sizes.ts";
import { DockerError, isTrouble } from "../docker-error.ts";
import { DOCKER_ERRORS, type DockerErrorCode } from "../errors.ts";
import type { EndedContainer } from "./ended-container.ts";
import { lastLines, returnValue } from "./return-value.ts";

const DETAIL_LINES = 20;
/** Exit codes above this name a signal. */
const SIGNAL_BASE = 128;

export async function endOf(ctx: JobContext, container: EndedContainer): Promise<JobEnd> {
  const { facts, params } = container;
  const exitCode = facts.State.ExitCode;
  if (exitCode !== 0) {
    const skips = [params.skipOnExitCode ?? []].flat();
    if (skips.includes(exitCode)) return { outcome: { kind: "skipped", message: `exit code ${exitCode}` } };
    return { outcome: await failure(ctx, container) };
  }
  try {
    const value = await returnValue(ctx, container);
    return { outcome: { kind: "success" }, ...(value === undefined ? {} : { value }) };
  } catch (error) {
    if (ctx.signal.aborted || isTrouble(error) || !(error instanceof DockerError)) throw error;
    return { outcome: { kind: "failed", code: "xcom", message: error.message, retryable: true } };
  }
}

async function failure(ctx: JobContext, container: EndedContainer): Promise<AttemptOutcome> {
  const { ExitCode: exitCode } = container.facts.State;
  const lines = await lastLines(ctx, container, DETAIL_LINES);
  const [code, message] = wordsFor(container, lines.at(-1) ?? "");
  const remedy = code === "exit_code" ? "" : `what to do: ${DOCKER_ERRORS[code].remedy}`;
  const detail = [...lines, remedy].filter((line) => line !== "").join("\n");
  return { kind: "failed", code, message, retryable: true, exitCode, ...(detail === "" ? {} : { detail }) };
}

function wordsFor({ facts, wasAway }: EndedContainer, lastLine: string): [DockerErrorCode, string] {
  const { State, HostConfig } = facts;
  const exit = `exit code ${State.ExitCode}`;
  if (State.OOMKilled) {
    const limit = HostConfig.Memory > 0 ? `its limit of ${sizeText(HostConfig.Memory)}` : "the machine has";
    return ["memory", `the container needed more memory than ${limit} and was killed (OOMKilled, ${exit})`];
  }
  if (/exec format error/.test(`${State.Error} ${lastLine}`))
    return ["platform_missing", `${DOCKER_ERRORS.platform_missing.meaning} (exec format error, ${exit})`];
  const signal = signalName(State.ExitCode - SIGNAL_BASE);
  const away = wasAway ? ", while its engine was away: it was probably restarted" : "";
  if (signal !== null) return ["signal", `the container was ended by ${signal} (${exit})${away}`];
  const why = State.Error === "" ? "" : `: ${State.Error}`;
  return ["exit_code", `the container ended with ${exit}${why}${away}`];
}

function signalName(number: number): string | null {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? null;
}
