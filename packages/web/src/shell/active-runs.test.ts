import { expect, test } from "vitest";
import { ActiveRuns } from "./active-runs.ts";

const run = (r: string, s: string, seq: string) => ({ event: "run", seq, data: { d: "etl", r, s } });
const snapshot = { seq: "a-10", active: { total: 1, runs: [["etl", "r1", "q"] as ["etl", "r1", "q"]] } };

test("runs that begin, go on and end are counted as they do", () => {
  const active = new ActiveRuns();
  active.begin(snapshot);
  expect(active.counts).toMatchObject({ running: 0, queued: 1, isMore: false });
  active.take(run("r1", "r", "a-11"));
  active.take(run("r2", "q", "a-12"));
  expect(active.counts).toMatchObject({ running: 1, queued: 1, isMore: false });
  active.take(run("r1", "s", "a-13"));
  expect(active.counts).toMatchObject({ running: 0, queued: 1, isMore: false });
});

test("what came while the snapshot was made is not lost, and what is in it is not told twice", () => {
  const active = new ActiveRuns();
  active.take(run("r2", "r", "a-11"));
  active.take(run("r1", "s", "a-9"));
  active.begin(snapshot);
  expect(active.counts).toMatchObject({ running: 1, queued: 1, isMore: false });
});

test("each DAG has its own, and one in which nothing goes on has none", () => {
  const active = new ActiveRuns();
  active.begin(snapshot);
  active.take({ event: "run", seq: "a-11", data: { d: "mart", r: "r1", s: "r" } });
  active.take(run("r1", "s", "a-12"));
  expect([...active.counts.dags]).toEqual([["mart", { running: 1, queued: 0 }]]);
});
