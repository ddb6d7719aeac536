import { describe, expect, test } from "vitest";
import type { AssetCondition } from "./asset.ts";
import { eventsOfSuccess } from "./asset-event.ts";
import { type AssetQueue, planAssetRun } from "./asset-run.ts";
import type { DagSpec } from "./dag-spec.ts";
import { explainAssets } from "./explain-assets.ts";
import { SECOND } from "./instant.ts";
import { sampleDag, sampleTask, START } from "./sample-run.ts";
import { createTimetable } from "./timetables/create-timetable.ts";

const a = { kind: "asset", name: "a", uri: "s3://a" } as const;
const b = { kind: "asset", name: "b", uri: "s3://b" } as const;
const both: AssetCondition = { kind: "all", of: [a, b] };
const letters = (): string => "abcdEFGH";

function view(
  condition: AssetCondition,
  more: Partial<{ isOff: boolean; unfinishedRuns: number; spec: DagSpec }> = {},
) {
  const spec = more.spec ?? sampleDag([sampleTask("t")], { dagId: "eats", schedule: { kind: "assets", condition } });
  return {
    spec,
    dagVersion: 3,
    timetable: createTimetable(spec.schedule, { startDate: null }),
    isOff: false,
    unfinishedRuns: 0,
    ...more,
  };
}

function queue(...assets: readonly (readonly [{ name: string; uri: string }, number])[]): AssetQueue {
  const queued = assets.map(([{ name, uri }, second]) => ({ asset: { name, uri }, queuedAt: START + second * SECOND }));
  return { queued, aliases: {}, throughEventId: 17 };
}

describe("a run by assets", () => {
  test("is not made where the DAG allows no such runs", () => {
    const spec = (allowedRunTypes: NonNullable<DagSpec["allowedRunTypes"]>) =>
      sampleDag([sampleTask("t")], { schedule: { kind: "assets", condition: a }, allowedRunTypes });
    const planned = (of: DagSpec) => planAssetRun(view(a, { spec: of }), queue([a, 1]), letters);
    expect(planned(spec(["manual", "scheduled"]))).toBeNull();
    expect(planned(spec(["asset_triggered"]))).toMatchObject({ runType: "asset_triggered" });
  });

  test("has no dates, runs after the last asset came, takes up the events so far, and is named with 8 letters", () => {
    expect(planAssetRun(view(both), queue([a, 5], [b, 2]), letters)).toEqual({
      dagId: "eats",
      runId: "asset_triggered__2023-11-14T22:13:25+00:00_abcdEFGH",
      runType: "asset_triggered",
      triggeredBy: "asset",
      logicalDate: null,
      dataIntervalStart: null,
      dataIntervalEnd: null,
      runAfter: START + 5 * SECOND,
      conf: {},
      dagVersion: 3,
      note: null,
      assetEventsThrough: 17,
    });
  });

  test.each([
    ["while an asset is missing", view(both), queue([a, 1])],
    ["while nothing is queued", view(both), queue()],
    ["while the DAG is off", view(both, { isOff: true }), queue([a, 1], [b, 1])],
    ["while as many runs are active as may be", view(both, { unfinishedRuns: 16 }), queue([a, 1], [b, 1])],
    [
      "of a DAG without assets",
      view(both, { spec: sampleDag([sampleTask("t")], { schedule: { kind: "none" } }) }),
      queue([a, 1], [b, 1]),
    ],
  ])("is not made %s", (_, around, queued) => {
    expect(planAssetRun(around, queued, letters)).toBeNull();
  });

  test("is made by an alias once an asset that it was resolved to has changed", () => {
    const around = view({ kind: "alias", name: "x" });
    expect(planAssetRun(around, queue([a, 1]), letters)).toBeNull();
    expect(planAssetRun(around, { ...queue([a, 1]), aliases: { x: [a] } }, letters)).not.toBeNull();
  });
});

describe("what a DAG still waits for", () => {
  const lastEventAt = ({ name }: { name: string }) => (name === "b" ? START : null);
  const textOf = (condition: AssetCondition, queued: AssetQueue) =>
    explainAssets(view(condition).spec, { queue: queued, lastEventAt })?.text;

  test("is told with the last event of each, and what is there", () => {
    expect(textOf(both, queue([a, 1]))).toBe("DAG eats waits for assets: b (last event 2023-11-14T22:13:20Z); has: a");
    expect(textOf({ kind: "any", of: [a, { kind: "all", of: [b, { kind: "alias", name: "x" }] }] }, queue())).toBe(
      "DAG eats waits for assets: a (no event yet) or (b (last event 2023-11-14T22:13:20Z) and any asset of the alias x); has: none",
    );
  });

  test("is nothing once all is there", () => {
    const explained = explainAssets(view(both).spec, { queue: queue([a, 1], [b, 1]), lastEventAt });
    expect(explained).toMatchObject({ waitsFor: null, code: "assets" });
  });

  test("is null for a DAG that waits for time", () => {
    expect(explainAssets(sampleDag([]), { queue: queue(), lastEventAt })).toBeNull();
  });
});

describe("the events of a success", () => {
  const spec = sampleDag([], { assets: [{ name: "a", uri: "s3://a", group: "lake" }] });
  const task = sampleTask("t", [], { outlets: [a, b, { kind: "alias", name: "x" }] });

  test("are one for each asset among the outlets, with what the code said of it merged", () => {
    const written = [
      { asset: a, extra: { rows: 1, by: "hand" } },
      { asset: a, extra: { rows: 2 } },
      { asset: { name: "other", uri: "other" }, extra: {} },
    ];
    expect(eventsOfSuccess(spec, task, written)).toEqual([
      { asset: { name: "a", uri: "s3://a", group: "lake" }, extra: { rows: 2, by: "hand" }, aliases: [] },
      { asset: { name: "b", uri: "s3://b" }, extra: {}, aliases: [] },
    ]);
  });

  test("are one for each asset and extra that the code named through an alias of the task", () => {
    const made = { name: "day", uri: "s3://day" };
    const events = eventsOfSuccess(spec, sampleTask("t", [], { outlets: [{ kind: "alias", name: "x" }] }), [
      { asset: made, alias: "x", extra: { n: 1 } },
      { asset: made, alias: "x", extra: { n: 1 } },
      { asset: made, alias: "x", extra: { n: 2 } },
      { asset: made, alias: "not of this task", extra: {} },
    ]);
    expect(events).toEqual([
      { asset: made, extra: { n: 1 }, aliases: ["x"] },
      { asset: made, extra: { n: 2 }, aliases: ["x"] },
    ]);
  });

  test("are none for a task without outlets", () => {
    expect(eventsOfSuccess(spec, sampleTask("t"), [{ asset: a, extra: {} }])).toEqual([]);
  });
});
