/** Why the schedule of a DAG makes no run, or not the one that stands there, in one word and one sentence. */
import { type AssetCondition, conditionOf, type Micros, restrictionOf, whyRunTypeForbidden } from "@momiji/core";
import type { DagOverview, DagRecord } from "@momiji/store";

export interface WhyNone {
  readonly code: string;
  readonly text: string;
  /** Names of the assets that it waits for; of other reasons none. */
  readonly assets: readonly string[];
}

/** @param next when the schedule asks for a run, whatever holds it; null: never. Null: it comes then */
export function whyNoNextRun(
  dag: DagRecord,
  {
    next,
    active,
    limit,
    now,
  }: { next: Micros | null; active: Pick<DagOverview, "queued" | "running">; limit: number | null; now: Micros },
): WhyNone | null {
  if (!dag.isActive) return said("gone", "The DAG is no longer in its file.");
  if (dag.isPaused)
    return said("paused", `The DAG is paused${dag.pausedReason === null ? "" : `: ${dag.pausedReason}`}.`);
  const forbidden = whyRunTypeForbidden(dag.spec, "scheduled");
  if (forbidden !== null) return said("run_type_not_allowed", forbidden);
  if (dag.heldReason !== null) return said("held", dag.heldReason);
  if (next === null) return whyNever(dag, now);
  const unfinished = active.queued + active.running;
  if (limit === null || unfinished < limit || next > now) return null;
  return said("max_active_runs", `${unfinished} runs are not finished, the limit is ${limit}.`);
}

function whyNever({ spec, lastInterval }: DagRecord, now: Micros): WhyNone {
  const condition = conditionOf(spec.schedule);
  if (condition !== null) {
    const assets = [...new Set(namesOf(condition))];
    return { code: "assets", text: `It waits for ${assets.join(", ")}.`, assets };
  }
  if (spec.schedule.kind === "none")
    return said("no_schedule", "The DAG has no schedule: it runs when it is triggered.");
  const { latest } = restrictionOf(spec);
  if (latest !== null && latest <= Math.max(now, lastInterval?.end ?? now))
    return said("ended", `The end date of the DAG has passed.`);
  if (spec.schedule.kind === "once" && lastInterval !== null) return said("over", "It was to run once, and has.");
  return said("never", "The schedule has no further moment.");
}

function said(code: string, text: string): WhyNone {
  return { code, text, assets: [] };
}

function namesOf(condition: AssetCondition): readonly string[] {
  return "of" in condition ? condition.of.flatMap(namesOf) : [condition.name];
}
