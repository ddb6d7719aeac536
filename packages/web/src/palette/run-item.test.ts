import { expect, test } from "vitest";
import { offered } from "./items.ts";
import { runItem } from "./run-item.ts";

const TOKYO = { zone: "Asia/Tokyo", hours: "24" } as const;
const found = (id: string) => ({
  id,
  dagId: "nightly",
  runAfter: "2026-03-09T18:00:00Z",
  href: "/dags/nightly/runs/x",
});

test("a run that nobody named is called by its DAG and its moment, where the reader is", () => {
  const { title, detail } = runItem(found("scheduled__2026-03-09T18:00:00+00:00"), TOKYO);
  expect([title, detail]).toEqual(["nightly · 2026-03-10 03:00 JST", "scheduled__2026-03-09T18:00:00+00:00"]);
  const { title: seconds } = runItem(found("manual__2026-03-09T18:00:07.25Z"), { ...TOKYO, hours: "12" });
  expect(seconds).toBe("nightly · 2026-03-10 3:00:07 AM JST");
});

test("a run with a name keeps it, and is found by the day that it was due", () => {
  const item = runItem(found("month_end"), TOKYO);
  expect(item.title).toBe("nightly · month_end");
  for (const typed of ["nightly 03-10", "3-10", "2026-03-10 month"])
    expect(offered([item], typed).flatMap(({ items }) => items)).toEqual([item]);
});
