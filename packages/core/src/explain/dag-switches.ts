/** What holds all of a DAG: reasons that runs and task instances share. */
import type { PassedCheck, Reason } from "./reason.ts";

export interface DagSwitches {
  readonly isPaused: boolean;
  /** Why it is paused, if not a person has done it. */
  readonly pausedReason?: string | null;
  /** Its file no longer holds it. Absent: it does. */
  readonly isGone?: boolean;
  /** A scheduler owns it. Absent: one does. */
  readonly hasScheduler?: boolean;
}

export function whySwitchedOff(switches: DagSwitches): Reason[] {
  const { isPaused, isGone = false, hasScheduler = true } = switches;
  return [
    ...(isGone ? [GONE] : []),
    ...(isPaused ? [whyPaused(switches)] : []),
    ...(hasScheduler ? [] : [NO_SCHEDULER]),
  ];
}

/** The same switches, as far as they hold nothing. */
export function passedSwitches({ isPaused, hasScheduler = true }: DagSwitches): PassedCheck[] {
  return [...(isPaused ? [] : [SWITCHED_ON]), ...(hasScheduler ? [HAS_SCHEDULER] : [])];
}

const SWITCHED_ON: PassedCheck = { code: "dag_paused", text: "the DAG is switched on" };
const HAS_SCHEDULER: PassedCheck = { code: "no_scheduler", text: "a scheduler decides on the DAG" };

function whyPaused({ pausedReason }: DagSwitches): Reason {
  const because = pausedReason == null ? "" : `; ${pausedReason}`;
  return {
    code: "dag_paused",
    text: `the DAG is paused: nothing new of it starts${because}`,
    remedy: "switch it on: `momiji dags unpause`",
    ...(pausedReason == null ? {} : { details: { paused_reason: pausedReason } }),
  };
}

const GONE: Reason = {
  code: "dag_gone",
  text: "the DAG is no longer in its file: nothing new of it starts",
  remedy: "put it back into its file, or leave its runs as they are",
};

const NO_SCHEDULER: Reason = {
  code: "no_scheduler",
  text: "no scheduler runs: nobody decides on this DAG",
  remedy: "start the server: `momiji standalone`",
};
