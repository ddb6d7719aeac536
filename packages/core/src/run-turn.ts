/** When a queued run may start: the rule that the scheduler starts runs by, and that `explain` tells. */
import type { DagRun } from "./dag-run.ts";
import type { Micros } from "./instant.ts";

/** Those that share a limit: the runs of a DAG, or those of one of its backfills, which have a limit of their own. */
export interface RunLine {
  readonly limit: number;
  /** How many have started and not ended. */
  readonly begun: number;
  /** Nothing of it starts: the backfill is paused. */
  readonly isHeld: boolean;
}

/** What is in the way of the run at the head of its line. */
export type TurnBlock = "held" | "full" | "not_due";

/** Everything that keeps the next run of a line from starting; empty: it starts. */
export function turnBlocks({ limit, begun, isHeld }: RunLine, runAfter: Micros, now: Micros): readonly TurnBlock[] {
  const blocks: TurnBlock[] = [];
  if (isHeld) blocks.push("held");
  if (begun >= limit) blocks.push("full");
  if (runAfter > now) blocks.push("not_due");
  return blocks;
}

/** A run of a backfill that is over runs when it is cleared, even if the backfill was paused or cancelled. */
export function isBackfillHeld(backfill: { readonly isPaused: boolean; readonly completedAt: Micros | null }): boolean {
  return backfill.isPaused && backfill.completedAt === null;
}

type Placed = Pick<DagRun, "runKey" | "runAfter" | "backfill">;

/** Which of two waiting runs of a line goes first: of a DAG the earliest, of a backfill by its own order. */
export function compareTurns(a: Placed, b: Placed): number {
  const byPlace = a.backfill !== undefined && b.backfill !== undefined;
  const ahead = byPlace ? a.backfill.ordinal - b.backfill.ordinal : a.runAfter - b.runAfter;
  return ahead || a.runKey - b.runKey;
}
