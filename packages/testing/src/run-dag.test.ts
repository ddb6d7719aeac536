import { bash } from "@momiji/operators";
import { dag, defer, defineResume, defineTrigger, FailTask, SkipTask, timer } from "@momiji/sdk";
import { expect, test } from "vitest";
import { runDag } from "./run-dag.ts";

const AT = "2026-03-10T03:00+09:00";

test("functions are called with their inputs, and what they return is there to be looked at", async () => {
  const sums = dag({ id: "sums", schedule: null }, ({ task }) => {
    const rows = task("rows", () => [1, 2, 3]);
    task("total", { rows }, ({ rows }) => rows.reduce((sum, row) => sum + row, 0));
  });
  const run = await runDag(sums, { at: AT });
  expect(run.state).toBe("success");
  expect(run.tasks.total).toMatchObject({ state: "success", value: 6 });
});

test("a planned failure runs the alert, and retries wait on the virtual clock only", async () => {
  const nightly = dag({ id: "nightly", schedule: null }, ({ task }) => {
    const load = task("load", { retries: 1, retryDelay: { hours: 6 } }, () => "rows");
    const alert = bash("alert", { command: "echo failed", triggerRule: "one_failed" });
    load.before(alert);
  });
  const run = await runDag(nightly, { at: AT, fail: { load: "no database" }, outputs: { alert: "told" } });
  expect(run.tasks.load).toMatchObject({ state: "failed", tryNumber: 2, message: "no database" });
  expect(run.tasks.alert).toMatchObject({ state: "success", value: "told" });
  expect(run.seconds).toBeGreaterThanOrEqual(6 * 3600);
});

test("a failure planned for some attempts is got over", async () => {
  const flaky = dag(
    { id: "flaky", schedule: null, defaults: { retries: 3 } },
    ({ task }) => void task("call", () => 1),
  );
  const run = await runDag(flaky, { at: AT, fail: { call: { times: 2 } } });
  expect(run.tasks.call).toMatchObject({ state: "success", tryNumber: 3, value: 1 });
});

test("code may skip its task, or fail it for good", async () => {
  const signals = dag({ id: "signals", schedule: null, defaults: { retries: 5 } }, ({ task }) => {
    task("skips", () => {
      throw new SkipTask("nothing to do");
    });
    task("fails", () => {
      throw new FailTask("never");
    });
  });
  const run = await runDag(signals, { at: AT });
  expect(run.tasks.skips).toMatchObject({ state: "skipped", message: "nothing to do" });
  expect(run.tasks.fails).toMatchObject({ state: "failed", tryNumber: 1 });
});

test("a sensor is asked again after its interval, at no cost", async () => {
  let asked = 0;
  const waits = dag({ id: "waits", schedule: null }, ({ sensor }) => {
    sensor("file", { poke: () => ++asked === 10, pokeInterval: { hours: 1 } });
  });
  const run = await runDag(waits, { at: AT });
  expect(run.state).toBe("success");
  expect(asked).toBe(10);
});

test("params are the defaults with what the run was given over them", async () => {
  const greets = dag(
    { id: "greets", schedule: null },
    ({ task }) => void task("greet", (ctx) => `Hello, ${JSON.stringify(ctx.conf.user)}!`),
  );
  const run = await runDag(greets, { at: AT, params: { user: "Aki" } });
  expect(run.tasks.greet?.value).toBe('Hello, "Aki"!');
});

test("a deferred task waits on the virtual clock, and goes on with its trigger's event", async () => {
  const echo = defineTrigger({ name: "echo", run: async (_ctx, { text }: { text: string }) => text });
  const join = defineResume("join", (_ctx, event: string, state: { first: string }) => `${state.first} ${event}`);
  const waits = dag({ id: "waits", schedule: null }, ({ task }) => {
    task("joined", () => defer({ trigger: echo({ text: "leaves" }), resume: join, state: { first: "red" } }));
    task("later", () => defer({ trigger: timer({ for: { hours: 8 } }) }));
    task("too_late", () => defer({ trigger: timer({ for: { hours: 2 } }), timeout: { hours: 1 } }));
  });
  const run = await runDag(waits, { at: AT });
  expect(run.tasks.joined).toMatchObject({ state: "success", value: "red leaves" });
  expect(run.tasks.later?.state).toBe("success");
  expect(run.tasks.too_late).toMatchObject({ state: "failed", message: "trigger timer did not fire within 3600 s" });
  expect(run.seconds).toBeGreaterThanOrEqual(8 * 3600);
});

test.each([
  ["fail", { fail: { laod: "no" } }, "runDag, fail: the DAG etl has no task laod; did you mean load?"],
  ["outputs", { outputs: { "publish[0]": 1 } }, "runDag, outputs: the DAG etl has no task publish; its tasks are load"],
])("a plan for a task that is not there is refused: %s", async (_, plan, message) => {
  const etl = dag({ id: "etl" }, ({ task }) => void task("load", () => 1));
  await expect(runDag(etl, { at: AT, ...plan })).rejects.toThrow(message);
});

test.each(["2026-03-10T03:00", "noon", undefined as never])(
  "a moment without its offset is refused: %s",
  async (at) => {
    const etl = dag({ id: "etl" }, ({ task }) => void task("load", () => 1));
    await expect(runDag(etl, { at })).rejects.toThrow("runDag, at: an instant with an offset is needed, such as");
  },
);
