/** Which DAGs a commit must look at, because a run of theirs has failed by itself. */
import type { DagRun } from "@momiji/core";
import type { CommitBatch } from "@momiji/store";
import type { Roster } from "./roster.ts";

export function failingDags(endedRuns: readonly DagRun[], roster: Roster): Pick<CommitBatch, "failing"> {
  const failed = new Set(endedRuns.filter(({ state }) => state === "failed").map(({ dagId }) => dagId));
  const failing = [...failed].flatMap((dagId) => {
    const limit = roster.entry(dagId)?.current.spec.maxConsecutiveFailedRuns ?? 0;
    return limit > 0 ? [{ dagId, limit }] : [];
  });
  return failing.length === 0 ? {} : { failing };
}
