import { expect, test } from "vitest";
import { all, any, asset, assetAlias } from "./make-asset.ts";
import { watcher } from "./asset-watcher.ts";
import { dag } from "./dag.ts";
import { defineAsset } from "./define-asset.ts";
import { dagsOf } from "./dag-object.ts";
import { assetOrTime, type ScheduleInput } from "./schedule.ts";

const a = asset({ name: "a", uri: "s3://bucket/a" });
const b = asset({ name: "b", uri: "s3://bucket/b" });
const A = { kind: "asset", name: "a", uri: "s3://bucket/a" };
const B = { kind: "asset", name: "b", uri: "s3://bucket/b" };

const specOf = (schedule: ScheduleInput) =>
  dag({ id: "d", schedule, startDate: "2026-01-01T00:00Z" }, () => undefined).toSpec({ file: "d.ts" });

test.each([
  ["s3://bucket/orders.csv", "s3://bucket/orders.csv"],
  ["S3://Bucket/orders/", "s3://Bucket/orders"],
  ["s3://bucket", "s3://bucket/"],
  ["https://user:secret@example.com/a", "https://example.com/a"],
  ["https://example.com/a?b=2&a=1#part", "https://example.com/a?a=1&b=2"],
  ["file:///tmp/x", "file:///tmp/x"],
  ["x-mine://Any thing/", "x-mine://Any thing/"],
  ["users", "users"],
  ["注文", "注文"],
])("the uri %s is kept as %s", (given, kept) => {
  expect(asset({ name: "n", uri: given }).uri).toBe(kept);
});

test("a text alone is name and uri; its name stays as it was written", () => {
  expect(asset("s3://bucket/a/")).toMatchObject({ name: "s3://bucket/a/", uri: "s3://bucket/a", group: "asset" });
});

test.each([
  ["airflow://x", /reserved/],
  ["", /must not be empty/],
  ["  ", /must not be empty/],
  ["self", /must not be named/],
  ["s3://bucket/日本", /only ASCII/],
  [`s3://${"x".repeat(1500)}`, /1505 characters; 1500/],
])("%s is refused", (text, message) => {
  expect(() => asset(text)).toThrow(message);
});

test.each([
  ["one asset", a, A],
  ["a list: all of them", [a, b], { kind: "all", of: [A, B] }],
  ["a list of one", [a], A],
  [
    "an expression",
    all(a, any(b, assetAlias("x"))),
    { kind: "all", of: [A, { kind: "any", of: [B, { kind: "alias", name: "x" }] }] },
  ],
])("a schedule may be %s", (_, schedule, condition) => {
  expect(specOf(schedule).schedule).toEqual({ kind: "assets", condition });
});

test("assetOrTime has both; its time must be one", () => {
  expect(specOf(assetOrTime("@daily", [a])).schedule).toEqual({
    kind: "asset-or-time",
    condition: A,
    time: { kind: "cron-interval", cron: "@daily", timezone: "UTC" },
  });
  expect(() => specOf(assetOrTime(assetOrTime("@daily", a), a))).toThrow(/a schedule by time/);
});

test("a spec lists every asset of schedule and tasks once, with what is said of it", () => {
  const lake = asset({
    name: "lake",
    group: "g",
    extra: { n: 1 },
    watchers: [watcher({ every: { seconds: 30 }, poll: () => [] })],
  });
  const spec = dag({ id: "d", schedule: lake }, ({ task }) => {
    task("t", { inlets: lake, outlets: [a, assetAlias("x")] }, () => undefined);
  }).toSpec({ file: "d.ts" });
  expect(spec.assets).toEqual([
    { name: "a", uri: "s3://bucket/a" },
    { name: "lake", uri: "lake", group: "g", extra: { n: 1 }, watchers: [{ name: "poll", everySeconds: 30 }] },
  ]);
  expect(spec.tasks[0]).toMatchObject({
    inlets: [{ kind: "asset", name: "lake", uri: "lake" }],
    outlets: [A, { kind: "alias", name: "x" }],
  });
});

test.each([
  [
    "two URIs for one name",
    () => asset({ name: "a", uri: "s3://other" }),
    /two URIs, s3:\/\/bucket\/a and s3:\/\/other\//,
  ],
  ["two descriptions", () => asset({ name: "a", uri: "s3://bucket/a", group: "g" }), /described in two ways/],
])("%s are refused", (_, other, message) => {
  const build = () =>
    dag({ id: "d", schedule: a }, ({ task }) => void task("t", { outlets: other() }, () => undefined));
  expect(build).toThrow(message);
});

test("what is no asset is refused as an outlet", () => {
  const build = () =>
    dag({ id: "d" }, ({ task }) => void task("t", { outlets: "s3://x" as unknown as typeof a }, () => undefined));
  expect(build).toThrow(/task "t", outlets: "s3:\/\/x" is no asset; write asset/);
});

test("defineAsset is a DAG with one task that makes the asset, and the asset to wait for", () => {
  const orders = defineAsset({ name: "orders", uri: "s3://bucket/orders", schedule: "@daily" }, () => 1);
  const [found] = dagsOf({ orders });
  expect(found?.dag.toSpec({ file: "f.ts" })).toMatchObject({
    dagId: "orders",
    schedule: { kind: "cron-interval", cron: "@daily" },
    tasks: [{ taskId: "orders", outlets: [{ kind: "asset", name: "orders", uri: "s3://bucket/orders" }] }],
  });
  expect(specOf(orders).schedule).toMatchObject({ kind: "assets", condition: { name: "orders" } });
});

test("a DAG gives the code of its watchers", () => {
  const poll = watcher({ name: "p", every: { seconds: 5 }, poll: () => [] });
  const watched = asset({ name: "w", watchers: [poll] });
  const built = dag({ id: "d", schedule: watched }, () => undefined);
  expect(built.watcherOf({ name: "w", uri: "w" }, "p")).toBe(poll);
  expect(built.watcherOf({ name: "w", uri: "w" }, "q")).toBeUndefined();
});

test.each([
  [{ poll: () => [] }, /needs every/],
  [{ watch: 3 }, /give it a function/],
  [{ name: "", every: { seconds: 1 }, poll: () => [] }, /must not be empty/],
])("the watcher %j is refused", (input, message) => {
  expect(() => watcher(input as unknown as Parameters<typeof watcher>[0])).toThrow(message);
});
