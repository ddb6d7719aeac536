/** Why a queued run has not started: the pause and the limit of its backfill or its DAG, its time, and who goes first. */
import type { DagRun } from "../dag-run.ts";
import { isoZ, type Micros } from "../instant.ts";
import { compareTurns, isBackfillHeld, turnBlocks } from "../run-turn.ts";
import { type Reason, someOf } from "./reason.ts";

/** The line that a queued run stands in. */
export interface RunTurns {
  readonly limit: number;
  /** Runs of the line that are not finished, in any order; this one may be among them. */
  readonly runs: readonly DagRun[];
  /** Absent: it is the DAG's own line. */
  readonly backfill?: { readonly id: number; readonly isPaused: boolean; readonly completedAt: Micros | null };
}

/** What of its line is in the way; empty: nothing is. */
export function whyQueued(run: DagRun, turns: RunTurns | undefined, now: Micros): readonly Reason[] {
  if (turns === undefined) return [];
  const { limit, runs, backfill } = turns;
  const begun = runs.filter(({ state }) => state === "running");
  const ahead = runs.filter(
    (other) => other.state === "queued" && other.runKey !== run.runKey && compareTurns(other, run) < 0,
  );
  const isHeld = backfill !== undefined && isBackfillHeld(backfill);
  // Those that go first take their places before it is asked for.
  const line = { limit, begun: begun.length + ahead.length, isHeld };
  return turnBlocks(line, run.runAfter, now).map((block) => {
    if (block === "held") return whyHeld(backfill?.id ?? 0);
    return block === "full" ? whyFull({ begun, ahead, limit, backfill }) : whyNotDue(run);
  });
}

/** Of a queued run that nothing at all is in the way of. */
export const NEXT_TURN: Reason = {
  code: "run_queued",
  text: "the run waits in the queue, and starts at the scheduler's next turn",
  remedy: "wait",
  details: { turn: "next" },
};

function whyHeld(id: number): Reason {
  return {
    code: "backfill_paused",
    text: `the run waits in the queue: backfill ${id}, to which it belongs, is paused`,
    remedy: `let it go on: \`momiji backfill unpause ${id}\``,
    details: { backfill_id: id },
  };
}

function whyFull(line: {
  readonly begun: readonly DagRun[];
  readonly ahead: readonly DagRun[];
  readonly limit: number;
  readonly backfill: RunTurns["backfill"];
}): Reason {
  const { begun, ahead, limit, backfill } = line;
  const running = begun.map(({ runId }) => runId);
  const first = [...ahead].sort(compareTurns).map(({ runId }) => runId);
  const whose = backfill === undefined ? "the DAG" : `backfill ${backfill.id}`;
  const they = running.length === 0 ? "" : `; they are ${someOf(running)}`;
  const before = first.length === 0 ? "" : `; ${first.length} queued runs go first: ${someOf(first)}`;
  const count = `${running.length} runs of ${whose} are running`;
  return {
    code: backfill === undefined ? "run_queued" : "backfill_max_active_runs",
    text: `the run waits in the queue: ${count}, its limit (max_active_runs) is ${limit}${they}${before}`,
    remedy:
      backfill === undefined
        ? "wait for one of them to end, or raise the DAG's max_active_runs"
        : "wait for one of them to end; a backfill keeps the limit that it was created with",
    details: {
      limit,
      runs: running,
      ahead: first.slice(0, 100),
      ahead_count: first.length,
      ...(backfill === undefined ? {} : { backfill_id: backfill.id }),
    },
  };
}

function whyNotDue({ runAfter }: DagRun): Reason {
  return {
    code: "run_not_due",
    text: `the run may start at ${isoZ(runAfter)} (run_after), not before`,
    remedy: "wait",
    details: { run_after: isoZ(runAfter) },
  };
}
