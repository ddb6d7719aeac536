import { afterEach, describe, expect, test } from "vitest";
import { type AttemptOrder, MILLISECOND, SECOND, type TaskSpec } from "@momiji/core";
import { HandClock } from "../hand-clock.testing.ts";
import { startOf } from "../processes/process-identity.ts";
import {
  orderOf,
  realClock,
  RUN,
  startWorker,
  type TestOptions,
  type TestWorker,
  writeBundle,
} from "../worker.testing.ts";

const TASKS = `{
  pid: () => process.pid,
  run: (inputs, ctx) => ctx.runId,
  gate: async (inputs, ctx) => { await ctx.variables.get("gate"); return process.pid; },
  end: ({ how }) => {
    if (how === "exit") process.exit(1);
    if (how === "float") void Promise.reject(new Error("nobody awaited this"));
    return process.pid;
  },
}`;

let bench: TestWorker;
let clock: HandClock;
let gate: PromiseWithResolvers<void>;
afterEach(() => bench.stop());

async function start(options: TestOptions): Promise<void> {
  clock = new HandClock();
  gate = Promise.withResolvers<void>();
  bench = await startWorker({ clock, ask: () => gate.promise.then(() => undefined), ...options });
}

function newBundle(): AttemptOrder["bundle"] {
  return writeBundle(bench.folder, TASKS);
}

function call(
  taskId: "pid" | "run" | "gate" | "end",
  bundle: AttemptOrder["bundle"],
  rest: Partial<AttemptOrder> & { memoryLimitMiB?: number } = {},
): AttemptOrder {
  const { memoryLimitMiB, ...order } = rest;
  const task: Partial<TaskSpec> = {
    lane: "function",
    operator: "function",
    taskId,
    ...(memoryLimitMiB === undefined ? {} : { memoryLimitMiB }),
  };
  return orderOf(task, { bundle, ...order });
}

async function pidOf(order: AttemptOrder): Promise<number> {
  return Number((await bench.outcomeOf(order)).xcoms?.[0]?.value);
}

async function gone(pid: number): Promise<void> {
  while (startOf(pid) !== null) await new Promise<void>((resolve) => setImmediate(resolve));
}

describe("children for functions", () => {
  test("a bundle goes to the child that has loaded it", async () => {
    await start({ warmChildren: 2 });
    const [a, b] = [newBundle(), newBundle()];
    const held = [call("gate", a), call("gate", b)] as const;
    for (const order of held) bench.worker.run(order);
    const [pidA, pidB] = await Promise.all(held.map(async (order) => (await bench.started(order.attemptId)).pid));
    gate.resolve();
    await Promise.all(held.map((order) => bench.finished(order.attemptId)));
    expect(pidA).not.toBe(pidB);
    expect([await pidOf(call("pid", b)), await pidOf(call("pid", a)), await pidOf(call("pid", b))]).toEqual([
      pidB,
      pidA,
      pidB,
    ]);
  });

  test("beyond one for each core, another starts only while a call waits long", async () => {
    await start({ warmChildren: 1 });
    const bundle = newBundle();
    const [first, second] = [call("gate", bundle), call("gate", bundle)];
    bench.worker.run(first);
    await bench.started(first.attemptId);
    bench.worker.run(second);
    await clock.advance(99 * MILLISECOND);
    expect(bench.events.filter((event) => event.type === "started")).toHaveLength(1);
    await clock.advance(2 * MILLISECOND);
    await bench.started(second.attemptId);
    gate.resolve();
    await Promise.all([first, second].map((order) => bench.finished(order.attemptId)));
  });

  test("there are never more than the limit; who matters most goes first", async () => {
    await start({ warmChildren: 1, maxChildren: 1 });
    const bundle = newBundle();
    const first = call("gate", bundle);
    bench.worker.run(first);
    await bench.started(first.attemptId);
    const waiting = [1, 9, 5].map((priority) => call("pid", bundle, { priority }));
    for (const order of waiting) bench.worker.run(order);
    await clock.advance(SECOND);
    gate.resolve();
    await Promise.all(waiting.map((order) => bench.finished(order.attemptId)));
    const started = bench.events.filter((event) => event.type === "started").map((event) => event.attemptId);
    expect(started).toEqual([first, waiting[1], waiting[2], waiting[0]].map((order) => order?.attemptId));
  });

  test("those that are idle for a minute end, all but one", async () => {
    await start({ warmChildren: 2 });
    const bundle = newBundle();
    const held = [call("gate", bundle), call("gate", bundle)];
    for (const order of held) bench.worker.run(order);
    const pids = await Promise.all(held.map(async (order) => (await bench.started(order.attemptId)).pid ?? 0));
    gate.resolve();
    await Promise.all(held.map((order) => bench.finished(order.attemptId)));
    const stays = await pidOf(call("pid", bundle));
    await clock.advance(59 * SECOND);
    expect(pids.every((pid) => startOf(pid) !== null)).toBe(true);
    await clock.advance(2 * SECOND);
    await gone(pids.find((pid) => pid !== stays) ?? 0);
    await clock.advance(600 * SECOND);
    expect(await pidOf(call("pid", bundle))).toBe(stays);
  });

  test("a child that has loaded as many bundles as it may is replaced", async () => {
    await start({ warmChildren: 1, bundlesPerChild: 2 });
    const [a, b, c] = [newBundle(), newBundle(), newBundle()];
    const first = await pidOf(call("pid", a));
    expect(await pidOf(call("pid", b))).toBe(first);
    expect(await pidOf(call("pid", a))).toBe(first);
    expect(await pidOf(call("pid", c))).not.toBe(first);
    await gone(first);
  });

  test("a task with a memory limit of its own gets a child of its own, for which an idle one makes room", async () => {
    await start({ warmChildren: 1, maxChildren: 1 });
    const bundle = newBundle();
    const first = await pidOf(call("pid", bundle));
    const order = call("pid", bundle, { memoryLimitMiB: 64 });
    bench.worker.run(order);
    await clock.advance(101 * MILLISECOND);
    const second = Number((await bench.finished(order.attemptId)).xcoms?.[0]?.value);
    await gone(first);
    expect(second).not.toBe(first);
  });

  test("a child that cannot start fails the call instead of being started for ever", async () => {
    await start({ childEnv: { ...process.env, NODE_OPTIONS: "--no-such-option" } });
    const { outcome } = await bench.outcomeOf(call("pid", newBundle()));
    expect(outcome).toMatchObject({
      code: "child_died",
      message: expect.stringContaining("no-such-option") as unknown,
    });
  });
});

describe("calls that were given ahead, behind one that", () => {
  /** One child, which has learnt that all of these calls are short. */
  async function startLearned(bundle: () => AttemptOrder["bundle"], maxChildren = 1): Promise<AttemptOrder["bundle"]> {
    await start({ warmChildren: 1, maxChildren, clock: realClock });
    const learned = bundle();
    gate.resolve();
    for (const taskId of ["pid", "run", "gate", "end"] as const) {
      for (let round = 0; round < 3; round++) await bench.outcomeOf(call(taskId, learned));
    }
    gate = Promise.withResolvers<void>();
    return learned;
  }

  async function runBehind(first: AttemptOrder, bundle: AttemptOrder["bundle"]): Promise<AttemptOrder[]> {
    const behind = [1, 2, 3].map(() => call("pid", bundle));
    for (const order of [first, ...behind]) bench.worker.run(order);
    await bench.started(first.attemptId);
    return behind;
  }

  async function expectSuccess(orders: readonly AttemptOrder[]): Promise<void> {
    for (const { attemptId } of orders) {
      expect((await bench.finished(attemptId)).outcome).toEqual({ kind: "success" });
      expect(bench.events.filter((event) => event.type === "finished" && event.attemptId === attemptId)).toHaveLength(
        1,
      );
    }
  }

  test("is cancelled run all the same", async () => {
    const bundle = await startLearned(newBundle);
    const first = call("gate", bundle);
    const behind = await runBehind(first, bundle);
    bench.worker.cancel(first.attemptId, "enough");
    expect((await bench.finished(first.attemptId)).outcome.kind).toBe("cancelled");
    await expectSuccess(behind);
  });

  test("takes long against all expectation run in another", async () => {
    const bundle = await startLearned(newBundle, 2);
    const first = call("gate", bundle);
    await expectSuccess(await runBehind(first, bundle));
    expect(bench.events.some((event) => event.type === "finished" && event.attemptId === first.attemptId)).toBe(false);
    gate.resolve();
    await expectSuccess([first]);
  });

  test("takes long and were given back leave nothing of their run to the calls after them", async () => {
    const bundle = await startLearned(newBundle, 2);
    const run = { ...RUN, runId: "another" };
    const runCall = (): AttemptOrder => call("run", bundle, { run });
    const first = call("gate", bundle);
    const behind = [runCall(), runCall()];
    for (const order of [first, ...behind]) bench.worker.run(order);
    await expectSuccess(behind);
    gate.resolve();
    await expectSuccess([first]);
    const after = Array.from({ length: 8 }, runCall);
    for (const order of after) bench.worker.run(order);
    const seen = await Promise.all(after.map(({ attemptId }) => bench.finished(attemptId)));
    expect(seen.map(({ xcoms }) => xcoms?.[0]?.value)).toEqual(after.map(() => "another"));
  });

  test("has ended when its cancelling arrives are left in peace", async () => {
    const bundle = await startLearned(newBundle);
    const first = call("pid", bundle);
    const behind = await runBehind(first, bundle);
    bench.worker.cancel(first.attemptId, "too late for the child");
    expect((await bench.finished(first.attemptId)).outcome.kind).toBe("cancelled");
    await expectSuccess(behind);
  });

  test.each(["exit", "float"])("takes its process along (%s) run in the next one", async (how) => {
    const bundle = await startLearned(newBundle);
    const first = call("end", bundle, { inputs: { how } });
    const behind = await runBehind(first, bundle);
    const { outcome } = await bench.finished(first.attemptId);
    await expectSuccess(behind);
    expect(outcome.kind).toBe(how === "exit" ? "failed" : "success");
  });
});
