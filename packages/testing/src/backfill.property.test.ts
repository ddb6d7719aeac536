/** Backfills through the server and the whole engine: what the dry run said is done, in its order and under its limit. */
import { formatInstant } from "@momiji/core";
import type { InlineHandler } from "@momiji/executors";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Acting, startActing } from "./acting.testing.ts";
import { dagSpec } from "./specs.ts";

const SUCCESS = { outcome: { kind: "success" } } as const;
const FAILED = { outcome: { kind: "failed", code: "exception", message: "no", retryable: true } } as const;
const NOW = "2026-03-10T12:00Z";
const SPEC = dagSpec(
  "daily",
  { a: {} },
  { schedule: { kind: "cron-interval", cron: "@daily", timezone: "UTC" }, startDate: "2026-03-09T00:00:00Z" },
);

const day = fc.integer({ min: 1, max: 8 });
const situation = fc.record({
  /** What the first days of January have: no run, one that has ended, or one that goes on. */
  before: fc.array(fc.constantFrom("none", "none", "success", "failed", "running"), { minLength: 8, maxLength: 8 }),
  from: day,
  to: day,
  behavior: fc.constantFrom("none", "failed", "completed"),
  backwards: fc.boolean(),
  most: fc.integer({ min: 1, max: 3 }),
});

type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

const dateOf = (index: number): string => `2026-01-0${index}T00:00:00Z`;

/** Runs of a backfill end one by one; those before it as they are meant to. */
class Tasks {
  readonly #before: Situation["before"];
  readonly #waiting: (() => void)[] = [];
  isBackfilling = false;

  constructor(before: Situation["before"]) {
    this.#before = before;
  }

  readonly handler: InlineHandler = ({ run }) => {
    if (this.isBackfilling) return new Promise((resolve) => this.#waiting.push(() => resolve(SUCCESS)));
    const index = Number(formatInstant(run.logicalDate ?? 0).slice(8, 10));
    const wanted = this.#before[index - 1];
    return wanted === "running" ? new Promise(() => undefined) : wanted === "failed" ? FAILED : SUCCESS;
  };

  get out(): number {
    return this.#waiting.length;
  }

  endOne(): void {
    this.#waiting.shift()?.();
  }
}

async function startWith({ before }: Situation): Promise<{ acting: Acting; tasks: Tasks }> {
  const tasks = new Tasks(before);
  const acting = await startActing({ now: NOW, specs: [SPEC], handlers: new Map([["a", tasks.handler]]) });
  for (const [index, state] of before.entries()) {
    const body = { dag_run_id: `r${index}`, logical_date: dateOf(index + 1) };
    if (state !== "none") await acting.call("POST", "/dags/daily/dagRuns", body);
  }
  await acting.engine.settled();
  tasks.isBackfilling = true;
  return { acting, tasks };
}

interface Planned {
  readonly logical_date: string;
  readonly dag_run_id: string;
  readonly exception_reason?: string;
}

interface Dated {
  readonly ordinal: number;
  readonly logical_date: string;
  readonly dag_run_id: string | null;
  readonly exception_reason: string | null;
}

/** Lets its runs end one after the other, with never more at once than allowed. Gives the dates as they began. */
async function liveOut({ engine }: Acting, tasks: Tasks, most: number): Promise<readonly string[]> {
  const known = engine.orders.length;
  await engine.settled();
  while (tasks.out > 0) {
    expect(tasks.out).toBeLessThanOrEqual(most);
    tasks.endOne();
    await engine.settled();
  }
  return engine.orders.slice(known).map(({ run }) => new Date(formatInstant(run.logicalDate ?? 0)).toISOString());
}

async function backfilled(given: Situation): Promise<void> {
  const { acting, tasks } = await startWith(given);
  const { engine, call } = acting;
  const body = {
    dag_id: "daily",
    from_date: dateOf(given.from),
    to_date: dateOf(given.to),
    reprocess_behavior: given.behavior,
    run_backwards: given.backwards,
    max_active_runs: given.most,
  };
  const dry = await call("POST", "/backfills/dry_run", body);
  const before = await engine.runs("daily");
  const made = await call("POST", "/backfills", body);
  expect(made.status).toBe(dry.status);
  if (made.status !== 200) {
    expect([made.status, made.body["detail"], await engine.runs("daily")]).toEqual([422, dry.body["detail"], before]);
    return engine.stop();
  }
  const { backfills, skipped } = dry.body as { backfills: Planned[]; skipped: Planned[] };
  const { dates } = (await call("GET", "/backfills/1")).body as { dates: Dated[] };
  const taken = dates.filter((date) => date.exception_reason === null);
  const left = dates.filter((date) => date.exception_reason !== null);
  expect(taken.map((each) => [each.logical_date, each.dag_run_id])).toEqual(
    backfills.map((each) => [each.logical_date, each.dag_run_id]),
  );
  expect(left.map((each) => [each.logical_date, each.exception_reason])).toEqual(
    skipped.map((each) => [each.logical_date, each.exception_reason]),
  );
  const begun = await liveOut(acting, tasks, given.most);
  const inOrder = backfills.map(({ logical_date: date }) => new Date(date).toISOString());
  // Those that start together ask for slots together, and the earlier date goes first.
  expect(begun.slice(0, given.most).toSorted()).toEqual(inOrder.slice(0, given.most).toSorted());
  expect(begun.slice(given.most)).toEqual(inOrder.slice(given.most));
  const runs = await engine.runs("daily");
  expect(new Set(runs.map(({ logicalDate }) => logicalDate)).size).toBe(runs.length);
  expect((await call("GET", "/backfills/1")).body["completed_at"]).toEqual(expect.any(String));
  expect(await engine.store.check()).toEqual([]);
  await engine.stop();
}

test(
  "a backfill does what its dry run said, in order, never more at once than allowed",
  { timeout: 120_000 },
  async () => {
    await fc.assert(fc.asyncProperty(situation, backfilled), { numRuns: 40 });
  },
);
