/** Each row by itself: which state may follow which, and what must have happened for it. */
import { instanceName, isFinished, type TaskInstance } from "@momiji/core";
import type { Ledger } from "../ledger.ts";
import type { Written } from "./shadow.ts";

/** What is wrong with one written row, in words. */
export function* rowViolations(written: Written, ledger: Ledger): Iterable<string> {
  const { run, before, after } = written;
  const name = `${run.run.runId} ${instanceName(after)}`;
  if (before !== null) for (const words of changeViolations(written, before)) yield `${name}: ${words}`;
  if (after.state === "success" && before?.state !== "success" && isWork(written)) {
    const deed = after.attemptId === null ? undefined : ledger.of(after.attemptId);
    if (deed === undefined || deed.succeeded === 0) yield `${name}: success, but attempt ${after.attemptId} had none`;
  }
}

function* changeViolations({ run, after, commit }: Written, before: TaskInstance): Iterable<string> {
  if (after.tryNumber < before.tryNumber)
    yield `its attempts are counted back from ${before.tryNumber} to ${after.tryNumber}`;
  const isUndone = isFinished(before.state) && after.state !== before.state;
  // A branch that decides against it takes an `upstream_failed` with it.
  const isSkip = before.state === "upstream_failed" && after.state === "skipped";
  const isGone = after.state === "removed" && (!run.graph.indexOf.has(after.taskId) || after.mapIndex >= 0);
  if (isUndone && !isSkip && !isGone)
    yield `it was ${before.state} and became ${after.state}, though nobody cleared it`;
  const isNewAttempt = before.tryNumber > 0 && after.tryNumber > before.tryNumber;
  const kept = (commit.history ?? []).some(
    ({ taskId, mapIndex, tryNumber }) =>
      taskId === after.taskId && mapIndex === after.mapIndex && tryNumber === before.tryNumber,
  );
  if (isNewAttempt && !kept) yield `attempt ${before.tryNumber} is not in its history`;
}

/** What a worker does; a person does the rest, or nobody. */
function isWork({ run, after }: Written): boolean {
  const lane = run.graph.tasks[run.graph.indexOf.get(after.taskId) ?? -1]?.spec.lane;
  return lane !== "empty" && lane !== "input";
}
