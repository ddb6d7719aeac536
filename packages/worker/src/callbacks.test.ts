/** Callbacks and questions to people, as a worker runs them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AttemptOrder, CallbackOrder, TaskSpec } from "@momiji/core";
import type { CallbackContext } from "@momiji/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callbackLogPath } from "./logs/log-path.ts";
import { readLog } from "./logs/read-log.ts";
import { messages, orderOf, RUN, startWorker, type TestWorker, writeBundle } from "./worker.testing.ts";

const CALLBACK: CallbackOrder = {
  id: "callback-1",
  taskId: "a",
  ordinal: 0,
  delivery: 2,
  facts: {
    event: "on_failure",
    reason: "it broke",
    instance: {
      taskId: "a",
      mapIndex: -1,
      attemptId: "attempt-of-a",
      state: "failed",
      tryNumber: 1,
      maxTries: 0,
      startDate: null,
      endDate: null,
    },
    runState: "running",
    runEndDate: null,
    exception: { message: "it broke", code: "exception", errorName: "MyError" },
  },
};

let bench: TestWorker;
const told: unknown[] = [];

beforeAll(async () => {
  const note = {
    name: "note",
    templateFields: [],
    run: (ctx: unknown, params: unknown) => void told.push([ctx, params]),
  };
  bench = await startWorker({ operators: new Map([["note", note]]) });
});
afterAll(() => bench.stop());

function callbackOrder(task: Partial<TaskSpec>, rest: Partial<AttemptOrder> = {}): AttemptOrder {
  return orderOf({ taskId: "a", ...task }, { callback: CALLBACK, ...rest });
}

async function logOf({ run, task, mapIndex, tryNumber, callback }: AttemptOrder): Promise<string[]> {
  const name = { dagId: run.dagId, runId: run.runId, taskId: task.taskId, mapIndex, tryNumber };
  const about = { taskId: callback?.taskId ?? null, ordinal: 0, event: "on_failure" };
  return messages((await Array.fromAsync(readLog(callbackLogPath(join(bench.folder, "logs"), name, about)))).flat());
}

test("a function of the bundle sees what happened, and its log stands beside the attempt's", async () => {
  const bundle = writeBundle(bench.folder, "{}");
  const text = readFileSync(bundle.path, "utf8").replace(
    "bodyOf:",
    `callbackOf: ({ taskId, event, ordinal }) => taskId + event + ordinal !== "aon_failure0" ? undefined : (ctx) => console.log(
      JSON.stringify([ctx.callbackId, ctx.delivery, ctx.event, ctx.reason, ctx.exception.errorName, ctx.state, ctx.attemptId, ctx.dagId])),
    bodyOf:`,
  );
  writeFileSync(bundle.path, text);
  const order = callbackOrder({ lane: "function", operator: "function" }, { bundle });
  expect((await bench.outcomeOf(order)).outcome).toEqual({ kind: "success" });
  expect(await logOf(order)).toEqual([
    JSON.stringify(["callback-1", 2, "on_failure", "it broke", "MyError", "failed", "attempt-of-a", "dag"]),
  ]);
  const other = callbackOrder(
    { lane: "function", operator: "function" },
    { bundle, callback: { ...CALLBACK, ordinal: 1 } },
  );
  expect((await bench.outcomeOf(other)).outcome).toMatchObject({ kind: "failed", code: "bundle", retryable: false });
});

test("a notifier's texts are templates of the task's context and of what happened", async () => {
  const params = {
    text: "{{ ti.task_id }} of {{ run_id }} is {{ ti.state }}: {{ exception }} ({{ reason }}, {{ event }})",
  };
  await bench.outcomeOf(callbackOrder({ lane: "async", operator: "note", params, templateFields: ["text"] }));
  const [[ctx, rendered]] = told as [[CallbackContext, unknown]];
  expect(rendered).toEqual({ text: `a of ${RUN.runId} is failed: it broke (it broke, on_failure)` });
  expect(ctx.callbackId).toBe("callback-1");
});

test("a command has it in its environment", async () => {
  const order = callbackOrder({
    lane: "process",
    operator: "command",
    params: { command: 'echo "$MOMIJI_CALLBACK_EVENT $MOMIJI_CALLBACK_REASON $MOMIJI_TASK_STATE"' },
  });
  expect((await bench.outcomeOf(order)).outcome).toEqual({ kind: "success" });
  expect(await logOf(order)).toContain("on_failure it broke failed");
});

test("a question is rendered, and then nothing is held for it", async () => {
  const input = { kind: "approval", options: ["Approve", "Reject"], responseTimeoutSeconds: 60 } as const;
  const params = { subject: "May {{ ti.task_id }}?", body: "On {{ ds }}" };
  const order = orderOf({
    taskId: "ask",
    lane: "input",
    operator: "approval",
    input,
    params,
    templateFields: ["subject", "body"],
  });
  const { outcome, at } = await bench.outcomeOf(order);
  expect(outcome).toMatchObject({ kind: "awaiting_input", subject: "May ask?", body: "On 2026-01-01" });
  const waits = outcome.kind === "awaiting_input" ? (outcome.until ?? 0) - at : 0;
  expect(waits).toBeGreaterThan(50_000_000);
  expect(waits).toBeLessThanOrEqual(60_000_000);
});
