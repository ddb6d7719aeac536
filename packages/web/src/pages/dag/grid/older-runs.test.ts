import { expect, test } from "vitest";
import { type GridAnswer, type GridRow, type GridRun, readGrid } from "./grid.ts";
import { withOlder } from "./older-runs.ts";

const row = (id: string, more: Partial<GridRow> = {}): GridRow => ({ id, kind: "task", depth: 0, parent: -1, ...more });
const runOf = (id: string, version: number): GridRun => ({
  id,
  version,
  state: "success",
  type: "scheduled",
  logicalDate: null,
  interval: null,
  runAfter: "2026-03-10T12:00:00Z",
  queued: null,
  start: null,
  end: null,
  note: false,
  triggeredBy: "timetable",
});
const answer = (more: Partial<GridAnswer>): GridAnswer => ({
  seq: "a-1",
  structure: "s",
  order: "topological",
  rows: [],
  runs: [],
  cells: [],
  extra: [],
  next: null,
  ...more,
});

const newer = readGrid(
  answer({
    rows: [row("extract"), row("mart")],
    runs: [runOf("r3", 2), runOf("r2", 2)],
    cells: ["sf", "s2"],
    next: "n",
  }),
);
const older = readGrid(
  answer({
    rows: [row("extract"), row("mart", { versions: [[2, null]] }), row("old", { versions: [[1, 1]] })],
    runs: [runOf("r2", 2), runOf("r1", 1)],
    cells: ["s2-", "s-f"],
    extra: [[1, 2, { t: 3 }]],
  }),
);

test("older runs follow, once each, with what only they have in rows at the end", () => {
  const all = withOlder(newer, older);
  expect(all.rows.map(({ id }) => id)).toEqual(["extract", "mart", "old"]);
  expect(all.columns.map(({ run, letters }) => [run.id, letters])).toEqual([
    ["r3", "sf-"],
    ["r2", "ss-"],
    ["r1", "s-f"],
  ]);
  expect(all.columns[2]?.extra.get(2)).toEqual({ t: 3 });
  expect(all.next).toBeNull();
});

test("a task that the older version lacked says since when it is there", () => {
  expect(withOlder(newer, older).rows[1]?.versions).toEqual([[2, null]]);
  expect(withOlder(older, newer).rows[1]?.versions).toEqual([[2, null]]);
});
