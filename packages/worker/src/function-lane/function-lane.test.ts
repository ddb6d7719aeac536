import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMasker, type AttemptOrder, type Json, type TaskSpec } from "@momiji/core";
import { startOf } from "../processes/process-identity.ts";
import { messages, orderOf, RUN, startWorker, type TestWorker, writeBundle } from "../worker.testing.ts";

const TASKS = `{
  add: ({ a, b }) => a + b,
  later: async ({ a }) => a,
  nothing: () => undefined,
  params: (inputs, ctx, params) => [params.who, ctx.params.n, ctx.conf.k],
  facts: (inputs, ctx) => [ctx.dagId, ctx.runId, ctx.taskId, ctx.tryNumber, ctx.maxTries, ctx.mapIndex, ctx.attemptId,
    ctx.logicalDate.toString(), ctx.dataInterval.start.toInstant().toString(), ctx.runAfter.timeZoneId],
  now: (inputs, ctx) => ctx.now().epochMilliseconds,
  speak: (inputs, ctx) => {
    console.log("one"); process.stderr.write("tw"); ctx.log.warning("half", { k: 1 }); process.stderr.write("o\\n");
    console.error("three"); process.stdout.write("no end");
  },
  chatty: () => { for (let n = 0; n < 1000; n++) console.log("123456789"); },
  grandchild: async () => {
    const { spawnSync } = await import("node:child_process");
    spawnSync("bash", ["-c", "echo from outside"], { stdio: "inherit" });
  },
  throws: () => { class MyError extends Error { name = "MyError" } throw new MyError("it broke with hunter2-secret"); },
  hides: (inputs, ctx) => {
    ctx.maskSecret({ list: ["made-up-secret"] }); console.log("it is made-up-secret"); throw new Error("made-up-secret");
  },
  longLine: () => {
    const text = "-".repeat(70_000) + "hunter2-secret" + "-".repeat(70_000);
    for (const [from, to] of [[0, 70_003], [70_003, 70_010], [70_010]]) process.stdout.write(text.slice(from, to));
  },
  throwsText: () => { throw "just text"; },
  rejects: async () => { throw new TypeError("no"); },
  skip: () => { throw Object.assign(new Error("not today"), { [Symbol.for("momiji.task-signal")]: "skip" }); },
  fail: () => { throw Object.assign(new Error("never again"), { name: "FailTask", [Symbol.for("momiji.task-signal")]: "fail" }); },
  later9: () => { throw Object.assign(new Error("quota"), { delaySeconds: 9, [Symbol.for("momiji.task-signal")]: "retry" }); },
  derived: () => { class Base extends Error {} class Derived extends Base { code = "E_BUSY" } throw new Derived("busy"); },
  decides: async () => ({ [Symbol.for("momiji.skip-decision")]: true, skip: ["b", "c"], value: "a" }),
  circular: () => { const a = {}; a.a = a; return a; },
  big: () => "x".repeat(50_000_000),
  fn: () => () => 1,
  push: (inputs, ctx) => { ctx.xcom.push("k", [1]); return 2; },
  pushBig: (inputs, ctx) => ctx.xcom.push("k", "x".repeat(2_000_000)),
  memory: () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); },
  exit: () => process.exit(3),
  killed: async () => { process.kill(process.pid, "SIGKILL"); await new Promise(() => {}); },
  floats: async () => { Promise.reject(new Error("nobody awaited this")); await new Promise(() => {}); },
  polite: async (inputs, ctx) => { console.log("waiting"); await new Promise((r) => ctx.signal.addEventListener("abort", r)); console.log("stopping: " + ctx.signal.reason.message); },
  deaf: (inputs, ctx) => { ctx.log.info("spinning"); for (;;) { ctx.log.debug("."); } },
  daemon: async () => {
    const { spawn } = await import("node:child_process");
    const child = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
    console.log("pid=" + child.pid);
    await new Promise(() => {});
  },
  ask: async (inputs, ctx) => [await ctx.xcom.pull("up"), (await ctx.variables.get("v")) ?? null, (await ctx.connections.get("c")).password,
    await ctx.runs.state("d", "r")],
  refused: async (inputs, ctx) => { try { await ctx.runs.trigger("d", {}); } catch (error) { return [error.message, error.code]; } },
  pid: () => process.pid,
  marker: () => process.env.MOMIJI_ATTEMPT_ID,
  gate: async (inputs, ctx) => { await ctx.variables.get("gate"); return process.pid; },
}`;

let bench: TestWorker;
let bundle: AttemptOrder["bundle"];
let openGate: () => void = () => {};
const gate = new Promise<void>((resolve) => (openGate = resolve));

beforeAll(async () => {
  bench = await startWorker({
    secrets: createMasker(["hunter2-secret"]),
    warmChildren: 2,
    ask: async (_id, question) => {
      if (question.ask === "xcom") return { from: question.taskIds };
      if (question.ask === "connection") return { id: "c", password: "p4ssw0rd" };
      if (question.ask === "run-state") return "running";
      if (question.ask === "variable" && question.key === "gate") await gate;
      if (question.ask === "trigger-dag-run") throw Object.assign(new Error("there is one"), { code: "conflict" });
      return undefined;
    },
  });
  bundle = writeBundle(bench.folder, TASKS);
});
afterAll(() => bench.stop());

function call(taskId: string, rest: Partial<AttemptOrder> = {}, task: Partial<TaskSpec> = {}): AttemptOrder {
  return orderOf({ operator: "function", lane: "function", taskId, ...task }, { bundle, tryNumber: ++tries, ...rest });
}
let tries = 0;

async function valueOf(
  taskId: string,
  rest: Partial<AttemptOrder> = {},
  task: Partial<TaskSpec> = {},
): Promise<Json | undefined> {
  const { outcome, xcoms } = await bench.outcomeOf(call(taskId, rest, task));
  expect(outcome).toEqual({ kind: "success" });
  return xcoms?.[0]?.value;
}

async function failureOf(taskId: string, task: Partial<TaskSpec> = {}): Promise<unknown> {
  return (await bench.outcomeOf(call(taskId, {}, task))).outcome;
}

const containing = (text: string): unknown => expect.stringContaining(text);

describe("what a function decides", () => {
  test("a branch tells which tasks it decided against, and has a return value all the same", async () => {
    const { outcome, xcoms } = await bench.outcomeOf(call("decides"));
    expect(outcome).toEqual({ kind: "success", skipDownstream: ["b", "c"] });
    expect(xcoms).toEqual([{ key: "return_value", value: "a" }]);
  });

  test("an error that names its own delay is a decision about the retry", async () => {
    expect((await bench.outcomeOf(call("later9"))).outcome).toMatchObject({
      kind: "failed",
      retryable: true,
      retry: { action: "retry", delaySeconds: 9, reason: "quota" },
    });
  });

  test("rules of a retry policy know an error by the classes above it and by its code", async () => {
    const rule = { names: ["Base"], codes: ["E_BUSY"], action: "retry", delaySeconds: 5, reason: "busy" } as const;
    const retry = { retries: 1, delaySeconds: 300, policy: { rules: [rule] } };
    const order = call("derived", {}, { retry });
    expect((await bench.outcomeOf(order)).outcome).toMatchObject({
      errorClass: "Derived",
      errorBases: ["Base", "Error"],
      errorCode: "E_BUSY",
      retry: { action: "retry", delaySeconds: 5, reason: "busy" },
    });
    expect(messages(await bench.logOf(order), "momiji")).toContain("retry decision: retry after 5 s, busy");
  });

  test("each field of a returned object is an XCom of its own, and anything else is a failure", async () => {
    const task = { multipleOutputs: true };
    expect((await bench.outcomeOf(call("params", {}, task))).outcome).toMatchObject({ kind: "failed", code: "xcom" });
  });
});

describe("what a function gets and gives", () => {
  test("its inputs and its return value", async () => {
    expect(await valueOf("add", { inputs: { a: 2, b: 3 } })).toBe(5);
    expect(await valueOf("later", { inputs: { a: null } })).toBe(null);
  });

  test("undefined is no value, nor is one that nobody wants", async () => {
    expect(await valueOf("nothing")).toBeUndefined();
    expect(await valueOf("add", { inputs: { a: 1, b: 1 } }, { doXcomPush: false })).toBeUndefined();
  });

  test("rendered params, the run's params and its conf", async () => {
    const run = { ...RUN, params: { n: 3 }, conf: { k: "v" } };
    expect(await valueOf("params", { run }, { params: { who: "me" } })).toEqual(["me", 3, "v"]);
  });

  test("the facts of its run, dates in the DAG's zone", async () => {
    const order = call("facts", { maxTries: 4 });
    const { xcoms } = await bench.outcomeOf(order);
    expect(xcoms?.[0]?.value).toEqual([
      "dag",
      RUN.runId,
      "facts",
      order.tryNumber,
      4,
      -1,
      order.attemptId,
      "2026-01-01T09:00:00+09:00[Asia/Tokyo]",
      "2025-12-31T00:00:00Z",
      "Asia/Tokyo",
    ]);
  });

  test("the time of the engine's clock", async () => {
    const before = Date.now();
    const now = Number(await valueOf("now"));
    expect(now).toBeGreaterThanOrEqual(before - 1);
    expect(now).toBeLessThanOrEqual(Date.now() + 1);
  });

  test("answers to its questions, and passwords that it asked for are masked from then on", async () => {
    expect(await valueOf("ask")).toEqual([{ from: ["up"] }, null, "p4ssw0rd", "running"]);
    expect(await valueOf("refused")).toEqual(["there is one", "conflict"]);
  });

  test("values pushed by name come before the return value", async () => {
    const { xcoms } = await bench.outcomeOf(call("push"));
    expect(xcoms).toEqual([
      { key: "k", value: [1] },
      { key: "return_value", value: 2 },
    ]);
  });

  test("its attempt's id stands in the environment, so that what it starts can be found", async () => {
    const order = call("marker");
    expect((await bench.outcomeOf(order)).xcoms?.[0]?.value).toBe(order.attemptId);
  });
});

describe("what a function says", () => {
  test("console, streams and log stand in one order, each with its source", async () => {
    const order = call("speak");
    await bench.outcomeOf(order);
    expect((await bench.logOf(order)).map(({ seq, source, level, message }) => [seq, source, level, message])).toEqual([
      [1, "stdout", "info", "one"],
      [2, "task", "warning", 'half {"k":1}'],
      [3, "stderr", "info", "two"],
      [4, "stderr", "info", "three"],
      [5, "stdout", "info", "no end"],
    ]);
  });

  test("what is beyond the cap is counted, not kept", async () => {
    const capped = await startWorker({ maxLogBytes: 1_000 });
    const order = call("chatty", { bundle: writeBundle(capped.folder, TASKS) });
    await capped.outcomeOf(order);
    const log = await capped.logOf(order);
    await capped.stop();
    expect(messages(log)).toHaveLength(100);
    expect(messages(log, "momiji")).toEqual([
      expect.stringContaining("output cut after 1000 bytes"),
      "9000 further bytes of output were not kept",
    ]);
  });

  test("what its own children print is caught, too", async () => {
    const order = call("grandchild");
    await bench.outcomeOf(order);
    expect(messages(await bench.logOf(order))).toEqual(["from outside"]);
  });
});

describe("how a function ends", () => {
  test("what a task says is a secret is hidden from then on, in its log and in the words of its failure", async () => {
    const order = call("hides");
    const { outcome } = await bench.outcomeOf(order);
    const log = await bench.logOf(order);
    expect(JSON.stringify([log, outcome])).not.toContain("made-up");
    expect(messages(log)[0]).toBe("it is ***");
  });

  test("a secret is hidden where a line too long was cut", async () => {
    const order = call("longLine");
    await bench.outcomeOf(order);
    expect(messages(await bench.logOf(order)).join("")).toBe(`${"-".repeat(70_000)}***${"-".repeat(70_000)}`);
  });

  test("a thrown error: message, class, stack, secrets masked", async () => {
    expect(await failureOf("throws")).toMatchObject({
      kind: "failed",
      code: "exception",
      message: "it broke with ***",
      errorName: "MyError",
      retryable: true,
      detail: containing("it broke with ***"),
    });
  });

  test("anything may be thrown", async () => {
    expect(await failureOf("throwsText")).toMatchObject({ code: "exception", message: "it threw 'just text'" });
    expect(await failureOf("rejects")).toMatchObject({ code: "exception", errorName: "TypeError" });
  });

  test("SkipTask skips, FailTask fails without retry", async () => {
    expect(await failureOf("skip")).toEqual({ kind: "skipped", message: "not today" });
    expect(await failureOf("fail")).toMatchObject({ code: "exception", retryable: false, errorName: "FailTask" });
  });

  test("a value that is no JSON, or too large, is a failure in words", async () => {
    expect(await failureOf("circular")).toMatchObject({ code: "xcom", message: containing("no JSON") });
    expect(await failureOf("fn")).toMatchObject({ code: "xcom", message: containing("a function is no JSON") });
    expect(await failureOf("big")).toMatchObject({
      code: "xcom",
      message: expect.stringMatching(/47\.7 MiB.*1 MiB/) as unknown,
    });
    expect(await failureOf("pushBig")).toMatchObject({ code: "xcom", message: containing('pushed as "k"') });
  });

  test("a function that needs too much memory fails with the limit, and others go on", async () => {
    expect(await failureOf("memory", { memoryLimitMiB: 48 })).toMatchObject({
      code: "memory",
      message: containing("48 MiB"),
    });
    expect(await valueOf("add", { inputs: { a: 1, b: 1 } })).toBe(2);
  });

  test("a function that takes its process along fails with how it died", async () => {
    expect(await failureOf("exit")).toMatchObject({
      code: "child_died",
      message: containing("exit code 3"),
      exitCode: 3,
    });
    expect(await failureOf("killed")).toMatchObject({ code: "child_died", message: containing("SIGKILL") });
  });

  test("a rejection that nobody awaits fails the attempt", async () => {
    expect(await failureOf("floats")).toMatchObject({ code: "exception", message: "nobody awaited this" });
  });

  test("a task that its bundle does not have, and a bundle that cannot be loaded", async () => {
    expect(await failureOf("absent")).toMatchObject({
      code: "bundle",
      retryable: false,
      message: containing("absent"),
    });
    const order = call("add", { bundle: { hash: "broken", path: "/no/such/bundle.mjs" } });
    expect((await bench.outcomeOf(order)).outcome).toMatchObject({ code: "bundle" });
  });
});

describe("ending a function", () => {
  test("a cancelled one hears it by its signal, with the reason", async () => {
    const order = call("polite");
    bench.worker.run(order);
    await bench.started(order.attemptId);
    bench.worker.cancel(order.attemptId, "by hand");
    expect((await bench.finished(order.attemptId)).outcome).toEqual({ kind: "cancelled", message: "by hand" });
    expect(messages(await bench.logOf(order)).at(-1)).toBe("stopping: by hand");
  });

  test("one that never lets go of its process is killed at its time-out", async () => {
    const outcome = await failureOf("deaf", { executionTimeoutSeconds: 0.1 });
    expect(outcome).toMatchObject({ kind: "failed", code: "timeout" });
  });

  test.runIf(process.platform === "linux")("what it started is ended with it", async () => {
    const order = call("daemon", {}, { executionTimeoutSeconds: 0.3 });
    expect((await bench.outcomeOf(order)).outcome).toMatchObject({ code: "timeout" });
    const pid = Number(messages(await bench.logOf(order))[0]?.slice("pid=".length));
    expect([pid > 0, startOf(pid)]).toEqual([true, null]);
  });

  test("one that waits for a child is just not run", async () => {
    const holders = [call("gate"), call("gate")];
    const waiting = call("add");
    for (const order of [...holders, waiting]) bench.worker.run(order);
    bench.worker.cancel(waiting.attemptId, "not needed");
    expect((await bench.finished(waiting.attemptId)).outcome.kind).toBe("cancelled");
    openGate();
    await Promise.all(holders.map((order) => bench.finished(order.attemptId)));
    expect(bench.events.some((event) => event.type === "started" && event.attemptId === waiting.attemptId)).toBe(false);
  });
});
