import { afterAll, beforeAll, expect, test } from "vitest";
import type { AttemptOrder, TaskQuestion, TaskSpec } from "@momiji/core";
import { orderOf, RUN, startWorker, type TestWorker, writeBundle } from "./worker.testing.ts";

const A = { kind: "asset", name: "a", uri: "s3://a" } as const;
const EVENT = { id: 7, asset: { name: "a", uri: "s3://a" }, at: RUN.runAfter, extra: { rows: 3 }, source: null };
const OUTLETS = [A, { kind: "alias", name: "x" }] as const;

const TASKS = `(() => {
  const brand = Symbol.for("momiji.asset");
  const a = { [brand]: "asset", name: "a", uri: "s3://a", group: "asset", extra: {} };
  const day = { [brand]: "asset", name: "day", uri: "s3://day", group: "lake", extra: {} };
  const x = { [brand]: "alias", name: "x" };
  return {
    tell: (inputs, ctx) => {
      ctx.outletEvents(a).add({ extra: { rows: 7 } });
      ctx.outletEvents(x).add(day, { extra: { n: 1 } });
    },
    fail: (inputs, ctx) => { ctx.outletEvents(a).add({ extra: {} }); throw new Error("no"); },
    unknown: (inputs, ctx) => ctx.outletEvents(day).add({ extra: {} }),
    large: (inputs, ctx) => ctx.outletEvents(a).add({ extra: { text: "x".repeat(2_000_000) } }),
    read: async (inputs, ctx) => {
      const events = await ctx.inletEvents(a, { after: ctx.now(), latest: 5 });
      return [...events, ...ctx.triggeringAssetEvents].map((each) => [each.extra.rows, each.timestamp.toString()]);
    },
    poke: { poke: (ctx) => { ctx.outletEvents(a).add({ extra: { poked: true } }); return true; } },
  };
})()`;

let bench: TestWorker;
let bundle: AttemptOrder["bundle"];
const asked: TaskQuestion[] = [];

beforeAll(async () => {
  bench = await startWorker({
    ask: async (_id, question) => {
      asked.push(question);
      return question.ask === "asset-events" ? [EVENT] : undefined;
    },
  });
  bundle = writeBundle(bench.folder, TASKS);
});
afterAll(() => bench.stop());

function outcomeOf(taskId: string, task: Partial<TaskSpec> = {}) {
  const run = { ...RUN, runType: "asset_triggered", triggeringAssetEvents: [EVENT] } as const;
  return bench.outcomeOf(
    orderOf({ taskId, operator: "function", lane: "function", outlets: OUTLETS, ...task }, { bundle, run }),
  );
}

test("what a function says of its outlets comes with its success", async () => {
  expect((await outcomeOf("tell")).assetEvents).toEqual([
    { asset: { name: "a", uri: "s3://a" }, extra: { rows: 7 } },
    { asset: { name: "day", uri: "s3://day", group: "lake", extra: {} }, alias: "x", extra: { n: 1 } },
  ]);
});

test("what a sensor says at its last question comes with its success", async () => {
  const sensor = { pokeIntervalSeconds: 60, timeoutSeconds: 60 };
  expect((await outcomeOf("poke", { sensor })).assetEvents).toMatchObject([{ extra: { poked: true } }]);
});

test("a failure tells nothing of assets", async () => {
  const { outcome, assetEvents } = await outcomeOf("fail");
  expect([outcome.kind, assetEvents]).toEqual(["failed", undefined]);
});

test.each([
  ["unknown", /the asset "day" is no outlet of this task/],
  ["large", /extra of asset "a" has more than 1048576 bytes/],
])("%s: is refused in the author's code", async (taskId, message) => {
  expect((await outcomeOf(taskId)).outcome).toMatchObject({ kind: "failed", message: expect.stringMatching(message) });
});

test("a function reads events of assets, and those that started its run", async () => {
  const { xcoms } = await outcomeOf("read");
  const seen = [3, "2026-01-01T00:00:00Z"];
  expect(xcoms?.[0]?.value).toEqual([seen, seen]);
  expect(asked.at(-1)).toMatchObject({ ask: "asset-events", of: A, filter: { latest: 5, after: expect.any(Number) } });
});

test("templates see outlets and the events that started their run", async () => {
  const command =
    "echo '{{ outlets[0].uri }} {{ triggering_asset_events | length }}" +
    "{% for asset, events in triggering_asset_events.items() %} {{ asset.name }} {{ events[0].extra.rows }}{% endfor %}'";
  const order = orderOf(
    { params: { command }, templateFields: ["command"], outlets: OUTLETS },
    { run: { ...RUN, triggeringAssetEvents: [EVENT] } },
  );
  expect((await bench.outcomeOf(order)).xcoms?.[0]?.value).toBe("s3://a 1 a 3");
});
