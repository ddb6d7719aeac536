/** One list of many previews, and what differs between two. */
import { expect, test } from "vitest";
import { askedIn, differencesBetween, keyOf, type PreviewItem, wholeOf } from "./preview.ts";

function item(taskId: string, from: string, effect: PreviewItem["effect"] = "will_run"): PreviewItem {
  return {
    key: { dag_id: "d", dag_run_id: "r", task_id: taskId, map_index: -1 },
    from,
    to: null,
    effect,
    reason: "asked",
    waits_for: [],
  };
}

test("what came, went and became another is marked", () => {
  const before = [item("a", "failed"), item("b", "running"), item("c", "failed")];
  const after = [item("b", "success"), item("c", "failed"), item("d", "failed")];
  const { marks, gone } = differencesBetween(before, after);
  expect(Object.fromEntries(marks)).toEqual({
    [keyOf(item("a", ""))]: "gone",
    [keyOf(item("b", ""))]: "changed",
    [keyOf(item("d", ""))]: "new",
  });
  expect(gone).toEqual([before[0]]);
  expect(differencesBetween(after, after).marks.size).toBe(0);
});

test("several previews are one, each with its own tag", () => {
  const empty = { groups: [], runs: [], next: null, triggers: { assets: ["orders"], dags: ["mart"] } };
  const whole = wholeOf([
    { ...empty, etag: '"1"', items: [item("a", "failed")], total: 1, estimateMs: null },
    { ...empty, etag: '"2"', items: [item("b", "failed")], total: 700, estimateMs: 30 },
  ]);
  expect(whole).toMatchObject({ etags: ['"1"', '"2"'], total: 701, dags: ["mart"], estimateMs: 30 });
  expect(whole.items).toHaveLength(2);
});

test("what follows is not counted as asked for", () => {
  const follows = { ...item("mart", "upstream_failed"), reason: "follows" } as const;
  expect(askedIn({ items: [item("load", "failed"), follows], total: 2 })).toBe(1);
  expect(askedIn({ items: [item("load", "failed"), follows], total: 700 })).toBe(699);
});
