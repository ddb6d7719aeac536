import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AttemptEvent, AttemptOrder, Deferral, TaskSpec } from "@momiji/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages, orderOf, realClock, startWorker, type TestWorker } from "../worker.testing.ts";

const BUNDLE = `
import { existsSync, writeFileSync } from "node:fs";
import { defer, defineResume, defineTrigger, timer } from "@momiji/sdk";
const echo = defineTrigger({ name: "echo", run: async (ctx, { value }) => { ctx.log.info("waiting"); return value; } });
const stream = defineTrigger({ name: "stream", async *run() { yield 1; throw new Error("nobody asks for more"); } });
const never = defineTrigger({ name: "never", run: (ctx) => new Promise(() => ctx.log.info("begun")) });
const broken = defineTrigger({ name: "broken", run: async () => { throw new Error("no such queue"); } });
const deadly = defineTrigger({ name: "deadly", run: async (ctx, { flag }) => {
  if (!existsSync(flag)) { writeFileSync(flag, ""); process.exit(7); }
  return "second time";
} });
const spin = defineTrigger({ name: "spin", run: async () => { await 1; burn(); } });
function burn() { for (;;); }
const flagged = defineTrigger({ name: "flagged", run: async (ctx, { flag }) => {
  ctx.log.info("begun");
  while (!existsSync(flag)) await new Promise((resolve) => setTimeout(resolve, 20));
  return "flag seen";
} });
const add = defineResume("add", (ctx, event, state) => event + state);
const tasks = {
  own: () => defer({ trigger: echo({ value: 2 }), resume: add, state: 40 }),
  plain: () => defer({ trigger: echo({ value: "it" }) }),
  streams: () => defer({ trigger: stream({}) }),
  waits: () => defer({ trigger: never({}), timeout: { hours: 1 } }),
  late: () => defer({ trigger: never({}), timeout: { milliseconds: 20 } }),
  breaks: () => defer({ trigger: broken({}) }),
  dies: (inputs, ctx, params) => defer({ trigger: deadly({ flag: params.flag }) }),
  spins: () => defer({ trigger: spin({}) }),
  watches: (inputs, ctx, params) => defer({ trigger: flagged({ flag: params.flag }) }),
  hour: () => defer({ trigger: timer({ for: { hours: 1 } }) }),
  nobody: () => defer({ trigger: { name: "nobody", params: {} } }),
};
export default {
  [Symbol.for("momiji.dag")]: true,
  dagId: "dag",
  toSpec() { throw new Error("not needed"); },
  bodyOf: (id) => tasks[id] && { kind: "function", run: tasks[id] },
};`;

let bench: TestWorker;
let bundle: AttemptOrder["bundle"];

beforeAll(async () => {
  bench = await startWorker({ hostBlockedMillis: 1000 });
  bundle = { hash: "deferring", path: join(bench.folder, "deferring.mjs") };
  writeFileSync(bundle.path, BUNDLE);
});
afterAll(() => bench.stop());

let tries = 0;
function call(taskId: string, rest: Partial<AttemptOrder> = {}, task: Partial<TaskSpec> = {}): AttemptOrder {
  const spec = { operator: "function", lane: "function", taskId, ...task } as const;
  return orderOf(spec, { bundle, tryNumber: ++tries, ...rest });
}

type EventOf<Type extends AttemptEvent["type"]> = Extract<AttemptEvent, { type: Type }>;

function eventOf<Type extends AttemptEvent["type"]>(type: Type, { attemptId }: AttemptOrder): Promise<EventOf<Type>> {
  return bench.until((event): event is EventOf<Type> => event.type === type && event.attemptId === attemptId);
}

async function deferralOf(order: AttemptOrder): Promise<Deferral> {
  const { deferral } = await eventOf("deferred", order);
  if (deferral === undefined) throw new Error("it waits for nothing");
  return deferral;
}

test("a task that defers goes on as another attempt, with the trigger's event and what it had left", async () => {
  const first = call("own");
  bench.worker.run(first);
  const deferral = await deferralOf(first);
  expect(deferral).toMatchObject({ trigger: { name: "echo", params: { value: 2 } }, resume: "add", state: 40 });
  const { event, at, deferral: told } = await eventOf("resumed", first);
  expect(event).toBe(2);
  expect(told).toEqual(deferral);
  const second = call("own", { deferral: { ...deferral, fired: { at, event } } });
  expect(await bench.outcomeOf(second)).toMatchObject({
    outcome: { kind: "success" },
    xcoms: [{ key: "return_value", value: 42 }],
  });
  expect(messages(await bench.logOf(first))).toEqual(["waiting"]);
});

test("without a function to go on with, the trigger's event is the return value", async () => {
  expect(await bench.outcomeOf(call("plain"))).toMatchObject({ xcoms: [{ key: "return_value", value: "it" }] });
  expect(await bench.outcomeOf(call("streams"))).toMatchObject({ xcoms: [{ key: "return_value", value: 1 }] });
});

test("a trigger that does not fire in time fails its task, which may be retried", async () => {
  const { outcome } = await bench.outcomeOf(call("late"));
  expect(outcome).toMatchObject({ kind: "failed", code: "deferral_timeout", retryable: true });
});

test("a trigger that throws, or that the file does not have, fails its task and says why", async () => {
  expect((await bench.outcomeOf(call("breaks"))).outcome).toMatchObject({ kind: "failed", message: "no such queue" });
  const { outcome } = await bench.outcomeOf(call("nobody"));
  expect(outcome).toMatchObject({ kind: "failed", code: "bundle", retryable: false });
});

test("a trigger whose process dies is started again", async () => {
  const params = { flag: join(bench.folder, "died") };
  const { xcoms } = await bench.outcomeOf(call("dies", {}, { params }));
  expect(xcoms).toEqual([{ key: "return_value", value: "second time" }]);
  expect(bench.warnings).toEqual([expect.stringContaining("are started again")]);
});

test("one that is cancelled waits no longer", async () => {
  const order = call("waits");
  bench.worker.run(order);
  await deferralOf(order);
  bench.worker.cancel(order.attemptId, "cleared");
  expect((await bench.finished(order.attemptId)).outcome).toEqual({ kind: "cancelled", message: "cleared" });
});

test("a timer survives a restart: it fires when its time has come, not a whole span later", async () => {
  const order = call("hour");
  bench.worker.run(order);
  const deferral = await deferralOf(order);
  const at = deferral.trigger?.params["at"] as number;
  expect(at).toBe(deferral.since + 3_600_000_000);
  const folder = join(bench.folder, "after-restart");
  const ahead = { now: () => realClock.now() + 3_600_000_000, setTimer: realClock.setTimer.bind(realClock) };
  const setTimer = (until: number, callback: () => void) => realClock.setTimer(until - 3_600_000_000, callback);
  const next = await startWorker({ folder, clock: { ...ahead, setTimer } });
  await next.worker.recover([{ ...order, deferral }]);
  const { outcome, at: ended } = await next.finished(order.attemptId);
  expect(outcome).toEqual({ kind: "success" });
  expect(ended).toBeGreaterThanOrEqual(at);
  await next.stop();
});

test("a trigger that blocks its process fails by name and place, the others go on, and it never meets them again", async () => {
  const flag = join(bench.folder, "flag");
  const other = call("watches", {}, { params: { flag } });
  bench.worker.run(other);
  await deferralOf(other);
  const before = bench.warnings.length;
  const { outcome } = await bench.outcomeOf(call("spins"));
  expect(outcome).toMatchObject({ kind: "failed", code: "trigger_blocked", retryable: true });
  expect(outcome).toHaveProperty(
    "message",
    expect.stringMatching(/^trigger spin blocked its process for 1 s \(at burn \(.*deferring\.mjs:\d+:\d+\)\)/),
  );
  expect(bench.warnings.slice(before)).toEqual([
    expect.stringContaining("spins fails; the other triggers are started again"),
  ]);
  // Alone in its process now.
  expect((await bench.outcomeOf(call("spins"))).outcome).toMatchObject({ code: "trigger_blocked" });
  writeFileSync(flag, "");
  expect(await bench.finished(other.attemptId)).toMatchObject({
    outcome: { kind: "success" },
    xcoms: [{ key: "return_value", value: "flag seen" }],
  });
  // Started again after the first, and left alone by the second.
  expect(messages(await bench.logOf(other))).toEqual(["begun", "begun"]);
}, 30_000);
