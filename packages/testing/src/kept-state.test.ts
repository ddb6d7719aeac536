/** What tasks and assets keep from one attempt to the next. */
import { asset, dag } from "@momiji/sdk";
import { expect, test } from "vitest";
import { runDag } from "./run-dag.ts";

const AT = "2026-03-10T03:00+09:00";

test("a task goes on where its last attempt has come to, and tells nobody else", async () => {
  const copies = dag({ id: "copies", schedule: null, defaults: { retries: 2 } }, ({ task }) => {
    const copy = task("copy", async (ctx) => {
      const done = Number((await ctx.state.get("done")) ?? 0) + 10;
      await ctx.state.set("done", done);
      if (done < 30) throw new Error("the network is gone");
      return done;
    });
    const look = task("look", async (ctx) => JSON.stringify((await ctx.state.get("done")) ?? "nothing"));
    copy.before(look);
  });
  const run = await runDag(copies, { at: AT });
  expect(run.tasks.copy).toMatchObject({ state: "success", tryNumber: 3, value: 30 });
  expect(run.tasks.look).toMatchObject({ value: '"nothing"' });
});

test("what is kept can be taken away, one by one or all of it", async () => {
  const forgets = dag({ id: "forgets", schedule: null }, ({ task }) => {
    task("forget", async ({ state }) => {
      await state.set("a", { rows: [1] });
      await state.set("b", 2, { days: null });
      await state.set("c", 3);
      await state.delete("a");
      const left = [await state.get("a"), await state.get("b"), await state.get("c")];
      await state.clear();
      return [...left, await state.get("b")].map((value) => value ?? null);
    });
  });
  expect((await runDag(forgets, { at: AT })).tasks.forget).toMatchObject({ value: [null, 2, 3, null] });
});

test("an asset keeps what one task writes for another to read, if the DAG names it", async () => {
  const orders = asset("s3://orders");
  const shared = dag({ id: "shared", schedule: null }, ({ task }) => {
    const write = task("write", { outlets: [orders] }, async ({ state }) => state.of(orders).set("watermark", 7));
    const read = task("read", async ({ state }) => Number(await state.of(orders).get("watermark")));
    const other = task("other", async ({ state }) => Number(await state.of(asset("s3://other")).get("watermark")));
    write.before(read);
    write.before(other);
  });
  const run = await runDag(shared, { at: AT });
  expect(run.tasks.read).toMatchObject({ state: "success", value: 7 });
  expect(run.tasks.other).toMatchObject({ state: "failed" });
  expect(run.tasks.other?.message).toContain("DAG shared names no asset");
});
