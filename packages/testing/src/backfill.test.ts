import { formatInstant } from "@momiji/core";
import type { InlineHandler } from "@momiji/executors";
import { describe, expect, test } from "vitest";
import { type Acting, startActing } from "./acting.testing.ts";
import { dagSpec, type SpecOptions } from "./specs.ts";

const SUCCESS = { outcome: { kind: "success" } } as const;
const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const NOW = "2026-03-10T12:00Z";
const DAILY: SpecOptions = {
  schedule: { kind: "cron-interval", cron: "@daily", timezone: "UTC" },
  startDate: "2026-03-09T00:00:00Z",
  catchup: false,
};
const daily = (options: SpecOptions = {}) => dagSpec("daily", { a: {} }, { ...DAILY, ...options });
const JANUARY = { dag_id: "daily", from_date: "2026-01-01T00:00:00Z", to_date: "2026-01-05T00:00:00Z" };

const day = (at: number | null): string => (at === null ? "" : formatInstant(at).slice(5, 10));

/** Logical dates of a backfill's runs in the order in which they began. */
function begun({ engine }: Acting): string[] {
  return engine.orders.filter(({ run }) => run.runType === "backfill").map(({ run }) => day(run.logicalDate));
}

/** A handler whose attempts end one by one. */
function gated(): { readonly handler: InlineHandler; next(): void; readonly out: () => number } {
  const waiting: (() => void)[] = [];
  const handler: InlineHandler = ({ run }) =>
    run.runType === "backfill" ? new Promise((resolve) => waiting.push(() => resolve(SUCCESS))) : SUCCESS;
  return { handler, next: () => waiting.shift()?.(), out: () => waiting.length };
}

async function progress({ call }: Acting, id = 1) {
  return (await call("GET", `/backfills/${id}`)).body as { progress: object; completed_at: string | null };
}

describe("a backfill", () => {
  test("makes a run for each date, as many at once as its own limit says, and completes by itself", async () => {
    const { handler, next, out } = gated();
    const acting = await startActing({
      now: NOW,
      specs: [daily({ maxActiveRuns: 1 })],
      handlers: new Map([["a", handler]]),
    });
    const { engine, call } = acting;
    const made = await call("POST", "/backfills", { ...JANUARY, max_active_runs: 2, dag_run_conf: { why: "gap" } });
    expect(made).toMatchObject({ status: 200, body: { id: 1, max_active_runs: 2, completed_at: null } });
    await engine.settled();
    expect(out()).toBe(2);
    for (let left = 5; left > 0; left--) {
      next();
      await engine.settled();
    }
    expect(begun(acting)).toEqual(["01-01", "01-02", "01-03", "01-04", "01-05"]);
    expect(await progress(acting)).toMatchObject({
      progress: { total: 5, success: 5, queued: 0 },
      completed_at: expect.any(String),
    });
    const runs = (await engine.runs("daily")).filter(({ runType }) => runType === "backfill");
    expect(runs[0]).toMatchObject({
      runId: "backfill__2026-01-02T00:00:00+00:00",
      conf: { why: "gap" },
      triggeredBy: "backfill",
    });
  });

  test("leaves what is there, runs again what failed, or runs again all", async () => {
    let fails = true;
    const acting = await startActing({
      now: NOW,
      specs: [daily()],
      handlers: new Map([["a", () => (fails ? FAILED : SUCCESS)]]),
    });
    const { engine, call } = acting;
    await call("POST", "/backfills", { ...JANUARY, to_date: "2026-01-02T00:00:00Z" });
    await engine.settled();
    fails = false;
    const dry = async (behavior: string) => {
      const { body } = await call("POST", "/backfills/dry_run", { ...JANUARY, reprocess_behavior: behavior });
      return (body as { backfills: { action: string }[] }).backfills.map(({ action }) => action);
    };
    expect(await dry("none")).toEqual(["create", "create", "create"]);
    expect(await dry("failed")).toEqual(["reprocess", "reprocess", "create", "create", "create"]);
    await call("POST", "/backfills", { ...JANUARY, reprocess_behavior: "failed" });
    await engine.settled();
    expect(await progress(acting, 2)).toMatchObject({ progress: { total: 5, success: 5 } });
    await call("POST", "/backfills", JANUARY);
    expect(await progress(acting, 3)).toMatchObject({
      progress: { total: 5, skipped: 5 },
      completed_at: expect.any(String),
    });
    expect(await dry("completed")).toHaveLength(5);
    const [first] = (await engine.runs("daily")).filter(({ runType }) => runType === "backfill");
    expect(first?.backfill).toEqual({ id: 2, ordinal: 1 });
    expect(first && (await engine.instances(first)).a).toMatchObject({ tryNumber: 2, state: "success" });
  });

  test("runs backwards if asked, but not with tasks that depend on the past", async () => {
    const acting = await startActing({ now: NOW, specs: [daily()] });
    await acting.call("POST", "/backfills", { ...JANUARY, run_backwards: true, max_active_runs: 1 });
    await acting.engine.settled();
    expect(begun(acting)).toEqual(["01-05", "01-04", "01-03", "01-02", "01-01"]);
    await acting.engine.publish([dagSpec("past", { a: { dependsOnPast: true } }, DAILY)]);
    const past = { ...JANUARY, dag_id: "past", reprocess_behavior: "completed" };
    expect((await acting.call("POST", "/backfills", { ...past, run_backwards: true })).status).toBe(422);
    expect((await acting.call("POST", "/backfills", past)).status).toBe(200);
  });

  test("its first run does not look at the run before; the others wait for the one before them", async () => {
    let calls = 0;
    const spec = dagSpec("past", { a: { dependsOnPast: true } }, { ...DAILY, startDate: "2026-03-09T00:00:00Z" });
    const acting = await startActing({
      now: NOW,
      specs: [spec],
      handlers: new Map([["a", () => (calls++ === 2 ? FAILED : SUCCESS)]]),
    });
    const { engine, call } = acting;
    await call("POST", "/dags/past/dagRuns", { dag_run_id: "before", logical_date: "2025-12-31T00:00:00Z" });
    await engine.settled();
    await call("PATCH", "/dags/past/dagRuns/before/taskInstances/a", { new_state: "failed" });
    const range = { ...JANUARY, dag_id: "past", to_date: "2026-01-04T00:00:00Z", reprocess_behavior: "failed" };
    await call("POST", "/backfills", range);
    await engine.settled();
    const states = (await engine.runs("past"))
      .filter(({ runType }) => runType === "backfill")
      .map(({ state }) => state);
    expect(states).toEqual(["failed", "running", "running", "running"]);
    const [first] = (await engine.runs("past")).filter(({ runType }) => runType === "backfill");
    await call("PATCH", `/dags/past/dagRuns/${encodeURIComponent(first?.runId ?? "")}/taskInstances/a`, {
      new_state: "success",
    });
    await engine.settled();
    expect((await progress(acting)).completed_at).not.toBeNull();
  });

  test("that is paused starts nothing more until it is let go, also over a restart", async () => {
    const { handler, next, out } = gated();
    const options = { now: NOW, specs: [daily()], handlers: new Map([["a", handler]]) };
    const first = await startActing(options);
    await first.call("POST", "/backfills", { ...JANUARY, max_active_runs: 1 });
    await first.engine.settled();
    await first.call("PUT", "/backfills/1/pause");
    next();
    await first.engine.settled();
    expect(out()).toBe(0);
    await first.engine.stop();
    const acting = await startActing({ ...options, store: first.engine.store });
    expect(out()).toBe(0);
    expect((await acting.call("PUT", "/backfills/1/unpause")).body).toMatchObject({ is_paused: false });
    for (let left = 4; left > 0; left--) {
      await acting.engine.settled();
      expect(out()).toBe(1);
      next();
    }
    await acting.engine.settled();
    expect(await progress(acting)).toMatchObject({ progress: { success: 5 }, completed_at: expect.any(String) });
  });

  test("that is cancelled: what waits fails, what runs goes on, and cancelled runs can be cleared", async () => {
    const { handler, next, out } = gated();
    const acting = await startActing({ now: NOW, specs: [daily()], handlers: new Map([["a", handler]]) });
    const { engine, call } = acting;
    await call("POST", "/backfills", { ...JANUARY, max_active_runs: 2 });
    await engine.settled();
    expect((await call("PUT", "/backfills/1/cancel")).body).toMatchObject({
      is_paused: true,
      completed_at: expect.any(String),
    });
    expect((await call("PUT", "/backfills/1/cancel")).status).toBe(409);
    next();
    next();
    await engine.settled();
    expect(await progress(acting)).toMatchObject({ progress: { success: 2, failed: 3 } });
    const cancelled = (await engine.runs("daily")).find(({ state }) => state === "failed");
    await call("POST", `/dags/daily/dagRuns/${encodeURIComponent(cancelled?.runId ?? "")}/clear`, { dry_run: false });
    await engine.settled();
    expect(out()).toBe(1);
    expect(await engine.store.check()).toEqual([]);
  });

  test("of a DAG whose runs build on those before, none goes backwards or leaves out what ran", async () => {
    const { handler } = gated();
    const spec = dagSpec("daily", { a: { dependsOnPast: true } }, DAILY);
    const { call } = await startActing({ now: NOW, specs: [spec], handlers: new Map([["a", handler]]) });
    for (const path of ["/backfills/dry_run", "/backfills"]) {
      const wanted = { ...JANUARY, reprocess_behavior: "completed", run_backwards: true };
      expect(await call("POST", path, wanted)).toMatchObject({ status: 422, body: { code: "backfill_backwards" } });
      const left = { ...JANUARY, reprocess_behavior: "none" };
      expect(await call("POST", path, left)).toMatchObject({ status: 422, body: { code: "backfill_skips_past" } });
    }
  });

  test("there is one at a time for a DAG, and none for a schedule without dates or a range that crosses", async () => {
    const { handler } = gated();
    const specs = [daily(), dagSpec("never", { a: {} })];
    const { call } = await startActing({ now: NOW, specs, handlers: new Map([["a", handler]]) });
    await call("POST", "/backfills", JANUARY);
    expect(await call("POST", "/backfills", JANUARY)).toMatchObject({ status: 409, body: { code: "backfill_open" } });
    for (const wrong of [
      { ...JANUARY, dag_id: "never" },
      { ...JANUARY, to_date: "2025-01-01T00:00:00Z" },
      { ...JANUARY, from_date: "2027-01-01T00:00:00Z", to_date: "2027-02-01T00:00:00Z" },
      { ...JANUARY, max_active_runs: 0 },
    ])
      expect(await call("POST", "/backfills/dry_run", wrong)).toMatchObject({
        status: 422,
        body: { detail: expect.any(String) },
      });
    expect((await call("POST", "/backfills/dry_run", { ...JANUARY, dag_id: "none" })).status).toBe(404);
    expect((await call("GET", "/backfills/99")).status).toBe(404);
    expect((await call("GET", "/backfills?dag_id=daily&active=true")).body).toMatchObject({ total_entries: 1 });
  });

  test("does not hold up the DAG's own schedule, nor does the schedule hold it up", async () => {
    const { handler, out } = gated();
    const acting = await startActing({
      now: NOW,
      specs: [daily({ maxActiveRuns: 1 })],
      handlers: new Map([["a", handler]]),
    });
    await acting.call("POST", "/backfills", JANUARY);
    await acting.engine.advanceTo("2026-03-12T12:00Z");
    expect(out()).toBe(5);
    const scheduled = (await acting.engine.runs("daily")).filter(({ runType }) => runType === "scheduled");
    expect(scheduled.map(({ state }) => state)).toEqual(["success", "success", "success"]);
  });
});
