import type { LogLine } from "@momiji/client";
import { expect, test } from "vitest";
import { calmGroups, hiddenOf, NOTHING_KNOWN, withLines } from "./log-facts.ts";

function lines(...texts: readonly string[]): readonly LogLine[] {
  return texts.map((m, at) => ({ n: at + 1, t: "", lv: m.startsWith("no") ? "error" : "info", src: "stdout", m }));
}

test("lines are counted by level, errors and groups are found, also of lines that come later", () => {
  const all = lines("a", "::group::Install", "b", "::endgroup::", "no!", "::group::Run", "no.");
  const whole = withLines(NOTHING_KNOWN, all);
  expect(whole).toEqual({
    levels: { info: 5, error: 2 },
    errors: [5, 7],
    sources: ["stdout"],
    groups: [
      { from: 2, to: 4, title: "Install" },
      { from: 6, to: null, title: "Run" },
    ],
  });
  expect(withLines(withLines(NOTHING_KNOWN, all.slice(0, 3)), all.slice(3))).toEqual(whole);
});

test("a group with an error is not folded at first", () => {
  const index = withLines(NOTHING_KNOWN, lines("::group::a", "no", "::endgroup::", "::group::b", "x", "::endgroup::"));
  expect(calmGroups(index)).toEqual([4]);
});

test("of a folded group its first line stays, and what is within it goes with it", () => {
  const { groups } = withLines(
    NOTHING_KNOWN,
    lines("::group::a", "::group::b", "x", "::endgroup::", "y", "::endgroup::", "z"),
  );
  expect(hiddenOf(groups, new Set([1, 2]))).toEqual([{ from: 2, to: 6 }]);
  expect(hiddenOf(groups, new Set([2]))).toEqual([{ from: 3, to: 4 }]);
});
