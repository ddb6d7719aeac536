/** Callbacks, deadlines and questions to people, with the real scheduler and the real store on a virtual clock. */
import { type CallbackSpec, type InputSpec, MINUTE, parseInstant, RETURN_VALUE } from "@momiji/core";
import type { InlineHandler } from "@momiji/executors";
import { allDags, openSqliteStore, type Store, StoreError } from "@momiji/store";
import { describe, expect, test } from "vitest";
import { Engine, type EngineOptions } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const NOW = "2026-03-10T12:00Z";
const TELL: CallbackSpec = { name: "tell", lane: "function" };
const FAILED = { outcome: { kind: "failed", code: "x", message: "broken", retryable: true } } as const;
const SUCCESS = { outcome: { kind: "success" } } as const;

async function trigger(engine: Engine, dagId: string, runId = "r"): Promise<void> {
  const run = {
    dagId,
    runId,
    runType: "manual",
    triggeredBy: "test",
    logicalDate: engine.clock.now(),
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter: engine.clock.now(),
    conf: {},
    dagVersion: 1,
    note: null,
  } as const;
  await engine.store.createRuns([run], engine.clock.now());
  await engine.settled();
}

function calls(engine: Engine): unknown[] {
  return engine.called.map(({ callback, task }) => [task.taskId, callback?.facts.event, callback?.facts.reason]);
}

function memoryStore(): Promise<Store> {
  return openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false });
}

describe("callbacks", () => {
  const everything = { onExecute: [TELL], onSuccess: [TELL], onFailure: [TELL], onRetry: [TELL], onSkipped: [TELL] };

  test("each is called for what it is for, in order, and the run's at its end", async () => {
    let tries = 0;
    const spec = dagSpec(
      "etl",
      {
        a: { callbacks: everything, retry: { retries: 1, delaySeconds: 60 } },
        s: { callbacks: everything, upstream: ["a"] },
        f: { callbacks: everything, upstream: ["s"], triggerRule: "all_done" },
        gone: { callbacks: everything, upstream: ["f"] },
      },
      { callbacks: { onSuccess: [TELL], onFailure: [TELL] } },
    );
    const handlers = new Map<string, InlineHandler>([
      ["a", () => (++tries === 1 ? FAILED : SUCCESS)],
      ["s", () => ({ outcome: { kind: "skipped", message: "nothing to do" } }) as const],
      ["f", () => FAILED],
    ]);
    const engine = await Engine.start({ now: NOW, specs: [spec], handlers });
    await trigger(engine, "etl");
    await engine.advanceTo("2026-03-10T13:00Z");
    expect(calls(engine)).toEqual([
      ["a", "on_execute", "it begins"],
      ["a", "on_retry", "broken"],
      ["a", "on_execute", "it begins"],
      ["a", "on_success", "success"],
      ["s", "on_execute", "it begins"],
      ["s", "on_skipped", "nothing to do"],
      ["f", "on_execute", "it begins"],
      ["f", "on_failure", "broken"],
      ["gone", "on_failure", "task_failure"],
    ]);
    expect(engine.called.at(-1)?.callback).toMatchObject({ taskId: null, facts: { runState: "failed" } });
    expect((await engine.store.listCallbacks({ scope: allDags, states: ["success"] })).length).toBe(9);
  });

  test("one that fails is called again with growing pauses, five times, and changes nothing of the task", async () => {
    const spec = dagSpec("etl", { a: { callbacks: { onSuccess: [TELL] } } });
    const engine = await Engine.start({ now: NOW, specs: [spec], callbacks: FAILED });
    await trigger(engine, "etl");
    await engine.advanceTo("2026-03-10T13:00Z");
    expect(engine.called.map(({ callback }) => callback?.delivery)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(engine.called.map(({ callback }) => callback?.id)).size).toBe(1);
    expect(new Set(engine.called.map(({ attemptId }) => attemptId)).size).toBe(5);
    expect((await engine.store.listCallbacks({ scope: allDags }))[0]).toMatchObject({
      state: "failed",
      deliveries: 5,
      message: "broken",
    });
    expect((await engine.runs("etl"))[0]?.state).toBe("success");
  });

  test("what was decided and not delivered is delivered by the next life", async () => {
    const store = await memoryStore();
    const spec = dagSpec("etl", { a: { callbacks: { onSuccess: [TELL] } } });
    const never = new Promise<typeof SUCCESS>(() => undefined);
    const first = await Engine.start({ now: NOW, specs: [spec], store, callbacks: () => never });
    await trigger(first, "etl");
    expect(first.called).toHaveLength(1);
    await first.stop();
    const second = await Engine.start({ now: "2026-03-10T12:01Z", specs: [spec], store });
    await second.advanceTo("2026-03-10T12:02Z");
    expect(second.called.map(({ callback }) => callback?.id)).toEqual([first.called[0]?.callback?.id]);
    expect((await store.listCallbacks({ scope: allDags }))[0]).toMatchObject({ state: "success", deliveries: 2 });
  });

  test("one that was out is asked for again and again while the store refuses to say what it is about", async () => {
    const store = await memoryStore();
    const spec = dagSpec("etl", { a: { callbacks: { onSuccess: [TELL] } } });
    const never = new Promise<never>(() => undefined);
    const first = await Engine.start({ now: NOW, specs: [spec], store, callbacks: () => never });
    await trigger(first, "etl");
    await first.stop();
    const listRuns = store.listRuns.bind(store);
    let refusals = 3;
    store.listRuns = (filter) =>
      refusals-- > 0 ? Promise.reject(new StoreError("store_full", "listRuns")) : listRuns(filter);
    const second = await Engine.start({ now: "2026-03-10T12:01Z", specs: [spec], store });
    expect(second.called).toHaveLength(0);
    await second.advanceTo("2026-03-10T12:02Z");
    expect(second.called).toHaveLength(1);
    expect((await store.listCallbacks({ scope: allDags }))[0]).toMatchObject({ state: "success" });
  });

  test("a task's e-mail is a notifier, for failures and retries as it says", async () => {
    const spec = dagSpec("etl", {
      a: { email: { to: ["a@b"], onRetry: false }, retry: { retries: 1, delaySeconds: 1 } },
    });
    const engine = await Engine.start({ now: NOW, specs: [spec], handlers: new Map([["a", FAILED]]) });
    await trigger(engine, "etl");
    await engine.advanceTo("2026-03-10T12:01Z");
    expect(
      engine.called.map(({ task, callback }) => [task.operator, task.lane, task.params, callback?.facts.event]),
    ).toEqual([["email_notifier", "async", { to: ["a@b"] }, "on_failure"]]);
  });

  test("an empty task that has callbacks is run all the same", async () => {
    const spec = dagSpec("etl", { a: { lane: "empty", operator: "empty", callbacks: { onSuccess: [TELL] } } });
    const engine = await Engine.start({ now: NOW, specs: [spec] });
    await trigger(engine, "etl");
    expect(calls(engine)).toEqual([["a", "on_success", "success"]]);
  });

  test("a run that times out says so to its callback", async () => {
    const spec = dagSpec("slow", { a: {} }, { dagrunTimeoutSeconds: 60, callbacks: { onFailure: [TELL] } });
    const never = new Promise<typeof SUCCESS>(() => undefined);
    const engine = await Engine.start({ now: NOW, specs: [spec], handlers: new Map([["a", () => never]]) });
    await trigger(engine, "slow");
    await engine.advanceTo("2026-03-10T12:02Z");
    expect(calls(engine)).toEqual([["a", "on_failure", "timed_out"]]);
  });
});

describe("deadlines", () => {
  const deadline = (reference: object, interval: number | { variable: string } = 60) =>
    ({ reference, interval, callbacks: [TELL] }) as never;
  const options = (minutes: number, more: Partial<EngineOptions> = {}): Omit<EngineOptions, "specs"> => {
    const gate = (at: number) => new Promise<typeof SUCCESS>((resolve) => (finish[at] = () => resolve(SUCCESS)));
    return { now: NOW, handlers: new Map([["a", () => gate(minutes)]]), ...more };
  };
  const finish: (() => void)[] = [];

  test("one that passes is told once, also over restarts, and the run goes on", async () => {
    const store = await memoryStore();
    const spec = dagSpec("late", { a: {} }, { deadlines: [deadline({ kind: "queued-at" })] });
    const first = await Engine.start({ ...options(0), specs: [spec], store });
    await trigger(first, "late");
    expect(await store.listDeadlines({ scope: allDags })).toMatchObject([
      { state: "pending", dueAt: parseInstant("2026-03-10T12:01Z") },
    ]);
    await first.advanceTo("2026-03-10T12:00:59Z");
    expect(first.called).toHaveLength(0);
    await first.stop();
    const second = await Engine.start({ ...options(0), now: "2026-03-10T12:00:59.5Z", specs: [spec], store });
    await second.advanceTo("2026-03-10T12:05Z");
    expect(second.called.map(({ callback }) => callback?.facts.event)).toEqual(["on_deadline"]);
    await second.stop();
    const third = await Engine.start({ ...options(0), now: "2026-03-10T12:06Z", specs: [spec], store });
    await third.advanceTo("2026-03-10T12:10Z");
    expect(third.called).toHaveLength(0);
    expect(await store.listDeadlines({ scope: allDags, states: ["missed"] })).toHaveLength(1);
  });

  test("a run that succeeds in time has met it", async () => {
    const spec = dagSpec("good", { a: {} }, { deadlines: [deadline({ kind: "logical-date" })] });
    const engine = await Engine.start({ now: NOW, specs: [spec] });
    await trigger(engine, "good");
    await engine.advanceTo("2026-03-10T12:05Z");
    expect(engine.called).toHaveLength(0);
    expect(await engine.store.listDeadlines({ scope: allDags })).toMatchObject([{ state: "met" }]);
  });

  test("a run that has failed has not succeeded: its deadline passes all the same", async () => {
    const spec = dagSpec("bad", { a: {} }, { deadlines: [deadline({ kind: "queued-at" })] });
    const engine = await Engine.start({ now: NOW, specs: [spec], handlers: new Map([["a", FAILED]]) });
    await trigger(engine, "bad");
    await engine.advanceTo("2026-03-10T12:05Z");
    expect(engine.called.map(({ callback }) => callback?.facts.runState)).toEqual(["failed"]);
  });

  test("fixed dates, averages and variables are found when the run comes", async () => {
    const references = [
      deadline({ kind: "fixed", at: "2026-03-10T15:00:00Z" }, -60),
      deadline({ kind: "average-runtime", maxRuns: 2, minRuns: 1 }),
      deadline({ kind: "queued-at" }, { variable: "limit" }),
      deadline({ kind: "queued-at" }, { variable: "none" }),
    ];
    const spec = dagSpec("all", { a: {} }, { deadlines: references });
    const variables = new Map([["limit", "90"]]);
    const engine = await Engine.start({ now: NOW, specs: [spec], variables });
    await trigger(engine, "all", "first");
    const due = async (runId: string) =>
      (await engine.store.listDeadlines({ scope: allDags, runId }))
        .toSorted((a, b) => a.ordinal - b.ordinal)
        .map(({ dueAt }) => dueAt);
    const now = engine.clock.now();
    expect(await due("first")).toEqual([parseInstant("2026-03-10T14:59Z"), null, now + 1.5 * MINUTE, null]);
    await engine.advanceTo("2026-03-10T12:01Z");
    await trigger(engine, "all", "second");
    expect((await due("second"))[1]).toBe(engine.clock.now() + MINUTE);
  });
});

describe("a task that asks a person", () => {
  const approval: InputSpec = { kind: "approval", options: ["Approve", "Reject"] };
  const asks = (input: InputSpec) =>
    ({ operator: input.kind, lane: "input", input, params: { subject: "May I?" } }) as const;
  const ALICE = { id: "alice", name: "Alice" };

  async function answer(engine: Engine, taskId: string, ...chosenOptions: string[]): Promise<string> {
    const [run] = await engine.runs("ask");
    const at = engine.clock.now();
    const given = { chosenOptions, paramsInput: {}, respondedAt: at, respondedBy: ALICE };
    const result = await engine.store.respond({ runKey: run?.runKey ?? 0, taskId, mapIndex: -1 }, given, {
      now: at,
      events: [],
    });
    await engine.settled();
    return result;
  }

  async function states(engine: Engine): Promise<unknown> {
    const [run] = await engine.runs("ask");
    if (run === undefined) return null;
    const instances = Object.values(await engine.instances(run));
    return Object.fromEntries(instances.map((instance) => [instance?.taskId, instance?.state]));
  }

  async function start(input: InputSpec, more: Partial<EngineOptions> = {}): Promise<Engine> {
    const tasks = {
      ask: asks(input),
      yes: { upstream: ["ask"] },
      no: { upstream: ["ask"] },
      end: { upstream: ["yes"] },
    };
    const engine = await Engine.start({ now: NOW, specs: [dagSpec("ask", tasks)], ...more });
    await trigger(engine, "ask");
    return engine;
  }

  test("waits without slot or process, over a restart, and its answer is its return value", async () => {
    const store = await memoryStore();
    const first = await start(approval, { store, capacity: 1 });
    expect(await states(first)).toEqual({ ask: "awaiting_input", yes: null, no: null, end: null });
    expect(await store.listInputs({ scope: allDags, isAnswered: false })).toMatchObject({
      total: 1,
      details: [{ subject: "May I?" }],
    });
    await first.stop();
    const specs = [(await store.loadVersion("ask", 1))?.spec as never];
    const second = await Engine.start({ now: "2026-03-11T12:00Z", specs, store });
    expect(await answer(second, "ask", "Approve")).toBe("taken");
    expect(await states(second)).toEqual({ ask: "success", yes: "success", no: "success", end: "success" });
    const [run] = await second.runs("ask");
    const key = { runKey: run?.runKey ?? 0, taskId: "ask", mapIndex: -1, key: RETURN_VALUE };
    expect(await store.getXComs([key])).toEqual([
      {
        chosen_options: ["Approve"],
        params_input: {},
        responded_at: "2026-03-11T12:00:00+00:00",
        responded_by_user: ALICE,
        timedout: false,
      },
    ]);
    expect(await store.readInbox(10)).toEqual([]);
    expect(await answer(second, "ask", "Reject")).toBe("answered");
  });

  test("an answer that came while nobody was there is taken up at the start", async () => {
    const store = await memoryStore();
    const first = await start(approval, { store });
    await first.stop();
    expect(await answer(first, "ask", "Approve")).toBe("taken");
    expect(await answer(first, "ask", "Reject")).toBe("answered");
    const second = await Engine.start({
      now: "2026-03-10T12:01Z",
      specs: [(await store.loadVersion("ask", 1))?.spec as never],
      store,
    });
    expect(await states(second)).toMatchObject({ ask: "success", end: "success" });
  });

  test.each([
    [{}, { ask: "success", yes: "skipped", no: "skipped", end: "skipped" }],
    [{ failOnReject: true }, { ask: "failed", yes: "upstream_failed", no: "upstream_failed", end: "upstream_failed" }],
  ])("a rejection under %j", async (more, expected) => {
    const engine = await start({ ...approval, ...more });
    await answer(engine, "ask", "Reject");
    expect(await states(engine)).toEqual(expected);
  });

  test("a branch runs what was chosen and skips the rest", async () => {
    const engine = await start({ kind: "branch", options: ["go", "stop"], branches: { go: ["yes"], stop: ["no"] } });
    await answer(engine, "ask", "go");
    expect(await states(engine)).toEqual({ ask: "success", yes: "success", no: "skipped", end: "success" });
  });

  test("when the time is up the defaults are taken; without defaults it fails", async () => {
    const input = { ...approval, responseTimeoutSeconds: 60 };
    const taken = await start({ ...input, defaults: ["Approve"] });
    await taken.advanceTo("2026-03-10T12:01Z");
    expect(await states(taken)).toMatchObject({ ask: "success", end: "success" });
    expect((await taken.store.listInputs({ scope: allDags })).details[0]?.answer).toMatchObject({ respondedBy: null });
    expect(await answer(taken, "ask", "Reject")).toBe("answered");
    const failed = await start(input);
    await failed.advanceTo("2026-03-10T12:01Z");
    expect(await states(failed)).toMatchObject({ ask: "failed", end: "upstream_failed" });
    expect(await answer(failed, "ask", "Approve")).toBe("not_waiting");
  });

  test("those who are to answer are told when it asks", async () => {
    const engine = await start({ ...approval, onInput: [TELL] });
    expect(calls(engine)).toEqual([["ask", "on_input", "it waits for an answer"]]);
    expect(engine.called[0]?.callback?.facts.question).toMatchObject({ subject: "May I?" });
  });
});
