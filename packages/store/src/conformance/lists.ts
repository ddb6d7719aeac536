/** Lists: filters, orders, pages by offset and by place, and the scope of DAGs. */
import { HOUR, newTaskInstance, type TaskInstance } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { allDags, grantedDags } from "../dag-scope.ts";
import type {
  ListedInstance,
  PageRequest,
  Place,
  RunListFilter,
  RunOrder,
  TaskInstanceListFilter,
} from "../list-store.ts";
import type { Store } from "../store.ts";
import { runIds, someRuns } from "./list-pages.ts";
import { createRun, file, NEW_YEAR, newRun, type OpenStore, type Scheduler, scheduler, spec } from "./samples.ts";

const WHOLE = { order: [], limit: 100 } as const;

export function lists(open: OpenStore): void {
  describe("runs in a list", () => {
    test("come whole, in the order of their birth, with their number", async () => {
      const store = await open();
      const runs = await someRuns(store, 5);
      const listed = await store.listRunsPage({ filter: {}, page: { ...WHOLE, limit: 2, offset: 1 }, scope: allDags });
      expect(listed).toEqual({
        rows: runs.slice(1, 3),
        total: 5,
        isTotalCapped: false,
        mostCounted: 50_000,
        next: null,
        previous: null,
      });
      expect(listed.rows[0]?.triggeringUser).toBe("Rin");
    });

    test.each<[RunListFilter, string[]]>([
      [{ dagIds: ["b"] }, ["b/r1", "b/r3"]],
      [{ dagIds: ["a", "b"], states: ["queued"] }, ["a/r4"]],
      [{ states: ["failed"] }, ["a/r0", "b/r3"]],
      [{ states: [] }, []],
      [{ runIds: ["r1", "r2"] }, ["b/r1", "a/r2"]],
      [{ runId: { pattern: "R1|_3 | nothing" } }, ["b/r1", "b/r3"]],
      [{ runId: { parts: ["R", "3"] } }, ["b/r3"]],
      [{ runId: { parts: ["_3"] } }, []],
      [{ runId: { pattern: "~" }, dagId: { prefix: "b_" } }, ["b/r1", "b/r3"]],
      [{ dagId: { pattern: "A" }, states: ["failed", "queued"] }, ["a/r0", "a/r4"]],
      [{ dagId: { pattern: "nothing" } }, []],
      [{ runId: { prefix: "R" } }, []],
      [{ runTypes: ["manual"] }, []],
      [{ dagVersions: [2] }, []],
      [{ bundleVersion: "hash of b.ts" }, ["b/r1", "b/r3"]],
      [{ triggeringUser: { pattern: "ri" } }, ["b/r1", "b/r3"]],
      [{ confContains: '"AT":2' }, ["a/r2"]],
      [{ confContains: "%" }, []],
      [{ durationSeconds: { gt: 3600, lte: 7200 } }, ["a/r2"]],
      [{ logicalDate: { gte: NEW_YEAR + 24 * HOUR, lt: NEW_YEAR + 72 * HOUR } }, ["b/r1", "a/r2"]],
      [{ endDate: { gt: NEW_YEAR + 72 * HOUR } }, ["a/r2", "b/r3"]],
      [{ updatedAt: { lte: NEW_YEAR } }, ["a/r4"]],
      [{ consumingAsset: "orders" }, []],
    ])("are those that %j asks for", async (filter, expected) => {
      const store = await open();
      await someRuns(store, 5);
      expect(await runIds(store, filter)).toEqual(expected);
    });

    test("are ordered by what is asked for, what has no value at the end, ties by birth", async () => {
      const store = await open();
      await someRuns(store, 4);
      const by = (name: RunOrder, descending: boolean) => runIds(store, {}, { order: [{ by: name, descending }] });
      expect(await by("dag_id", false)).toEqual(["a/r0", "a/r2", "b/r1", "b/r3"]);
      expect(await by("dag_id", true)).toEqual(["b/r3", "b/r1", "a/r2", "a/r0"]);
      expect(await by("duration", false)).toEqual(["a/r0", "b/r1", "a/r2", "b/r3"]);
      expect(await by("duration", true)).toEqual(["a/r2", "b/r1", "a/r0", "b/r3"]);
    });

    test.each<PageRequest<RunOrder>["order"]>([
      [],
      [{ by: "run_after", descending: true }],
      [{ by: "duration", descending: false }],
      [{ by: "end_date", descending: true }],
      [
        { by: "dag_id", descending: true },
        { by: "start_date", descending: false },
      ],
    ])("are read forwards and back again page by page, ordered by %j %j", async (...order) => {
      const store = await open();
      await someRuns(store, 7);
      const whole = await runIds(store, {}, { order });
      const forwards: string[][] = [];
      const read = async (from: Place | "start") => {
        const listed = await store.listRunsPage({ filter: {}, page: { order, limit: 3, from }, scope: allDags });
        return { ...listed, ids: listed.rows.map((run) => `${run.dagId}/${run.runId}`) };
      };
      let page = await read("start");
      expect(page.previous).toBeNull();
      for (forwards.push(page.ids); page.next !== null; forwards.push(page.ids)) page = await read(page.next);
      expect(forwards.flat()).toEqual(whole);
      expect(forwards).toHaveLength(3);
      const backwards = [page.ids];
      for (; page.previous !== null; backwards.unshift(page.ids)) page = await read(page.previous);
      expect(backwards).toEqual(forwards);
      expect(page.next).not.toBeNull();
    });
  });

  instances(open);
  others(open);
}

const TASKS = [
  { taskId: "load", operator: "bash", lane: "process", upstream: [], pool: "small", displayName: "Load it" },
  { taskId: "extract", operator: "function", lane: "function", upstream: [], queue: "gpu", executor: "redis" },
] as const;

async function someInstances(store: Store): Promise<Scheduler> {
  const specs = ["a", "b"].map((dagId) => spec(dagId, { tasks: dagId === "a" ? TASKS : TASKS.slice(1) }));
  for (const each of specs) await store.publishFile(file(`${each.dagId}.ts`, [each]), NEW_YEAR);
  const owner = await scheduler(store);
  for (const [at, dagId] of ["a", "b"].entries()) {
    const run = await createRun(store, newRun(dagId, at, { runId: `r${at}` }));
    const insert: TaskInstance[] = [
      { ...newTaskInstance("extract", 0), state: "running", startDate: NEW_YEAR, tryNumber: 1 },
      ...(at === 0 ? [0, 1] : []).map((mapIndex) => ({
        ...newTaskInstance("load", 0, mapIndex),
        state: mapIndex === 0 ? ("failed" as const) : null,
        endDate: mapIndex === 0 ? NEW_YEAR + HOUR : null,
        startDate: mapIndex === 0 ? NEW_YEAR : null,
        renderedMapIndex: mapIndex === 0 ? "first.csv" : null,
      })),
    ];
    await owner.commit({ runKey: run.runKey, expectRevision: 0, run: { ...run, state: "running" }, insert });
  }
  return owner;
}

const nameOf = ({ run, instance }: ListedInstance): string =>
  `${run.dagId}.${instance.taskId}${instance.mapIndex < 0 ? "" : `[${instance.mapIndex}]`}`;

function instances(open: OpenStore): void {
  describe("task instances in a list", () => {
    test.each<[TaskInstanceListFilter, string[]]>([
      [{}, ["a.extract", "a.load[0]", "a.load[1]", "b.extract"]],
      [{ dagIds: ["a"], runIds: ["r0"] }, ["a.extract", "a.load[0]", "a.load[1]"]],
      [{ dagIds: ["b"] }, ["b.extract"]],
      [{ taskIds: ["extract"] }, ["a.extract", "b.extract"]],
      [{ states: ["running"] }, ["a.extract", "b.extract"]],
      [{ states: ["failed"] }, ["a.load[0]"]],
      [{ states: ["failed", null] }, ["a.load[0]", "a.load[1]"]],
      [{ pools: ["small"] }, ["a.load[0]", "a.load[1]"]],
      [{ pool: { pattern: "default" } }, ["a.extract", "b.extract"]],
      [{ queues: ["gpu"], executors: ["redis"], dagId: { prefix: "b" } }, ["b.extract"]],
      [{ operators: ["bash"] }, ["a.load[0]", "a.load[1]"]],
      [{ operators: ["bash", "function"], dagId: { pattern: "B" } }, ["b.extract"]],
      [{ states: ["failed"], pools: ["small"] }, ["a.load[0]"]],
      [{ states: ["failed"], pools: ["default_pool"] }, []],
      [{ pools: ["nothing"] }, []],
      [{ operator: { prefix: "func" } }, ["a.extract", "b.extract"]],
      [{ taskDisplayName: { pattern: "load it" } }, ["a.load[0]", "a.load[1]"]],
      [{ mapIndexes: [1, 2] }, ["a.load[1]"]],
      [{ isMapped: true }, ["a.load[0]", "a.load[1]"]],
      [{ renderedMapIndex: { pattern: "CSV" } }, ["a.load[0]"]],
      [{ tryNumbers: [1] }, ["a.extract", "b.extract"]],
      [{ durationSeconds: { gte: 3600 } }, ["a.load[0]"]],
      [{ logicalDate: { gt: NEW_YEAR } }, ["b.extract"]],
      [{ dagVersions: [1], states: ["scheduled"] }, []],
    ])("are those that %j asks for", async (filter, expected) => {
      const store = await open();
      await someInstances(store);
      const { rows, total } = await store.listTaskInstancesPage({ filter, page: WHOLE, scope: allDags });
      expect([rows.map(nameOf), total]).toEqual([expected, expected.length]);
    });

    test("of one run come by map index, then as their file has them", async () => {
      const store = await open();
      const owner = await someInstances(store);
      const run = await createRun(store, newRun("a", 7, { runId: "later" }));
      const insert = ["extract", "load"].map((taskId) => newTaskInstance(taskId, 0));
      await owner.commit({ runKey: run.runKey, expectRevision: 0, run: { ...run, state: "running" }, insert });
      const filter = { dagIds: ["a"], runIds: ["later"] };
      const { rows } = await store.listTaskInstancesPage({ filter, page: WHOLE, scope: allDags });
      expect(rows.map(nameOf)).toEqual(["a.load", "a.extract"]);
      expect(rows[0]).toMatchObject({ run: { runKey: run.runKey, runId: "later" }, note: null });
    });

    test("are read by place in any order", async () => {
      const store = await open();
      await someInstances(store);
      for (const by of [
        "id",
        "map_index",
        "operator",
        "state",
        "run_after",
        "rendered_map_index",
        "urgency",
      ] as const) {
        const order = [{ by, descending: by !== "state" }];
        const whole = await store.listTaskInstancesPage({ filter: {}, page: { order, limit: 9 }, scope: allDags });
        const found: string[] = [];
        for (let from: Place | "start" | null = "start"; from !== null;) {
          const page: PageRequest<typeof by> = { order, limit: 1, from };
          const listed = await store.listTaskInstancesPage({ filter: {}, page, scope: allDags });
          found.push(...listed.rows.map(nameOf));
          from = listed.next;
        }
        expect(found).toEqual(whole.rows.map(nameOf));
      }
    });
  });
}

function others(open: OpenStore): void {
  describe("DAGs in a list", () => {
    const ids = async (store: Store, filter: Parameters<Store["listDagsPage"]>[0]["filter"], scope = allDags) =>
      (await store.listDagsPage({ filter, page: WHOLE, scope })).rows.map(({ dagId }) => dagId);

    test("are filtered by labels, names, switches and their newest run", async () => {
      const store = await open();
      const tagged = spec("tagged", { tags: ["gold", "jp"], displayName: "紅葉" });
      await store.publishFile(file("tagged.ts", [tagged]), NEW_YEAR);
      const tasks = [{ ...TASKS[0], owner: "data" }];
      await store.publishFile(file("owned.ts", [spec("owned", { tags: ["gold"], tasks })]), NEW_YEAR);
      await store.setPaused("owned", false, NEW_YEAR);
      await createRun(store, newRun("owned", 0));
      expect(await ids(store, {})).toEqual(["owned", "tagged"]);
      expect(await ids(store, { tags: { names: ["gold", "jp"], match: "any" } })).toEqual(["owned", "tagged"]);
      expect(await ids(store, { tags: { names: ["gold", "jp"], match: "all" } })).toEqual(["tagged"]);
      expect(await ids(store, { owners: ["data"] })).toEqual(["owned"]);
      expect(await ids(store, { displayName: { pattern: "紅" } })).toEqual(["tagged"]);
      expect(await ids(store, { isPaused: false })).toEqual(["owned"]);
      expect(await ids(store, { lastRunStates: ["queued"] })).toEqual(["owned"]);
      expect(await ids(store, { scheduleKinds: ["none"], excludedDagIds: ["owned"] })).toEqual(["tagged"]);
      expect(await ids(store, { hasAssetSchedule: true })).toEqual([]);
      expect(await ids(store, { hasImportErrors: false, bundleVersion: "hash of owned.ts" })).toEqual(["owned"]);
      const order = [{ by: "last_run_state", descending: true }] as const;
      const { rows } = await store.listDagsPage({ filter: {}, page: { order, limit: 9 }, scope: allDags });
      expect(rows.map(({ dagId }) => dagId)).toEqual(["owned", "tagged"]);
    });

    test("keep the labels of their newest version alone", async () => {
      const store = await open();
      await store.publishFile(file("a.ts", [spec("a", { tags: ["old"] })]), NEW_YEAR);
      await store.publishFile(file("a.ts", [spec("a", { tags: ["new"] })]), NEW_YEAR);
      expect(await ids(store, { tags: { names: ["old"], match: "any" } })).toEqual([]);
      const versions = { filter: { dagId: "a" }, page: { order: [], limit: 9 }, scope: allDags };
      expect((await store.listVersionsPage(versions)).rows).toEqual(
        [1, 2].map((version) => ({
          dagId: "a",
          version,
          bundleHash: "hash of a.ts",
          createdAt: NEW_YEAR,
          displayName: "a",
        })),
      );
    });
  });

  test("only DAGs of the scope are in any list", async () => {
    const store = await open();
    await someInstances(store);
    await store.logEvents(
      [
        { event: "trigger_dag_run", owner: "rin", dagId: "a" },
        { event: "post_variable", owner: "rin" },
      ],
      NEW_YEAR,
    );
    await store.publishFile({ ...file("a.ts", [spec("a")]), errors: [{ message: "broken" }] }, NEW_YEAR);
    const scope = grantedDags(null, "can_read", ["b"]);
    const page = { order: [], limit: 9 };
    const dagIds = async <Row>(
      listed: Promise<{ rows: readonly Row[]; total: number }>,
      read: (row: Row) => unknown,
    ) => {
      const { rows, total } = await listed;
      expect(rows).toHaveLength(total);
      return rows.map(read);
    };
    expect(await dagIds(store.listDagsPage({ filter: {}, page, scope }), (dag) => dag.dagId)).toEqual(["b"]);
    expect(await dagIds(store.listRunsPage({ filter: {}, page, scope }), (run) => run.dagId)).toEqual(["b"]);
    const instancesOf = (filter: TaskInstanceListFilter) =>
      dagIds(store.listTaskInstancesPage({ filter, page, scope }), ({ run }) => run.dagId);
    for (const filter of [{}, { dagIds: ["a", "b"] }, { states: ["running"] }] as const) {
      expect(await instancesOf(filter)).toEqual(["b"]);
    }
    for (const filter of [{ dagIds: ["a"], runIds: ["r0"] }, { states: ["failed"] }, { pools: ["small"] }] as const) {
      expect(await instancesOf(filter)).toEqual([]);
    }
    expect(await dagIds(store.listVersionsPage({ filter: {}, page, scope }), (version) => version.dagId)).toEqual([
      "b",
    ]);
    expect(await dagIds(store.listXComsPage({ filter: {}, page, scope }), ({ run }) => run.dagId)).toEqual([]);
    expect(await dagIds(store.listEventLogsPage({ filter: {}, page, scope }), (entry) => entry.event)).toEqual([
      "post_variable",
    ]);
    expect(await dagIds(store.listImportErrorsPage({ filter: {}, page, scope }), (error) => error.file)).toEqual([]);
    expect((await store.listImportErrorsPage({ filter: {}, page, scope: allDags })).total).toBe(1);
  });

  test("XComs are listed by task without their values, entries of the event log by any of their words", async () => {
    const store = await open();
    const owner = await someInstances(store);
    const [run] = await store.listRuns({ dagId: "b" });
    if (run === undefined) throw new Error("b has no run");
    const xcoms = [{ taskId: "extract", mapIndex: -1, xcoms: ["x", "y"].map((key) => ({ key, value: key })) }];
    await owner.commit({ runKey: run.runKey, expectRevision: run.revision, xcoms });
    const request = { page: { order: [{ by: "key", descending: true }], limit: 9 }, scope: allDags } as const;
    const listed = await store.listXComsPage({ filter: { dagIds: ["b"], taskIds: ["extract"] }, ...request });
    expect(listed.rows.map(({ key, at, run: { runId } }) => [key, at, runId])).toEqual([
      ["y", NEW_YEAR, "r1"],
      ["x", NEW_YEAR, "r1"],
    ]);
    expect((await store.listXComsPage({ filter: { key: { pattern: "X" } }, ...request })).total).toBe(1);
    await store.logEvents(
      [
        { event: "a", owner: "Rin", dagId: "b", runId: "r1" },
        { event: "c", owner: null },
      ],
      NEW_YEAR,
    );
    const events = async (filter: Parameters<Store["listEventLogsPage"]>[0]["filter"]) =>
      (await store.listEventLogsPage({ filter, page: { order: [], limit: 9 }, scope: allDags })).rows.map(
        ({ event }) => event,
      );
    expect(await events({ ownerMatch: { pattern: "rin" } })).toEqual(["a"]);
    expect(await events({ excludedEvents: ["a"] })).toEqual(["c"]);
    expect(await events({ runId: "r1", dagIdMatch: { prefix: "b" }, when: { lte: NEW_YEAR } })).toEqual(["a"]);
  });
}
