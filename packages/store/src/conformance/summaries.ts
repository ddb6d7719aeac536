/** Numbers and names over many DAGs, within a scope. */
import { describe, expect, test } from "vitest";
import { allDags, grantedDags } from "../dag-scope.ts";
import { createRun, file, NEW_YEAR, newRun, type OpenStore, scheduler, spec } from "./samples.ts";

const NONE = grantedDags([], "can_read");

export function summaries(open: OpenStore): void {
  describe("tags", () => {
    test("are each named once, by name, and only those of DAGs that may be seen", async () => {
      const store = await open();
      const dags = [spec("a", { tags: ["gold", "core"] }), spec("b", { tags: ["gold"] }), spec("c")];
      await store.publishFile(file("f.ts", dags), NEW_YEAR);
      const page = { limit: 10, offset: 0 };
      expect(await store.listTags({ ...page, scope: allDags })).toEqual({ tags: ["core", "gold"], total: 2 });
      expect(await store.listTags({ limit: 1, offset: 0, descending: true, scope: allDags })).toEqual({
        tags: ["gold"],
        total: 2,
      });
      expect(await store.listTags({ ...page, name: { pattern: "OL" }, scope: allDags })).toMatchObject({
        tags: ["gold"],
      });
      expect(await store.listTags({ ...page, scope: grantedDags(null, "can_read", ["a"]) })).toMatchObject({
        total: 2,
      });
      expect(await store.listTags({ ...page, scope: NONE })).toEqual({ tags: [], total: 0 });
      await store.retireFiles(["f.ts"], NEW_YEAR);
      expect(await store.listTags({ ...page, scope: allDags })).toEqual({ tags: [], total: 0 });
    });
  });

  describe("counts of runs", () => {
    test("are by DAG and state, within the scope and from a moment on", async () => {
      const store = await open();
      await store.publishFile(file("f.ts", [spec("a", { displayName: "The A" }), spec("b")]), NEW_YEAR);
      const owner = await scheduler(store);
      for (const day of [0, 1]) await createRun(store, newRun("a", day));
      const run = await createRun(store, newRun("b", 0));
      const ended = { ...run, state: "failed", endDate: NEW_YEAR } as const;
      await owner.commit({ runKey: run.runKey, expectRevision: 0, run: ended });
      const a = { dagId: "a", displayName: "The A", state: "queued", count: 2 };
      const b = { dagId: "b", displayName: "b", state: "failed", count: 1 };
      expect(await store.countRunsByState({ scope: allDags })).toEqual([a, b]);
      expect(await store.countRunsByState({ dagIds: ["b", "none"], scope: allDags })).toEqual([b]);
      const since = newRun("a", 1).runAfter;
      expect(await store.countRunsByState({ since, scope: allDags })).toEqual([{ ...a, count: 1 }]);
      expect(await store.countRunsByState({ scope: NONE })).toEqual([]);
    });
  });
}
