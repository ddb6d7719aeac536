/** Checks of what the tasks themselves say has run against what the store says. */
import type { CheckResult } from "./finding.ts";
import type { JournalLine } from "./journal.ts";
import type { AttemptRow, StoreRows } from "./store-rows.ts";
import { expected } from "./workload/workload.ts";

/** Both ways: what began is in the store, and what the store says has ended has begun, once, and come to its end. */
export function checkAccounts({ attempts }: StoreRows, journal: readonly JournalLine[]): CheckResult {
  const stored = new Map(attempts.map((attempt) => [attempt.attemptId, attempt]));
  const lines = Map.groupBy(journal, ({ attemptId }) => attemptId);
  const violations: string[] = [];
  for (const [attemptId, [first]] of lines) {
    const attempt = stored.get(attemptId);
    if (attempt === undefined)
      violations.push(`attempt ${attemptId} of ${first?.instance} has begun, and the store does not know it`);
    else if (attempt.instance !== first?.instance)
      violations.push(`attempt ${attemptId} belongs to ${attempt.instance}, and ran ${first?.instance}`);
  }
  for (const attempt of attempts) {
    const kinds = (lines.get(attempt.attemptId ?? "") ?? []).map(({ kind }) => kind);
    const problem = problemOf(attempt, kinds);
    if (problem !== null)
      violations.push(
        `attempt ${attempt.attemptId} of ${attempt.instance} (try ${attempt.tryNumber}, ${attempt.outcome}) ${problem}`,
      );
  }
  return { name: "every attempt that began is accounted for, and began once", looked: lines.size, violations };
}

function problemOf({ dagId, taskId, outcome }: AttemptRow, kinds: readonly string[]): string | null {
  const begun = kinds.filter((kind) => kind === "begin").length;
  if (begun > 1) return `began ${begun} times`;
  const lane = expected.get(dagId)?.get(taskId)?.lane;
  if (lane !== "function" && lane !== "process") return null;
  if (outcome !== "success" && outcome !== "failed") return null;
  return kinds.includes("begin") && kinds.includes("end") ? null : `did ${kinds.join(", ") || "nothing"}`;
}

/** Nothing of an earlier attempt of the same task instance happens after a later one has begun; ids sort by their age. */
export function checkOverlaps(journal: readonly JournalLine[]): CheckResult {
  const latest = new Map<string, string>();
  const violations: string[] = [];
  for (const { kind, attemptId, instance } of journal) {
    const known = latest.get(instance) ?? "";
    if (kind === "beside") {
      violations.push(`attempt ${attemptId} of ${instance} began while the process of another one was alive`);
    } else if (attemptId < known) {
      violations.push(`attempt ${attemptId} of ${instance} came to "${kind}" after attempt ${known} had begun`);
    } else latest.set(instance, attemptId);
  }
  return { name: "no two attempts of a task instance ran at once", looked: latest.size, violations };
}
