/** What a mark has changed is marked back, or it is said that this cannot be. */
import { expect, test } from "vitest";
import { type PreviewItem, wholeOf } from "./preview.ts";
import { isStillSo, undoCalls } from "./undo.ts";

type Change = Pick<PreviewItem, "from" | "to"> & Partial<PreviewItem>;

function previewOf(...changes: readonly Change[]) {
  const items = changes.map((change, at): PreviewItem => ({
    key: { dag_id: "d", dag_run_id: "r", task_id: `t${at}`, map_index: -1 },
    effect: "marked",
    reason: "asked",
    waits_for: [],
    ...change,
  }));
  const triggers = { assets: [], dags: [] };
  return wholeOf([
    { items, total: items.length, etag: '"1"', groups: [], runs: [], next: null, triggers, estimateMs: null },
  ]);
}

const FAILED = { from: "failed", to: "success" } as const;

test("what was marked goes back to the end that it had", () => {
  const calls = undoCalls(previewOf(FAILED, { from: "skipped", to: "success" }));
  expect(calls?.map(({ verb, path, body }) => [verb, path.task_id, body["new_state"]])).toEqual([
    ["markTask", "t0", "failed"],
    ["markTask", "t1", "skipped"],
  ]);
});

test("nothing is taken back where something starts, or what was cannot be marked", () => {
  expect(undoCalls(previewOf(FAILED, { from: "upstream_failed", to: null, effect: "will_run" }))).toBeNull();
  expect(undoCalls(previewOf({ from: "running", to: "success", effect: "stopped" }))).toBeNull();
});

test("what has moved on since is left alone", () => {
  const done = previewOf(FAILED);
  expect(isStillSo(done, previewOf({ from: "success", to: "failed" }))).toBe(true);
  expect(isStillSo(done, previewOf({ from: "running", to: "failed", effect: "stopped" }))).toBe(false);
});
