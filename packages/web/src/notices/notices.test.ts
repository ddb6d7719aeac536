import type { LiveEvent } from "@momiji/client";
import { expect, test } from "vitest";
import { failedRun, noticeOf } from "./notices.ts";

const END = "2026-11-22T03:12:05Z";
const NOW = Date.parse(END) + 1000;
const event = (data: object): LiveEvent =>
  ({ event: "run", data: { d: "etl", r: "r 1", s: "f", end: END, ...data } }) as LiveEvent;

test("a run that has just failed is news; one that succeeded, or failed long ago, is not", () => {
  expect(failedRun(event({}), NOW)).toEqual({ dagId: "etl", runId: "r 1" });
  expect(failedRun(event({ s: "s" }), NOW)).toBeNull();
  expect(failedRun(event({}), NOW + 120_000)).toBeNull();
  expect(failedRun({ ...event({}), event: "ti" }, NOW)).toBeNull();
});

test("one failed run leads to its page, several to home, and a run is counted once", () => {
  const run = { dagId: "etl", runId: "r 1" };
  expect(noticeOf([run, run], () => true)).toMatchObject({ runs: 1, runId: "r 1", path: "/dags/etl/runs/r%201" });
  const both = noticeOf([run, { dagId: "mart", runId: "r" }], () => true);
  expect(both).toMatchObject({ runs: 2, runId: null, path: "/", dagIds: ["etl", "mart"] });
});

test("of DAGs that are not the reader's nobody is told", () => {
  expect(noticeOf([{ dagId: "etl", runId: "r" }], () => false)).toBeNull();
});
