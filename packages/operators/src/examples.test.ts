/** Every example builds, and says of itself what its comment promises. */
import { readdir } from "node:fs/promises";
import { buildGraph, type DagSpec, type Json, validateDagSpec } from "@momiji/core";
import { dagsOf } from "@momiji/sdk";
import { expect, test } from "vitest";

const folder = new URL("../../../examples/", import.meta.url);

async function specsOf(file: string): Promise<DagSpec[]> {
  const namespace = (await import(new URL(file, folder).href)) as { readonly [name: string]: unknown };
  return dagsOf(namespace).map(({ dag, exportName }) => dag.toSpec({ file, exportName }));
}

const files = (await readdir(folder)).filter((name) => name.endsWith(".ts"));
const specs = (await Promise.all(files.map(specsOf))).flat();
const byId = new Map(specs.map((spec) => [spec.dagId, spec]));

test("the examples give these DAGs, and only hello starts by itself", () => {
  expect([...byId.keys()].sort()).toEqual([
    "approval",
    "aws_files",
    "branching",
    "callbacks",
    "daily_at_15_tokyo",
    "daily_preset_tokyo",
    "deferred_operator",
    "docker_job",
    "ecs_hello_world",
    "every_three_minutes",
    "hello",
    "inbox",
    "make_orders",
    "mapped_tasks",
    "node_jobs",
    "nodejs_job",
    "on_failure",
    "open_naha",
    "open_sapporo",
    "open_tokyo",
    "report_orders",
    "sensor_example",
    "settings",
    "setup_teardown",
    "task_groups",
    "typed_pipeline",
  ]);
  expect(specs.filter((spec) => spec.isPausedUponCreation === false).map((spec) => spec.dagId)).toEqual(["hello"]);
});

test.each(specs.map((spec) => [spec.dagId, spec] as const))("%s is a valid DAG", (_dagId, spec) => {
  expect(validateDagSpec(spec as unknown as Json)).toEqual([]);
  expect(() => buildGraph(spec)).not.toThrow();
});

test("the article's job is about the three minutes from 14:04 in Tokyo", () => {
  expect(byId.get("every_three_minutes")).toMatchObject({
    schedule: { kind: "delta-interval", delta: { seconds: 180 } },
    startDate: "2022-09-14T05:04:00Z",
    endDate: "2022-09-14T05:04:00Z",
    catchup: true,
  });
});

test("the tasks hang together as the examples say", () => {
  const upstream = (dagId: string): unknown =>
    Object.fromEntries((byId.get(dagId)?.tasks ?? []).map((task) => [task.taskId, task.upstream]));
  expect(upstream("hello")).toEqual({ name: [], greet: ["name"], date: ["greet"] });
  expect(upstream("on_failure")).toEqual({ work: [], alert: ["work"] });
  expect(upstream("open_naha")).toEqual({ lights: [], till: ["lights"], door: ["till"] });
  expect(upstream("typed_pipeline")).toEqual({
    orders: [],
    "figures.total": ["orders"],
    "figures.customers": ["orders"],
    report: ["figures.customers", "figures.total"],
  });
});
