import { newTaskInstance, type TaskInstance, type TaskState } from "@momiji/core";
import { beforeAll, expect, test } from "vitest";
import { allDags } from "../dag-scope.ts";
import { NEW_YEAR, newRun, publish, type Scheduler, scheduler } from "../conformance/samples.ts";
import type { Listed, ListedInstance, PageRequest, TaskInstanceOrder } from "../list-store.ts";
import type { Store } from "../store.ts";
import { openSqliteStore } from "./open.ts";
import { testFolder } from "./test-folder.ts";

const newPath = testFolder();

/** So many that most of them are in blocks that no page needs. */
const RUNS = 5_000;
const LIMIT = 40;
const STATES: readonly TaskState[] = ["success", "success", "success", "skipped", "failed"];

let store: Store;
let owner: Scheduler;

/** Starts that go on with the runs; durations that do not; a few values that many have; some that are not known. */
function instanceAt(at: number): TaskInstance {
  const startDate = at % 97 === 0 ? null : NEW_YEAR + at * 1_000;
  return {
    ...newTaskInstance("extract", 0),
    state: STATES[(at * 7) % 5] ?? null,
    tryNumber: at % 1_013 === 0 ? 2 : 1,
    startDate,
    endDate: startDate === null || at % 5 === 0 ? null : startDate + ((at * 2_654_435_761) % 10_007),
  };
}

beforeAll(async () => {
  store = await openSqliteStore({ path: newPath() });
  await publish(store, "a");
  owner = await scheduler(store);
  const planned = Array.from({ length: RUNS }, (_, at) => newRun("a", 0, { runId: `r${at}`, logicalDate: null }));
  const created = await store.createRuns(planned, NEW_YEAR);
  const runKeys = created.flatMap((each) => (each.created ? [each.run.runKey] : []));
  expect(runKeys).toHaveLength(RUNS);
  await owner.commit(...runKeys.map((runKey, at) => ({ runKey, expectRevision: 0, insert: [instanceAt(at)] })));
});

type Page = Partial<PageRequest<TaskInstanceOrder>>;

const page = (order: PageRequest<TaskInstanceOrder>["order"], asked: Page): Promise<Listed<ListedInstance>> =>
  store.listTaskInstancesPage({ filter: {}, scope: allDags, page: { order, limit: LIMIT, ...asked } });

const runsOf = ({ rows }: Listed<ListedInstance>): readonly string[] => rows.map(({ run }) => run.runId);

test.each<PageRequest<TaskInstanceOrder>["order"]>([
  ...(["start_date", "end_date", "duration", "state", "try_number", "urgency", "operator"] as const).flatMap((by) => [
    [{ by, descending: false }],
    [{ by, descending: true }],
  ]),
  [
    { by: "try_number", descending: true },
    { by: "duration", descending: false },
  ],
])("pages are pieces of the whole list, on and back, ordered by %j %j", async (...order) => {
  const whole = runsOf(await page(order, { limit: RUNS }));
  expect(new Set(whole).size).toBe(RUNS);
  let from: Page["from"] = "start";
  for (let at = 0; at < 5 * LIMIT; at += LIMIT) {
    expect(runsOf(await page(order, { offset: at }))).toEqual(whole.slice(at, at + LIMIT));
    const listed = await page(order, { from });
    expect(runsOf(listed)).toEqual(whole.slice(at, at + LIMIT));
    if (listed.previous !== null) {
      expect(runsOf(await page(order, { from: listed.previous }))).toEqual(whole.slice(at - LIMIT, at));
    }
    from = listed.next ?? "start";
  }
  expect(runsOf(await page(order, { offset: RUNS - LIMIT }))).toEqual(whole.slice(-LIMIT));
});

test("an instance that changes is where its new value belongs", async () => {
  const order = [{ by: "start_date", descending: true }] as const;
  const [first] = (await page(order, { limit: 1 })).rows;
  const old = (await page([], { limit: 1, offset: 300 })).rows[0];
  const startDate = (first?.instance.startDate ?? 0) + 1;
  const runKey = old?.run.runKey ?? 0;
  await owner.commit({ runKey, expectRevision: 1, update: [{ ...instanceAt(300), startDate }] });
  const changed = await page(order, { limit: 1 });
  expect(changed.rows).toMatchObject([{ instance: { startDate }, run: { runKey } }]);
});
