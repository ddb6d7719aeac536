/** A process of job operators: the only place where their code runs. */
import type { AttemptOutcome } from "@momiji/core";
import { type AnyJobOperator, type JobEnd, type PreflightCheck, taskSignalOf } from "@momiji/sdk";
import { asWritten } from "../function-lane/child-bundles.ts";
import { type Running, serve, settings } from "../hosts/host-child.ts";
import { failed } from "../outcomes.ts";
import { outcomeOfThrown } from "../thrown.ts";
import { xcomValue } from "../xcom-value.ts";
import { findOperator } from "./find-operator.ts";
import { RunningJobContext } from "./job-context.ts";
import type { JobResult, JobWork } from "./job-work.ts";

serve(resultOf);

async function resultOf(running: Running<JobWork>): Promise<JobResult> {
  const { work, bundle } = running;
  const operator = await findOperator(work, bundle);
  if ("kind" in operator) return { kind: "threw", outcome: operator, noOperator: true };
  const ctx = new RunningJobContext(running);
  try {
    return await call(operator, ctx, work);
  } catch (error) {
    const outcome = outcomeOfThrown(error);
    const nothingStarted = taskSignalOf(error) === "job" && saysNothingStarted(error);
    return {
      kind: "threw",
      outcome: bundle === null ? outcome : asWritten(outcome, bundle),
      ...(nothingStarted ? { nothingStarted } : {}),
    };
  } finally {
    ctx.flush();
  }
}

async function call(operator: AnyJobOperator, ctx: RunningJobContext, work: JobWork): Promise<JobResult> {
  const { step, params, handle, outcome } = work;
  switch (step) {
    case "launch": {
      const launched = await operator.launch(ctx, params);
      return { kind: "launched", handle: xcomValue("the handle of the job", launched, settings.maxXComBytes) };
    }
    case "follow":
      return endOf(operator.name, await operator.follow(ctx, { params, handle }));
    case "cancel":
      await operator.cancel(ctx, { params, handle });
      return { kind: "done" };
    case "release":
      await operator.release?.(ctx, { params, handle, outcome });
      return { kind: "done" };
    case "preflight":
      return { kind: "checked", checks: await checksOf(operator, ctx, params) };
  }
}

const ENDS: ReadonlySet<AttemptOutcome["kind"]> = new Set(["success", "skipped", "failed", "lost", "cancelled"]);

/** What comes from outside may be nonsense. */
function endOf(name: string, end: JobEnd): JobResult {
  const { outcome, value } = end as Partial<JobEnd>;
  if (outcome === undefined || !ENDS.has(outcome.kind)) {
    const message = `follow of ${name} gave no outcome of a job but ${JSON.stringify(end)}`;
    return { kind: "threw", outcome: failed("operator", message, { retryable: false }) };
  }
  if (value === undefined) return { kind: "ended", outcome };
  return { kind: "ended", outcome, value: xcomValue("the job's value", value, settings.maxXComBytes) };
}

/** What was found before a check threw is worth telling. */
async function checksOf(
  operator: AnyJobOperator,
  ctx: RunningJobContext,
  params: JobWork["params"],
): Promise<PreflightCheck[]> {
  const checks: PreflightCheck[] = [];
  try {
    for await (const check of operator.preflight?.(ctx, params) ?? []) checks.push(check);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    checks.push({ code: `${operator.name}.preflight`, title: "the checks themselves", verdict: "unknown", detail });
  }
  return checks;
}

function saysNothingStarted(error: unknown): boolean {
  const { facts } = error as { readonly facts?: { readonly nothingStarted?: boolean } };
  return facts?.nothingStarted === true;
}
