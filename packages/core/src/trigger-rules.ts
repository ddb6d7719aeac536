/**
 * The trigger rules of Airflow: what the ends of a task's upstream tasks mean for the task itself.
 *
 * Judged over counters, so that the same rule serves the oracle, which counts afresh, and the machine, which keeps the
 * counters as states change. Source of every rule: `TriggerRuleDep` of Airflow 3.3, checked against its recorded
 * verdicts.
 */
export type TriggerRule =
  | "all_success"
  | "all_failed"
  | "all_done"
  | "all_done_min_one_success"
  | "all_done_setup_success"
  | "all_skipped"
  | "one_success"
  | "one_failed"
  | "one_done"
  | "none_failed"
  | "none_failed_min_one_success"
  | "none_skipped"
  | "always";

/** How many task instances there are, and how many of them ended in which way. */
export interface EndCounts {
  readonly total: number;
  readonly success: number;
  readonly skipped: number;
  readonly failed: number;
  readonly upstreamFailed: number;
  readonly removed: number;
}

/** All that a trigger rule looks at. Counts are of task instances: a mapped task counts once for each of its instances. */
export interface UpstreamCounts {
  /** Instances of the direct upstream tasks. */
  readonly direct: EndCounts;
  /** Those of them that belong to setups. */
  readonly directSetups: EndCounts;
  /** Setups further up in whose scope the task lies (`setup-scopes.ts`); none for a teardown. */
  readonly indirectSetups: EndCounts;
  /** A teardown's: instances between its setups and itself that are not direct upstreams. None for other tasks. */
  readonly between: EndCounts;
}

/** `set`: the task instance gets this state now and never runs, without waiting for the rest of its upstreams. */
export type Verdict =
  | { readonly kind: "pass" }
  | { readonly kind: "wait" }
  | { readonly kind: "set"; readonly state: "skipped" | "upstream_failed" | "removed" };

const PASS: Verdict = { kind: "pass" };
const WAIT: Verdict = { kind: "wait" };
const SKIP: Verdict = { kind: "set", state: "skipped" };
const UPSTREAM_FAILED: Verdict = { kind: "set", state: "upstream_failed" };
const REMOVED: Verdict = { kind: "set", state: "removed" };

/**
 * What becomes of a task instance that has not begun. The setups in whose scope it lies come first, then its rule over
 * its direct upstreams, then, for a teardown, the wait for everything in its scope.
 */
export function judgeTriggerRule(rule: TriggerRule, counts: UpstreamCounts, mapIndex = -1): Verdict {
  if (counts.direct.total === 0 || rule === "always") return PASS;
  const setups = counts.indirectSetups.total === 0 ? PASS : judgeSetups(counts.indirectSetups, mapIndex);
  if (setups.kind !== "pass") return setups;
  const direct = judgeDirect(rule, counts, mapIndex);
  return direct.kind === "pass" ? passIf(isDone(counts.between)) : direct;
}

function judgeSetups(setups: EndCounts, mapIndex: number): Verdict {
  if (failures(setups) > 0) return UPSTREAM_FAILED;
  if (setups.skipped > 0) return SKIP;
  if (isBeyondRemoved(setups, mapIndex)) return REMOVED;
  const missing = setups.total - setups.success - (mapIndex >= 0 ? setups.removed : 0);
  return missing > 0 ? WAIT : PASS;
}

function judgeDirect(rule: TriggerRule, counts: UpstreamCounts, mapIndex: number): Verdict {
  const up = counts.direct;
  switch (rule) {
    case "all_success":
      return judgeAllSuccess(up, mapIndex);
    case "all_failed":
      if (up.success > 0 || up.skipped > 0) return SKIP;
      return passIf(failures(up) + up.removed >= up.total);
    case "all_done":
      return passIf(isDone(up));
    case "all_done_min_one_success":
      if (up.skipped > 0) return SKIP;
      if (!isDone(up)) return WAIT;
      return up.success > 0 ? PASS : UPSTREAM_FAILED;
    case "all_done_setup_success":
      return judgeTeardown(up, counts.directSetups);
    case "all_skipped":
      if (up.success > 0 || failures(up) > 0) return SKIP;
      return passIf(up.skipped >= up.total);
    case "one_success":
      if (up.success > 0) return PASS;
      if (!isDone(up)) return WAIT;
      return up.skipped === ended(up) ? SKIP : UPSTREAM_FAILED;
    case "one_failed":
      if (failures(up) > 0) return PASS;
      return isDone(up) ? SKIP : WAIT;
    case "one_done":
      if (up.success + up.failed > 0) return PASS;
      return isDone(up) ? SKIP : WAIT;
    case "none_failed":
      if (failures(up) > 0) return UPSTREAM_FAILED;
      return passIf(isDone(up));
    case "none_failed_min_one_success":
      return judgeNoneFailedMinOneSuccess(up);
    case "none_skipped":
      if (up.skipped > 0) return SKIP;
      return passIf(isDone(up));
    case "always":
      return PASS;
  }
}

function judgeAllSuccess(up: EndCounts, mapIndex: number): Verdict {
  if (failures(up) > 0) return UPSTREAM_FAILED;
  if (up.skipped > 0) return SKIP;
  if (isBeyondRemoved(up, mapIndex)) return REMOVED;
  return passIf(up.success + up.removed >= up.total);
}

function judgeNoneFailedMinOneSuccess(up: EndCounts): Verdict {
  if (failures(up) > 0) return UPSTREAM_FAILED;
  if (up.skipped === up.total) return SKIP;
  if (!isDone(up)) return WAIT;
  return up.success > 0 ? PASS : UPSTREAM_FAILED;
}

function judgeTeardown(up: EndCounts, setups: EndCounts): Verdict {
  if (!isDone(up)) return WAIT;
  if (setups.total === 0 || setups.success > 0) return PASS;
  return setups.skipped >= setups.total ? SKIP : UPSTREAM_FAILED;
}

/** An instance of a mapped task whose counterpart upstream is gone because the mapping became shorter. */
function isBeyondRemoved(up: EndCounts, mapIndex: number): boolean {
  return up.removed > 0 && up.success > 0 && mapIndex >= up.success;
}

function failures(counts: EndCounts): number {
  return counts.failed + counts.upstreamFailed;
}

function ended(counts: EndCounts): number {
  return counts.success + counts.skipped + counts.failed + counts.upstreamFailed + counts.removed;
}

function isDone(counts: EndCounts): boolean {
  return ended(counts) >= counts.total;
}

function passIf(met: boolean): Verdict {
  return met ? PASS : WAIT;
}

const NEEDS: { readonly [rule in TriggerRule]: string } = {
  all_success: "every upstream task to succeed",
  all_failed: "every upstream task to fail",
  all_done: "every upstream task to end",
  all_done_min_one_success: "every upstream task to end, none skipped and at least one successful",
  all_done_setup_success: "every upstream task to end and one of its setups to succeed",
  all_skipped: "every upstream task to be skipped",
  one_success: "one upstream task to succeed",
  one_failed: "one upstream task to fail",
  one_done: "one upstream task to succeed or fail",
  none_failed: "every upstream task to end without a failure",
  none_failed_min_one_success: "every upstream task to end without a failure and at least one to succeed",
  none_skipped: "every upstream task to end and none to be skipped",
  always: "nothing",
};

/** The rule and where it stands, for people: `trigger rule all_success needs ...; of 3 upstream: 1 success, 2 not ended`. */
export function triggerRuleWords(rule: TriggerRule, counts: UpstreamCounts): string {
  const needs = `trigger rule ${rule} needs ${NEEDS[rule]}; of ${counts.direct.total} upstream: ${tally(counts.direct)}`;
  const { indirectSetups, between } = counts;
  if (indirectSetups.success < indirectSetups.total) {
    return `${needs}; of ${indirectSetups.total} setups around it: ${tally(indirectSetups)}`;
  }
  if (ended(between) < between.total) return `${needs}; of ${between.total} tasks in its scope: ${tally(between)}`;
  return needs;
}

function tally(counts: EndCounts): string {
  const parts: readonly (readonly [number, string])[] = [
    [counts.success, "success"],
    [counts.skipped, "skipped"],
    [counts.failed, "failed"],
    [counts.upstreamFailed, "upstream_failed"],
    [counts.removed, "removed"],
    [counts.total - ended(counts), "not ended"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}
