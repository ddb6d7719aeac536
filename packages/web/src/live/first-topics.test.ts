import { expect, test } from "vitest";
import { firstTopics } from "./first-topics.ts";

const around = ["runs", "hitl", "import_errors"];

test.each([
  ["/", ["home"]],
  ["/dags", ["home"]],
  ["/pools", []],
  ["/dags/etl", ["dag:etl"]],
  ["/dags/etl/runs", ["dag:etl"]],
  ["/dags/etl/tasks/load", ["dag:etl"]],
  [
    "/dags/etl/runs/manual__2026-11-23T00%3A00%3A00%2B00%3A00",
    ["dag:etl", "run:etl/manual__2026-11-23T00:00:00+00:00"],
  ],
  ["/dags/e%2Fl/runs/r/tasks/load/mapped/3", ["dag:e/l", "run:e/l/r", "pools"]],
])("%s watches %j", (path, own) => expect(firstTopics(path)).toEqual([...around, ...own]));
