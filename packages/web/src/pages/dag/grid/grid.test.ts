import type { LiveEvent } from "@momiji/client";
import { expect, test } from "vitest";
import { applyEvent, type Grid, type GridAnswer, type GridRow, type GridRun, openRows, readGrid } from "./grid.ts";

const row = (id: string, more: Partial<GridRow> = {}): GridRow => ({ id, kind: "task", depth: 0, parent: -1, ...more });
const runOf = (id: string, more: object = {}): GridRun => ({
  id,
  interval: null,
  triggeredBy: "timetable",
  state: "running",
  type: "scheduled",
  logicalDate: null,
  runAfter: `2026-03-0${id.slice(1)}T00:00:00Z`,
  queued: null,
  start: null,
  end: null,
  version: 2,
  note: false,
  ...more,
});

const ANSWER: GridAnswer = {
  seq: "a-1",
  structure: "sha256-1",
  order: "topological",
  rows: [
    row("first"),
    row("stage", { kind: "group", children: 2 }),
    row("stage.load", { depth: 1, parent: 1 }),
    row("stage.check", { depth: 1, parent: 1 }),
    row("many", { kind: "mapped" }),
    row("old", { versions: [[1, 1]] }),
  ],
  runs: [runOf("r2"), runOf("r1", { version: 1 })],
  cells: ["s.3s-", "s5f"],
  extra: [[0, 4, { m: { success: 3 } }]],
  next: null,
};

const told = (event: string, data: object): LiveEvent => ({ event, seq: "a-2", data });
const after = (grid: Grid | "stale"): Grid => {
  if (grid === "stale") throw new Error("the grid is stale");
  return grid;
};

test("an answer is one letter a row", () => {
  const grid = readGrid(ANSWER);
  expect(grid.columns.map(({ letters }) => letters)).toEqual(["s...s-", "sssssf"]);
  expect(grid.columns[0]?.extra.get(4)).toEqual({ m: { success: 3 } });
});

test("a task that fails changes its cell and that of its group", () => {
  const grid = after(
    applyEvent(readGrid(ANSWER), told("ti", { d: "etl", r: "r2", t: "stage.load", m: -1, n: 2, s: "f" })),
  );
  expect(grid.columns[0]?.letters).toBe("sff.s-");
  expect(grid.columns[0]?.extra.get(2)).toEqual({ t: 2 });
  expect(grid.columns[1]?.letters).toBe("sssssf");
});

test("only the server knows the states of a mapped task's other instances", () => {
  expect(applyEvent(readGrid(ANSWER), told("ti", { d: "etl", r: "r2", t: "many", m: 1, n: 1, s: "f" }))).toBe("stale");
});

test("what a missed deadline makes of a run is read anew", () => {
  expect(applyEvent(readGrid(ANSWER), told("deadline", { d: "etl", r: "r2", missed: 1 }))).toBe("stale");
});

test("a task of a run that is not shown changes nothing", () => {
  const grid = readGrid(ANSWER);
  expect(applyEvent(grid, told("ti", { d: "etl", r: "r9", t: "first", m: -1, n: 1, s: "f" }))).toBe(grid);
});

test("a new run is a column at its place, with what its version has", () => {
  const told3 = told("run", {
    d: "etl",
    r: "r3",
    s: "q",
    type: "manual",
    runAfter: "2026-03-03T00:00:00Z",
    version: 2,
  });
  const grid = after(applyEvent(readGrid(ANSWER), told3));
  expect(grid.columns.map(({ run }) => run.id)).toEqual(["r3", "r2", "r1"]);
  expect(grid.columns[0]).toMatchObject({ letters: ".....-", run: { state: "queued" } });
});

test("a run of a version that is not known has to be read", () => {
  const told3 = told("run", {
    d: "etl",
    r: "r3",
    s: "q",
    type: "manual",
    runAfter: "2026-03-03T00:00:00Z",
    version: 3,
  });
  expect(applyEvent(readGrid(ANSWER), told3)).toBe("stale");
});

test("among older runs no newer one comes", () => {
  const comes = (runAfter: string) => told("run", { d: "etl", r: "r3", s: "q", type: "manual", runAfter, version: 2 });
  const older = readGrid(ANSWER, true);
  expect(applyEvent(older, comes("2026-03-03T00:00:00Z"))).toBe(older);
  expect(after(applyEvent(older, comes("2026-03-01T12:00:00Z"))).columns.map(({ run }) => run.id)).toEqual([
    "r2",
    "r3",
    "r1",
  ]);
});

test("a run that ends keeps its cells, one that is deleted goes", () => {
  const ended = after(
    applyEvent(readGrid(ANSWER), told("run", { r: "r2", s: "s", version: 2, runAfter: "2026-03-02T00:00:00Z" })),
  );
  expect(ended.columns[0]).toMatchObject({ letters: "s...s-", run: { state: "success" } });
  expect(after(applyEvent(ended, told("run", { r: "r2", gone: true }))).columns.map(({ run }) => run.id)).toEqual([
    "r1",
  ]);
});

test("what is in a closed group is not shown", () => {
  const { rows } = readGrid(ANSWER);
  expect(openRows(rows, () => false)).toEqual([0, 1, 4, 5]);
  expect(openRows(rows, () => true)).toEqual([0, 1, 2, 3, 4, 5]);
});
