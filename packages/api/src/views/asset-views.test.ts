import { type AssetCondition, type AssetQueue, MINUTE, parseInstant } from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import { expect, test } from "vitest";
import { usualGap, waitingOf } from "./asset-views.ts";

const A = { kind: "asset", name: "a", uri: "s3://a" } as const;
const B = { kind: "asset", name: "b", uri: "s3://b" } as const;
const X = { kind: "alias", name: "x" } as const;
const NOON = parseInstant("2026-03-10T12:00:00Z");

function dag(condition: AssetCondition, isPaused = false): DagRecord {
  return { spec: { schedule: { kind: "assets", condition } }, isPaused } as unknown as DagRecord;
}

const queue = (...assets: readonly (typeof A | typeof B)[]): AssetQueue => ({
  queued: assets.map((asset) => ({ asset, queuedAt: NOON })),
  aliases: { x: [B] },
  throughEventId: 1,
});

test("an asset usually changes after the time that lies in the middle", () => {
  const at = [100, 90, 60, 50].map((minutes) => minutes * MINUTE);
  expect([usualGap(at), usualGap(at.slice(2)), usualGap([])]).toEqual([600_000, null, null]);
});

test("the last asset that a DAG waits for starts it, any other lets it wait for the rest", () => {
  const both = dag({ kind: "all", of: [A, B] });
  expect(waitingOf(both, queue(), A)?.onEvent).toEqual({ effect: "waits", waitsFor: ["b"] });
  expect(waitingOf(both, queue(B), A)).toMatchObject({
    wanted: [
      { name: "a", arrived: null },
      { name: "b", arrived: "2026-03-10T12:00:00Z" },
    ],
    onEvent: { effect: "starts", waitsFor: [] },
  });
});

test("an alias has come when one of its assets has, and a paused DAG takes no note", () => {
  expect(waitingOf(dag({ kind: "all", of: [A, X] }), queue(B), A)?.onEvent.effect).toBe("starts");
  expect(waitingOf(dag(A, true), queue(), A)?.onEvent.effect).toBe("paused");
  expect(waitingOf({ spec: { schedule: { kind: "none" } } } as unknown as DagRecord, queue(), A)).toBeNull();
});
