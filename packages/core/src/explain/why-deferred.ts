/** Why an attempt waits without a process: for what, since when, until when at the longest. */
import type { TaskInstance } from "../dag-run.ts";
import type { TaskSpec } from "../dag-spec.ts";
import { isoZ, type Micros, secondsToSpan } from "../instant.ts";
import type { Reason } from "./reason.ts";

const REMEDY = "wait; or clear it, or mark it, to end the waiting";

export function whyDeferred(task: TaskSpec | undefined, instance: TaskInstance): Reason {
  const { deferral, resumeAt, firstStartDate } = instance;
  const next = resumeAt === null ? "" : `, next at ${isoZ(resumeAt)}`;
  if (deferral?.trigger) {
    const { trigger, since, timeoutAt } = deferral;
    const end = timeoutAt === undefined ? "it has no time-out" : `it times out at ${isoZ(timeoutAt)}`;
    const text = `it waits for trigger "${trigger.name}" since ${isoZ(since)}${next}; ${end}`;
    const details = { trigger: trigger.name, since: isoZ(since), next: at(resumeAt), timeout: at(timeoutAt ?? null) };
    return { code: "deferred", text, remedy: REMEDY, details };
  }
  const seconds = task?.sensor?.timeoutSeconds;
  const timeout = firstStartDate === null || seconds === undefined ? null : firstStartDate + secondsToSpan(seconds);
  const end = timeout === null ? "" : `; it times out at ${isoZ(timeout)}`;
  const since = firstStartDate === null ? "" : ` since ${isoZ(firstStartDate)}`;
  const details = { since: at(firstStartDate), next: at(resumeAt), timeout: at(timeout) };
  return { code: "deferred", text: `it waits between two questions${since}${next}${end}`, remedy: REMEDY, details };
}

/** A sensor in mode `reschedule`. */
export function whyRescheduled(until: Micros): Reason {
  const text = `it gave its slots back and asks for them again at ${isoZ(until)}, for its next question`;
  return { code: "reschedule_wait", text, remedy: "wait, or clear it to ask now", details: { until: isoZ(until) } };
}

function at(instant: Micros | null): string | null {
  return instant === null ? null : isoZ(instant);
}
