/** Lists: pages by offset, which are reached from the nearer end, or by counts that are kept. */
import { type DagRun, HOUR, newTaskInstance, type RunState } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { allDags } from "../dag-scope.ts";
import type { PageRequest, RunListFilter, RunOrder } from "../list-store.ts";
import type { Store } from "../store.ts";
import { createRun, NEW_YEAR, newRun, type OpenStore, publish, scheduler } from "./samples.ts";

const WHOLE = { order: [], limit: 100 } as const;

/** The runs that are listed, as DAG and run id. */
export async function runIds(
  store: Store,
  filter: RunListFilter,
  page: Partial<PageRequest<RunOrder>> = {},
): Promise<string[]> {
  const { rows } = await store.listRunsPage({ filter, page: { ...WHOLE, ...page }, scope: allDags });
  return rows.map((run) => `${run.dagId}/${run.runId}`);
}

/** Runs r0, r1, ... of DAGs a, b, a, b, ...: one hour each, every third failed, the last one still queued. */
export async function someRuns(store: Store, count: number): Promise<DagRun[]> {
  await publish(store, "a", "b");
  const owner = await scheduler(store);
  const runs: DagRun[] = [];
  for (let at = 0; at < count; at++) {
    const user = at % 2 === 0 ? {} : { triggeringUser: "Rin" };
    const run = await createRun(
      store,
      newRun(at % 2 === 0 ? "a" : "b", at, { runId: `r${at}`, conf: { at }, ...user }),
    );
    const state: RunState = at % 3 === 0 ? "failed" : "success";
    const ended = { ...run, state, startDate: run.runAfter, endDate: run.runAfter + at * HOUR };
    if (at < count - 1) await owner.commit({ runKey: run.runKey, expectRevision: 0, run: ended });
    runs.push(at < count - 1 ? { ...ended, revision: 1 } : run);
  }
  return runs;
}

export function listPages(open: OpenStore): void {
  describe("pages by offset", () => {
    test.each<PageRequest<RunOrder>["order"]>([
      [],
      [{ by: "id", descending: true }],
      [{ by: "end_date", descending: false }],
      [
        { by: "state", descending: true },
        { by: "duration", descending: false },
      ],
    ])(
      "are pieces of the whole list of runs, from its beginning to beyond its end, ordered by %j %j",
      async (...order) => {
        const store = await open();
        await someRuns(store, 7);
        const whole = await runIds(store, {}, { order });
        expect(whole).toHaveLength(7);
        for (let offset = 0; offset < 9; offset++) {
          expect(await runIds(store, {}, { order, limit: 2, offset })).toEqual(whole.slice(offset, offset + 2));
        }
      },
    );

    test("are pieces of the whole list of task instances, also after some have come and gone", async () => {
      const store = await open();
      await publish(store, "a");
      const owner = await scheduler(store);
      const planned = Array.from({ length: 600 }, (_, at) => newRun("a", at));
      const runs = (await store.createRuns(planned, NEW_YEAR)).flatMap((each) => (each.created ? [each.run] : []));
      const mapped = (count: number) => Array.from({ length: count }, (_, at) => newTaskInstance("extract", 0, at));
      await owner.commit(
        ...runs.map(({ runKey }, at) => ({ runKey, expectRevision: 0, insert: mapped((at % 3) + (at === 5 ? 9 : 0)) })),
      );
      await expectPieces(store, 609);
      const insert = mapped(4).slice(2);
      const remove = [{ taskId: "extract", mapIndex: 0 }];
      const keyOf = (at: number): number => runs[at]?.runKey ?? 0;
      await owner.commit(
        { runKey: keyOf(301), expectRevision: 1, insert },
        { runKey: keyOf(2), expectRevision: 1, remove },
      );
      await store.act({ now: NEW_YEAR, deleteRuns: [{ runKey: keyOf(5), expectRevision: 1 }], events: [] });
      await store.removeRunStep(keyOf(599), 500);
      await expectPieces(store, 609 + 2 - 1 - 11);
    });
  });
}

async function expectPieces(store: Store, count: number): Promise<void> {
  for (const descending of [false, true]) {
    const order = [{ by: "id", descending }] as const;
    const read = async (limit: number, offset: number) => {
      const listed = await store.listTaskInstancesPage({ filter: {}, page: { order, limit, offset }, scope: allDags });
      return { ...listed, names: listed.rows.map(({ run, instance }) => `${run.runId} ${instance.mapIndex}`) };
    };
    const whole = await read(1_000, 0);
    expect([whole.names.length, whole.total]).toEqual([count, count]);
    for (const offset of [0, 1, 250, 260, 300, 301, 400, 512, 570, count - 2, count, count + 50]) {
      expect((await read(7, offset)).names).toEqual(whole.names.slice(offset, offset + 7));
    }
  }
}
