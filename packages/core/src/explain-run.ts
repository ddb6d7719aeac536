/** Why a run is where it is: what it waits for in the queue, which of its task instances it waits for, why it ended so. */
import { surroundingsOf, settled } from "./decide.ts";
import { type DagSwitches, whySwitchedOff } from "./explain/dag-switches.ts";
import type { HandMark } from "./explain/hand-marks.ts";
import { type Reason, someOf } from "./explain/reason.ts";
import { whyRootsOf } from "./explain/why-ended.ts";
import { NEXT_TURN, type RunTurns, whyQueued } from "./explain/why-queued.ts";
import { isoZ, type Micros } from "./instant.ts";
import { runEndData } from "./run-end.ts";
import { instanceName, type RunView } from "./run-view.ts";
import { isFailure, isFinished } from "./task-state.ts";

export interface ExplainRunContext extends DagSwitches {
  readonly now: Micros;
  /** Of a queued run. */
  readonly turns?: RunTurns;
  readonly marks?: readonly HandMark[];
}

/** What matters most first; never empty, since a run either waits for something or has ended. */
export function explainRun(view: RunView, context: ExplainRunContext): Reason[] {
  const { now, turns, marks = [] } = context;
  const after = settled(view, now);
  const { run } = after;
  if (run.state === "queued") {
    const reasons = [...whySwitchedOff(context), ...whyQueued(run, turns, now)];
    return reasons.length === 0 ? [NEXT_TURN] : reasons;
  }
  if (run.state === "running") return [whyRunning(after), ...whySwitchedOff(context)];
  const failed = after.instances.filter(({ state }) => isFailure(state));
  return [whyRunEnded(after), ...whyRootsOf({ view: after, around: surroundingsOf(after, now), marks }, failed)];
}

function whyRunning({ run, instances }: RunView): Reason {
  const open = instances.filter(({ state }) => !isFinished(state));
  const words = open.map((one) => `${instanceName(one)} (${one.state ?? "not started"})`);
  return {
    code: "run_running",
    text: `it is running since ${isoZ(run.startDate ?? run.queuedAt)}; ${open.length} of ${instances.length} task instances have not ended: ${someOf(words, SHOWN)}`,
    remedy: `why one of them does not: \`momiji tasks explain ${run.dagId} ${run.runId} TASK\``,
    details: {
      unfinished: open.map(instanceName).slice(0, MOST_DETAILS),
      unfinished_count: open.length,
      total: instances.length,
      since: isoZ(run.startDate ?? run.queuedAt),
    },
  };
}

const SHOWN = 10;
const MOST_DETAILS = 100;

function whyRunEnded({ run }: RunView): Reason {
  const at = run.endDate === null ? "" : ` at ${isoZ(run.endDate)}`;
  return {
    code: "ended",
    text: `it has ended: ${run.state}${at}${run.reason === null ? "" : `; ${run.reason}`}`,
    remedy:
      run.state === "failed"
        ? `clear what failed: \`momiji tasks clear ${run.dagId} --run-id ${run.runId} --only-failed\``
        : "clear it to run it again",
    details: {
      state: run.state,
      reason: run.reason,
      end_date: run.endDate === null ? null : isoZ(run.endDate),
      run_end: runEndData(run),
    },
  };
}
