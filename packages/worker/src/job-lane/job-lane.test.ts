/** What the lane does with operators that behave badly, or that cannot be found. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AttemptOrder, TaskSpec } from "@momiji/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages, orderOf, realClock, startWorker, type TestWorker } from "../worker.testing.ts";

const BUNDLE = `
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineJobOperator, FailTask, JobFailure } from "@momiji/sdk";
const calls = { follow: async () => ({ outcome: { kind: "success" } }), cancel: async () => {} };
const done = (ctx, params, what) => writeFileSync(join(params.folder, ctx.taskId + "." + what), "");

defineJobOperator({
  ...calls,
  name: "refused",
  launch: async () => { throw new JobFailure("the engine refused it", { code: "refused", detail: "quota", exitCode: 9 }); },
  cancel: async (ctx, { params, handle }) => done(ctx, params, "cancelled-" + handle),
  release: async (ctx, { params, outcome }) => done(ctx, params, "released-" + outcome),
  async *preflight() {
    yield { code: "a", title: "the engine is there", verdict: "ok" };
    yield { code: "b", title: "room for it", verdict: "failed", detail: "0 of 4", remedy: "ask for more" };
  },
});
defineJobOperator({
  ...calls,
  name: "notStarted",
  launch: async () => { throw new JobFailure("nobody answers", { code: "unreachable", nothingStarted: true }); },
  cancel: async (ctx, { params }) => done(ctx, params, "cancelled"),
});
defineJobOperator({
  ...calls,
  name: "breaks",
  launch: async () => ({ id: 1 }),
  follow: async () => { throw new FailTask("it cannot be followed"); },
  cancel: async (ctx, { params, handle }) => done(ctx, params, "cancelled-" + handle.id),
});
defineJobOperator({ ...calls, name: "nonsense", launch: async () => ({ id: 1 }), follow: async () => ({ ok: true }) });
defineJobOperator({ ...calls, name: "noHandle", launch: async () => undefined });
defineJobOperator({
  ...calls,
  name: "deadly",
  launch: async () => ({}),
  follow: async () => { process.exit(3); },
  cancel: async (ctx, { params }) => done(ctx, params, "cancelled"),
});
defineJobOperator({
  ...calls,
  name: "steady",
  launch: async () => ({}),
  follow: async (ctx, { params }) => {
    while (!existsSync(join(params.folder, "go"))) await new Promise((resolve) => setTimeout(resolve, 20));
    return { outcome: { kind: "success" }, value: "steady" };
  },
});
let tries = 0;
defineJobOperator({
  ...calls,
  name: "sticky",
  launch: async () => ({ id: 7 }),
  release: async (ctx, { params }) => {
    if (++tries < 2) throw new Error("it is in use");
    done(ctx, params, "released");
  },
});
defineJobOperator({
  ...calls,
  name: "chatty",
  launch: async () => ({}),
  follow: async (ctx) => {
    ctx.maskSecret("hunter22");
    for (let line = 1; line <= 20000; line++) {
      ctx.line({ message: line + " " + "x".repeat(100), source: line % 2 ? "stdout" : "momiji", position: String(line) });
      if (line % 100 === 0) await ctx.drained();
    }
    ctx.say("the password is hunter22");
    return { outcome: { kind: "success" } };
  },
});
`;

let bench: TestWorker;
let folder: string;
let bundle: AttemptOrder["bundle"];

beforeAll(async () => {
  bench = await startWorker();
  folder = join(bench.folder, "marks");
  mkdirSync(folder);
  bundle = { hash: "operators", path: join(bench.folder, "operators.mjs") };
  writeFileSync(bundle.path, BUNDLE);
});
afterAll(() => bench.stop());

function call(operator: string, task: Partial<TaskSpec> = {}): AttemptOrder {
  return orderOf({ operator, lane: "job", params: { folder }, ...task }, { bundle });
}

const mark = ({ task }: AttemptOrder, what: string): boolean => existsSync(join(folder, `${task.taskId}.${what}`));

test("a launch that fails says what is missing; what it may have started is cancelled and removed", async () => {
  const order = call("refused");
  const { outcome } = await bench.outcomeOf(order);
  expect(outcome).toMatchObject({ kind: "failed", code: "refused", message: "the engine refused it", exitCode: 9 });
  expect(outcome).toMatchObject({ detail: "quota\nfailed: room for it; 0 of 4; ask for more" });
  expect(mark(order, "cancelled-null")).toBe(true);
  await bench.worker.stop(0);
  expect(mark(order, "released-cancelled")).toBe(true);
  bench = await startWorker({ folder: bench.folder });
});

test("of a launch that started nothing for certain, nothing is cancelled", async () => {
  const order = call("notStarted");
  expect((await bench.outcomeOf(order)).outcome).toMatchObject({ kind: "failed", code: "unreachable" });
  expect(mark(order, "cancelled")).toBe(false);
});

test("a job that cannot be followed is cancelled before its attempt has failed", async () => {
  const order = call("breaks");
  const { outcome } = await bench.outcomeOf(order);
  expect(outcome).toMatchObject({ kind: "failed", message: "it cannot be followed", retryable: false });
  expect(mark(order, "cancelled-1")).toBe(true);
});

test("nonsense in the place of a handle or an outcome is a failure that names the operator", async () => {
  const { outcome } = await bench.outcomeOf(call("nonsense"));
  expect(outcome).toMatchObject({
    kind: "failed",
    code: "operator",
    message: expect.stringContaining("nonsense gave"),
  });
  expect((await bench.outcomeOf(call("noHandle"))).outcome).toMatchObject({ kind: "failed", code: "xcom" });
});

test("an operator that is not there, in its bundle or its package, fails the task for good and says where it was looked for", async () => {
  const outcomes = [
    call("nobody"),
    call("dockerRun", { provider: "@momiji/nowhere" }),
    call("x", { provider: "node:fs" }),
  ];
  const messages = [];
  for (const order of outcomes) {
    const { outcome } = await bench.outcomeOf(order);
    expect(outcome).toMatchObject({ kind: "failed", code: "operator", retryable: false });
    messages.push("message" in outcome ? outcome.message : "");
  }
  expect(messages[0]).toContain("no defineJobOperator with the name nobody");
  expect(messages[1]).toContain("operator dockerRun is in @momiji/nowhere, which cannot be loaded");
  expect(messages[2]).toContain("node:fs, which cannot be loaded");
});

test("what cannot be removed at once is tried again, and said", async () => {
  const order = call("sticky");
  expect((await bench.outcomeOf(order)).outcome).toEqual({ kind: "success" });
  while (!mark(order, "released")) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(bench.warnings).toContainEqual(
    expect.stringMatching(/could not be removed, and is tried again: it is in use/),
  );
});

test("a flood of lines arrives whole and in order, under no other name than the job's, with secrets hidden", async () => {
  const order = call("chatty");
  expect((await bench.outcomeOf(order)).outcome).toEqual({ kind: "success" });
  const log = await bench.logOf(order);
  const lines = messages(log, "stdout").map((line) => Number.parseInt(line));
  expect(lines).toEqual(Array.from({ length: 20_000 }, (_, at) => at + 1));
  expect(log.at(-1)?.message).toBe("the password is ***");
});

test(
  "one that ends its process again and again fails alone; the others in it go on",
  { timeout: 120_000 },
  async () => {
    // Pauses between two processes are a twentieth.
    const soon = (at: number): number => realClock.now() + Math.ceil((at - realClock.now()) / 20);
    const clock = { ...realClock, setTimer: (at: number, ring: () => void) => realClock.setTimer(soon(at), ring) };
    const own = await startWorker({ clock });
    const [deadly, ...steady] = [call("deadly"), call("steady"), call("steady"), call("steady")] as const;
    for (const order of [...steady, deadly]) own.worker.run(order);
    const { outcome } = await own.finished(deadly.attemptId);
    expect(outcome).toMatchObject({
      kind: "failed",
      code: "job_host_died",
      message: expect.stringContaining("5 times"),
    });
    expect(mark(deadly, "cancelled")).toBe(true);
    writeFileSync(join(folder, "go"), "");
    for (const { attemptId } of steady) {
      const end = await own.finished(attemptId);
      expect(end).toMatchObject({ outcome: { kind: "success" }, xcoms: [{ key: "return_value", value: "steady" }] });
    }
    await own.stop();
  },
);
