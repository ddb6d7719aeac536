/** What the functions of authors write into a spec. What the operators do is tested beside each. */
import type { TaskSpec } from "@momiji/core";
import { dag } from "@momiji/sdk";
import { expect, test } from "vitest";
import { bash } from "./bash.ts";
import { email } from "./email.ts";
import { empty } from "./empty.ts";
import { http } from "./http.ts";
import { dateTimeSensor } from "./sensors/date-time.ts";
import { externalTaskSensor } from "./sensors/external-task.ts";
import { fileSensor } from "./sensors/file.ts";
import { httpSensor } from "./sensors/http.ts";
import { timeDeltaSensor } from "./sensors/time-delta.ts";
import { standardOperators } from "./standard-operators.ts";
import { triggerDagRun } from "./trigger-dag-run.ts";

const place = (build: () => unknown): TaskSpec => dag({ id: "d" }, build).toSpec({ file: "d.ts" }).tasks[0] as TaskSpec;
const sensor = { pokeIntervalSeconds: 60, timeoutSeconds: 604_800 };

test.each<[string, () => unknown, Partial<TaskSpec>]>([
  [
    "bash",
    () =>
      bash("t", {
        command: "echo {{ ds }}",
        env: { A: "{{ ts }}" },
        appendEnv: true,
        cwd: "/tmp",
        skipOnExitCode: null,
        retries: 1,
      }),
    {
      lane: "process",
      params: { command: "echo {{ ds }}", env: { A: "{{ ts }}" }, appendEnv: true, cwd: "/tmp", skipOnExitCode: null },
      templateFields: ["command", "env", "cwd"],
      retry: { retries: 1, delaySeconds: 300 },
    },
  ],
  ["empty", () => empty("t"), { lane: "empty" }],
  [
    "http",
    () =>
      http("t", {
        url: "http://x/{{ ds }}",
        json: { a: 1 },
        expectedStatus: [200, 404],
        requestTimeout: { seconds: 5 },
      }),
    {
      params: { url: "http://x/{{ ds }}", json: { a: 1 }, expectedStatus: [200, 404], requestTimeoutSeconds: 5 },
      templateFields: ["url", "json"],
    },
  ],
  [
    "email",
    () => email("t", { to: ["a@x"], subject: "{{ ds }}", text: "hi" }),
    { params: { to: ["a@x"], subject: "{{ ds }}", text: "hi" }, templateFields: ["to", "subject", "text"] },
  ],
  [
    "triggerDagRun",
    () =>
      triggerDagRun("t", { dagId: "other", conf: { a: "{{ ds }}" }, logicalDate: null, pokeInterval: { seconds: 5 } }),
    {
      params: { dagId: "other", conf: { a: "{{ ds }}" }, logicalDate: null },
      templateFields: ["dagId", "conf", "logicalDate"],
      sensor: { ...sensor, pokeIntervalSeconds: 5 },
    },
  ],
  ["timeDeltaSensor", () => timeDeltaSensor("t", { delta: { hours: 1 } }), { params: { deltaSeconds: 3600 }, sensor }],
  [
    "dateTimeSensor",
    () => dateTimeSensor("t", { targetTime: Temporal.PlainDateTime.from("2026-01-01T09:00") }),
    { params: { targetTime: "2026-01-01T09:00:00" }, templateFields: ["targetTime"], sensor },
  ],
  [
    "fileSensor",
    () => fileSensor("t", { path: "/data/{{ ds }}.csv", softFail: true }),
    { params: { path: "/data/{{ ds }}.csv" }, templateFields: ["path"], sensor: { ...sensor, softFail: true } },
  ],
  ["httpSensor", () => httpSensor("t", { connection: "api" }), { params: { connection: "api" }, sensor }],
  [
    "externalTaskSensor",
    () =>
      externalTaskSensor("t", { dagId: "other", taskId: "a", executionDelta: { days: 1 }, failedStates: ["failed"] }),
    {
      params: { dagId: "other", taskId: "a", executionDeltaSeconds: 86_400, failedStates: ["failed"] },
      templateFields: ["dagId", "taskId"],
      sensor,
    },
  ],
  [
    "dateTimeSensor",
    () => dateTimeSensor.map("t", { targetTime: ["2026-01-01T00:00Z", "{{ ds }}"] }),
    {
      templateFields: ["targetTime"],
      sensor,
      mapping: {
        kind: "product",
        into: "params",
        over: [{ name: "targetTime", value: { kind: "list", values: ["2026-01-01T00:00Z", "{{ ds }}"] } }],
      },
    },
  ],
  [
    "timeDeltaSensor",
    () => timeDeltaSensor.map("t", { delta: [{ hours: 1 }] }),
    {
      sensor,
      mapping: {
        kind: "product",
        into: "params",
        over: [{ name: "delta", value: { kind: "list", values: [{ hours: 1 }] } }],
      },
    },
  ],
])("%s", (operator, build, expected) => {
  expect(place(build)).toEqual({ taskId: "t", operator, upstream: [], lane: "async", ...expected });
  expect(standardOperators.has(operator)).toBe(!["bash", "empty"].includes(operator));
});

test.each<[string, () => unknown, string]>([
  ["bash without a command", () => bash("t", {} as never), 'DAG "d", task "t": bash needs command'],
  ["http without a place", () => http("t", {}), 'DAG "d", task "t": http needs url'],
  [
    "an option that there is not",
    () => bash("t", { command: "date", comand: "x" } as never),
    'there is no option "comand"',
  ],
  ["a bad duration", () => timeDeltaSensor("t", { delta: 3 as never }), 'DAG "d", task "t", delta: must be a duration'],
  [
    "a state of two meanings",
    () => externalTaskSensor("t", { dagId: "o", failedStates: ["success"] }),
    'DAG "d", task "t": failedStates: success already has another meaning here',
  ],
])("%s is refused", (_what, build, message) => {
  expect(() => place(build)).toThrow(message);
});

test("an external-task sensor learns from the defaults that it fails softly", () => {
  const made = dag({ id: "d", defaults: { softFail: true } }, () => externalTaskSensor("t", { dagId: "o" }));
  expect(made.toSpec({ file: "d.ts" }).tasks[0]?.params).toEqual({ dagId: "o", softFail: true });
});
