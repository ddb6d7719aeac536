import fc from "fast-check";
import { expect, test } from "vitest";
import { countEnd, NO_COUNTS, newEndCounts } from "./end-counts.ts";
import type { TaskState } from "./task-state.ts";
import { judgeTriggerRule, type TriggerRule, triggerRuleWords, type UpstreamCounts } from "./trigger-rules.ts";

const RULES: readonly TriggerRule[] = [
  "all_success",
  "all_failed",
  "all_done",
  "all_done_min_one_success",
  "one_success",
  "one_failed",
  "one_done",
  "none_failed",
  "none_failed_min_one_success",
  "none_skipped",
  "all_skipped",
  "always",
];
const STATE: { readonly [letter: string]: TaskState } = {
  S: "success",
  K: "skipped",
  F: "failed",
  U: "upstream_failed",
  R: "removed",
  ".": "running",
};

function countsOf(letters: string): UpstreamCounts {
  const direct = newEndCounts(letters.length);
  for (const letter of letters) countEnd(direct, STATE[letter] as TaskState, 1);
  return { direct, directSetups: NO_COUNTS, indirectSetups: NO_COUNTS, between: NO_COUNTS };
}

function verdictOf(rule: TriggerRule, counts: UpstreamCounts, mapIndex = -1): string {
  const verdict = judgeTriggerRule(rule, counts, mapIndex);
  return verdict.kind === "set" ? verdict.state : verdict.kind;
}

const SHORT: { readonly [verdict: string]: string } = {
  pass: "run",
  wait: "-",
  skipped: "skip",
  upstream_failed: "upf",
};

test.each([
  ["SS", "run skip run run run skip run run run run skip run"],
  ["SK", "skip skip run skip run skip run run run skip skip run"],
  ["SF", "upf skip run run run run run upf upf run skip run"],
  ["KK", "skip skip run skip skip skip skip run skip skip run run"],
  ["KF", "upf skip run skip upf run run upf upf skip skip run"],
  ["KU", "upf skip run skip upf run skip upf upf skip skip run"],
  ["FF", "upf run run upf upf run run upf upf run skip run"],
  ["UU", "upf run run upf upf run skip upf upf run skip run"],
  ["S.", "- skip - - run - run - - - skip run"],
  ["F.", "upf - - - - run run upf upf - skip run"],
  ["K.", "skip skip - skip - - - - - skip - run"],
  ["..", "- - - - - - - - - - - run"],
  ["SR", "run skip run run run skip run run run run skip run"],
])("upstreams %s are judged as in Airflow by every rule", (letters, verdicts) => {
  expect(RULES.map((rule) => SHORT[verdictOf(rule, countsOf(letters))]).join(" ")).toBe(verdicts);
});

test("a task without upstreams runs whatever its rule is", () => {
  expect(RULES.map((rule) => verdictOf(rule, countsOf("")))).toEqual(RULES.map(() => "pass"));
});

test("a teardown needs one successful setup and the end of everything in its scope", () => {
  const teardown = (setups: string, others: string, between: string) => {
    const directSetups = countsOf(setups).direct;
    const counts = { ...countsOf(setups + others), directSetups, between: countsOf(between).direct };
    return verdictOf("all_done_setup_success", counts);
  };
  expect(teardown("S", "F", "")).toBe("pass");
  expect(teardown("SF", "K", "")).toBe("pass");
  expect(teardown("S", "S", "S.")).toBe("wait");
  expect(teardown("F", "U", ".")).toBe("upstream_failed");
  expect(teardown("K", "K", "")).toBe("skipped");
  expect(teardown("K.", "K", "")).toBe("wait");
});

test("a task inside a setup's scope waits for the setup and shares its fate, before its own rule is asked", () => {
  const inside = (setups: string, direct: string, rule: TriggerRule) =>
    verdictOf(rule, { ...countsOf(direct), indirectSetups: countsOf(setups).direct });
  expect(inside(".", "F", "all_success")).toBe("wait");
  expect(inside("S", "F", "all_success")).toBe("upstream_failed");
  expect(inside("F.", "S", "all_done")).toBe("upstream_failed");
  expect(inside("K", "S", "all_done")).toBe("skipped");
  expect(inside("F", "S", "always")).toBe("pass");
});

test("a mapped instance whose counterpart upstream was removed is removed too", () => {
  expect(verdictOf("all_success", countsOf("SSR"), 1)).toBe("pass");
  expect(verdictOf("all_success", countsOf("SSR"), 2)).toBe("removed");
});

test("once every upstream has ended, only upstreams that were removed can leave a task waiting", () => {
  fc.assert(
    fc.property(fc.constantFrom(...RULES), fc.stringMatching(/^[SKFU]{1,6}$/), (rule, letters) => {
      expect(verdictOf(rule, countsOf(letters))).not.toBe("wait");
    }),
  );
});

test("the words say what the rule needs and where it stands", () => {
  expect(triggerRuleWords("all_success", countsOf("S.."))).toBe(
    "trigger rule all_success needs every upstream task to succeed; of 3 upstream: 1 success, 2 not ended",
  );
  expect(triggerRuleWords("all_done", { ...countsOf("S"), indirectSetups: countsOf(".").direct })).toContain(
    "; of 1 setups around it: 1 not ended",
  );
  expect(triggerRuleWords("all_done", { ...countsOf("S"), between: countsOf("S.").direct })).toContain(
    "; of 2 tasks in its scope: 1 success, 1 not ended",
  );
});
