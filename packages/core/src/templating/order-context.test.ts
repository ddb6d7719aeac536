import { expect, test } from "vitest";
import { parseInstant } from "../instant.ts";
import type { AttemptOrder } from "../task-protocol.ts";
import { templateContextOf } from "./order-context.ts";
import { renderTemplate } from "./render.ts";

const start = parseInstant("2026-03-07T18:00:00Z");

const order: AttemptOrder = {
  attemptId: "0199c3a4-0000-7000-8000-000000000000",
  run: {
    dagId: "d",
    runId: "r",
    runKey: 1,
    runType: "manual",
    logicalDate: start,
    dataIntervalStart: start,
    dataIntervalEnd: start,
    runAfter: start,
    startDate: start,
    conf: { a: 1 },
    params: { a: 1, b: "x" },
    timezone: "Asia/Tokyo",
    templateStyle: "json",
    tags: ["t"],
    previousSuccess: null,
  },
  task: {
    taskId: "g.t",
    operator: "bash",
    lane: "process",
    upstream: ["u"],
    retry: { retries: 3, delaySeconds: 60 },
  },
  mapIndex: 2,
  tryNumber: 4,
  maxTries: 3,
  bundle: { hash: "h", path: "p" },
  inputs: {},
  firstStartDate: start,
  priority: 1,
};

const context = templateContextOf(order, {
  startDate: start,
  hostname: "host",
  variable: (key) => `variable ${key}`,
  connection: (connectionId) => ({ connectionId, host: "h" }),
  xcom: ({ taskId }) => [`xcom of ${taskId}`],
});

test.each([
  ["{{ dag.dag_id }} {{ dag.timezone }} {{ dag.tags }}", 'd Asia/Tokyo ["t"]'],
  ["{{ task.task_id }} {{ task.retries }} {{ task.retry_delay }} {{ task.upstream_task_ids }}", 'g.t 3 PT1M ["u"]'],
  ["{{ run_id }} {{ ds }} {{ dag_run.conf }} {{ params.b }} {{ dag_run.run_type }}", 'r 2026-03-07 {"a":1} x manual'],
  ["{{ ti.try_number }} {{ ti.map_index }} {{ ti.max_tries }} {{ ti.hostname }}", "4 2 3 host"],
  ["{{ ti.id }} {{ ti.start_date }}", "0199c3a4-0000-7000-8000-000000000000 2026-03-07T18:00:00+00:00"],
  ["{{ var.value.k }} {{ conn.c.host }} {{ ti.xcom_pull('u') }}", "variable k h xcom of u"],
  ["{{ prev_data_interval_start_success }}", "null"],
])("the order of an attempt gives %s", (template, expected) => {
  expect(renderTemplate(template, context, { style: "json" })).toBe(expected);
});
