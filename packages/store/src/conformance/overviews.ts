/** What lists of DAGs tell beside the DAGs. */
import { DAY, type DagRun, HOUR } from "@momiji/core";
import { describe, expect, test } from "vitest";
import { allDags, grantedDags } from "../dag-scope.ts";
import type { Store } from "../store.ts";
import { createRun, file, NEW_YEAR, newRun, type OpenStore, publish, scheduler, spec } from "./samples.ts";

async function runsOf(store: Store, dagId: string, states: readonly DagRun["state"][]): Promise<void> {
  const owner = await scheduler(store);
  for (const [day, state] of states.entries()) {
    const run = await createRun(store, newRun(dagId, day));
    const isOver = state === "success" || state === "failed";
    const end = { startDate: NEW_YEAR + day, endDate: isOver ? NEW_YEAR + day + 5 : null };
    await owner.commit({ runKey: run.runKey, expectRevision: 0, run: { ...run, state, ...end } });
  }
}

export function overviews(open: OpenStore): void {
  describe("overviews of DAGs", () => {
    test("have the newest runs first, what is active, and how the last ones ended", async () => {
      const store = await open();
      await publish(store, "a", "b", "c");
      await runsOf(store, "a", ["failed", "success", "success", "failed", "running", "queued"]);
      await runsOf(store, "b", ["success"]);
      const endedSince = NEW_YEAR + 2 * DAY;
      const request = { dagIds: ["a", "c", "b"], recent: 3, endedSince };
      const [a, none, b] = await store.loadOverviews({ ...request, scope: allDags });
      expect(a?.recent.map(({ runId, state, startDate, endDate }) => [runId, state, startDate, endDate])).toEqual([
        ["scheduled__day_5", "queued", NEW_YEAR + 5, null],
        ["scheduled__day_4", "running", NEW_YEAR + 4, null],
        ["scheduled__day_3", "failed", NEW_YEAR + 3, NEW_YEAR + 8],
      ]);
      expect(a).toMatchObject({ dagId: "a", queued: 1, running: 1, succeeded: 2, failed: 1 });
      expect(none).toEqual({ dagId: "c", recent: [], queued: 0, running: 0, succeeded: 0, failed: 0 });
      expect(b).toMatchObject({ dagId: "b", succeeded: 0, recent: [{ runId: "scheduled__day_0" }] });
      const [hidden, , seen] = await store.loadOverviews({ ...request, scope: grantedDags(null, "can_read", ["b"]) });
      expect(hidden).toMatchObject({ recent: [], running: 0, succeeded: 0 });
      expect(seen).toEqual(b);
    });

    test("begin with marks that say whether a next run is still the one that it was", async () => {
      const store = await open();
      await publish(store, "a", "b");
      const mark = { version: 1, isPaused: true, lastInterval: null };
      expect(await store.listDagMarks({ filter: {}, scope: allDags })).toEqual([
        { dagId: "a", ...mark },
        { dagId: "b", ...mark },
      ]);
      const scope = grantedDags(null, "can_read", ["b"]);
      expect(await store.listDagMarks({ filter: {}, scope })).toMatchObject([{ dagId: "b" }]);
      expect(await store.listDagMarks({ filter: { lastRunStates: ["failed"] }, scope: allDags })).toEqual([]);
    });
  });

  describe("runs that have ended", () => {
    test("are counted by the hour and their state within the scope", async () => {
      const store = await open();
      await publish(store, "a", "b");
      await runsOf(store, "a", ["failed", "success", "success", "running"]);
      await runsOf(store, "b", ["success"]);
      const hour = NEW_YEAR - (NEW_YEAR % HOUR);
      expect(await store.countEndedRuns({ since: NEW_YEAR, scope: allDags })).toEqual([
        { hour, state: "failed", count: 1 },
        { hour, state: "success", count: 3 },
      ]);
      const scope = grantedDags(null, "can_read", ["b"]);
      expect(await store.countEndedRuns({ since: NEW_YEAR, scope })).toEqual([{ hour, state: "success", count: 1 }]);
      expect(await store.countEndedRuns({ since: NEW_YEAR + DAY, scope: allDags })).toEqual([]);
    });
  });

  describe("facets of DAGs", () => {
    test("count what the filter leaves within the scope", async () => {
      const store = await open();
      const [a, b] = [
        spec("a", { tags: ["gold", "core"] }),
        spec("b", { tags: ["gold"], description: "Bills of all" }),
      ];
      await store.publishFile(file("team/x.ts", [a]), NEW_YEAR);
      await store.publishFile(file("b.ts", [b], { errors: [{ message: "half of it" }] }), NEW_YEAR);
      await runsOf(store, "a", ["success", "failed"]);
      await store.setFavorite("moon", "b", true);
      await store.setPaused("a", false, NEW_YEAR);
      const of = async (filter: object, scope = allDags) => {
        const found = await store.countFacets({ filter, user: "moon", scope });
        return Object.fromEntries(found.map(({ facet, value, count }) => [`${facet} ${value}`, count]));
      };
      expect(await of({})).toEqual({
        "tag gold": 2,
        "tag core": 1,
        "owner airflow": 2,
        "state failed": 1,
        "state none": 1,
        "paused true": 1,
        "paused false": 1,
        "folder team/": 1,
        "folder ": 1,
        "import_error true": 1,
        "import_error false": 1,
        "needs_review false": 2,
        "favorite true": 1,
        "favorite false": 1,
      });
      expect(await of({ anyText: "BILLS" })).toMatchObject({ "tag gold": 1, "folder ": 1, "paused true": 1 });
      expect(await of({ folder: "team/" })).toMatchObject({ "tag core": 1, "state failed": 1 });
      expect(await of({ anyRun: { states: ["success"], since: NEW_YEAR } })).toMatchObject({ "tag core": 1 });
      expect(await of({ anyRun: { states: ["success"], since: NEW_YEAR + 2 * DAY } })).toEqual({});
      expect(await of({ needsReview: true })).toEqual({});
      expect(await of({ tag: "core" })).toMatchObject({ "tag gold": 1, "tag core": 1, "folder team/": 1 });
      expect(await of({ tags: { names: ["gold", "none"], match: "any" }, tag: "core" })).toMatchObject({
        "tag core": 1,
      });
      await store.publishFile(file("c.ts", [spec("c")]), NEW_YEAR);
      expect(await of({})).toMatchObject({ "tag gold": 2, "tag ": 1 });
      expect(await of({ tag: "" })).toMatchObject({ "tag ": 1, "state none": 1 });
      expect(await of({}, grantedDags(null, "can_read", ["b"]))).toMatchObject({ "tag gold": 1, "folder ": 1 });
    });
  });
}
