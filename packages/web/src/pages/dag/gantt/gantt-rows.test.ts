import { expect, test } from "vitest";
import type { Gantt } from "./gantt-query.ts";
import { ganttRows, lengthOf, readSpan, writeSpan, zoomed } from "./gantt-rows.ts";

type Tries = Gantt["rows"][number]["tries"];
const row = (id: string, m: number, ...tries: Tries) => ({ id, m, state: tries.at(-1)?.[1] ?? null, tries });
const gantt: Gantt = {
  origin: "2026-03-10T12:00:00Z",
  end: null,
  rows: [
    row("load", -1, [1, "failed", 100, 200, 300, 1300], [2, "running", 2000, 2100, 2500, null]),
    row("extract", -1, [1, "success", 0, 0, 50, 90]),
    row("wait", -1, [1, "deferred", 0, 10, 20, null]),
    row("never", -1),
  ],
  median: { load: [300, 1000], extract: [10, 40] },
  critical: ["extract", "load"],
};
const rank = ["extract", "load", "wait", "never"];
const how = {
  order: "graph",
  rankOf: (id: string) => rank.indexOf(id),
  now: 5000,
  unfolded: new Set<string>(),
} as const;

test("each attempt waits, is queued and runs; what has not ended goes on until now", () => {
  const load = ganttRows(gantt, how)[1];
  expect(load?.bars.map(({ kind, from, to, tryNumber }) => [kind, from, to, tryNumber])).toEqual([
    ["waiting", 100, 200, 1],
    ["queued", 200, 300, 1],
    ["running", 300, 1300, 1],
    ["waiting", 2000, 2100, 2],
    ["queued", 2100, 2500, 2],
    ["running", 2500, 5000, 2],
  ]);
  expect(load).toMatchObject({ start: 300, millis: 4700, usual: [300, 1000], isLate: false, isCritical: true });
  expect(ganttRows(gantt, how)[2]?.bars.at(-1)?.kind).toBe("deferred");
});

test.each([
  ["graph", ["extract", "load", "wait", "never"]],
  ["start", ["wait", "extract", "load", "never"]],
  ["duration", ["wait", "load", "extract", "never"]],
] as const)("by %s", (order, ids) => {
  expect(ganttRows(gantt, { ...how, order }).map(({ id }) => id)).toEqual(ids);
});

test("many instances are one row, below which they are unfolded", () => {
  const rows = Array.from({ length: 60 }, (_, m) =>
    row("many", m, [1, m === 7 ? "failed" : "success", 0, 0, m, m + 100]),
  );
  const many = { ...gantt, rows };
  expect(ganttRows(many, how)).toMatchObject([
    { all: { count: 60, isUnfolded: false }, state: "failed", start: 0, millis: 159 },
  ]);
  const unfolded = ganttRows(many, { ...how, unfolded: new Set(["many"]) });
  expect(unfolded).toHaveLength(61);
  expect(unfolded.slice(0, 2)).toMatchObject([
    { all: { count: 60, isUnfolded: true }, mapIndex: -1 },
    { all: null, mapIndex: 0 },
  ]);
});

test("what is shown goes into the address and comes back", () => {
  const whole = { from: 0, to: 5000 };
  expect(readSpan(writeSpan({ from: 1200.4, to: 3000 }, whole), whole)).toEqual({ from: 1200, to: 3000 });
  expect(writeSpan({ from: -3, to: 9000 }, whole)).toBeUndefined();
  expect([readSpan("nonsense", whole), readSpan("30-30", whole)]).toEqual([whole, whole]);
  expect(zoomed({ from: 0, to: 100 }, 50, 0.5)).toEqual({ from: 25, to: 75 });
  expect(lengthOf(ganttRows(gantt, how))).toBe(5000);
});
