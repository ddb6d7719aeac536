import { expect, test } from "vitest";
import type { AssetOverview, Producer } from "../assets.ts";
import { whyNotUpdated } from "./why-not-updated.ts";

const LAST = "2026-03-10T12:00:00Z";

const run = (state: "success" | "failed", start: string) => ({ state, start }) as Producer["lastRun"];

function cause(more: Partial<Producer>, last: string | null = LAST) {
  const producer = {
    isActive: true,
    isPaused: false,
    active: { running: 0 },
    lastRun: null,
    next: { why: null },
    ...more,
  };
  const overview = { asset: { last_asset_event: { timestamp: last } }, producers: [producer] };
  return whyNotUpdated(overview as unknown as AssetOverview)[0]?.cause;
}

test("what is wrong comes before what merely takes its time", () => {
  expect(cause({ isActive: false, isPaused: true })).toBe("gone");
  expect(cause({ lastRun: run("failed", LAST), isPaused: true })).toBe("failed");
  expect(cause({ isPaused: true })).toBe("paused");
  expect(cause({ next: { why: { code: "no_schedule" } } as Producer["next"] })).toBe("waits");
  expect(cause({})).toBe("scheduled");
});

test("a run that went well without an event was silent, one with its event was not", () => {
  expect(cause({ lastRun: run("success", "2026-03-10T12:30:00Z") })).toBe("silent");
  expect(cause({ lastRun: run("success", "2026-03-10T11:30:00Z") })).toBe("scheduled");
  expect(cause({ lastRun: run("success", LAST) }, null)).toBe("silent");
});

test("nobody makes it: nobody is named", () => {
  const asset = { last_asset_event: { timestamp: null } } as AssetOverview["asset"];
  expect(whyNotUpdated({ asset, producers: [] })).toEqual([]);
});
