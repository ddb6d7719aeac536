/** Mapped tasks in the engine: one transaction for an expansion, the same course after a restart, another length when run again. */
import { type AttemptOrder, type Json, type MappingSpec, RETURN_VALUE, type TaskSpec } from "@momiji/core";
import type { InlineHandler, InlineResult } from "@momiji/executors";
import { expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const NOW = "2026-01-01T00:00:00Z";
const over = (taskId: string): MappingSpec => ({
  kind: "product",
  over: [{ name: "item", value: { kind: "output", taskId } }],
});

function success(value: Json): InlineResult {
  return { outcome: { kind: "success" }, xcoms: [{ key: RETURN_VALUE, value }] };
}

function spec(more: { readonly [taskId: string]: Partial<TaskSpec> } = {}) {
  return dagSpec(
    "mapped",
    { list: {}, each: { mapping: over("list") }, sum: { inputs: { each: "each" }, upstream: ["each"] }, ...more },
    { schedule: { kind: "once" }, startDate: NOW, maxActiveTasks: 5_000 },
  );
}

/** What one instance was given to work on. */
function itemOf({ mapped }: AttemptOrder): Json | undefined {
  const element = mapped?.kind === "product" ? mapped.values["item"] : undefined;
  return element?.kind === "value" ? element.value : undefined;
}

test("a thousand instances come into being in one commit, each with its own element", async () => {
  const items = Array.from({ length: 1_000 }, (_, index) => `item ${index}`);
  const handlers = new Map<string, InlineHandler>([
    ["list", success(items)],
    ["each", (order) => success(itemOf(order) as Json)],
  ]);
  const engine = await Engine.start({ now: NOW, specs: [spec()], handlers, capacity: 5_000 });
  const orders = engine.orders.filter(({ task }) => task.taskId === "each");
  expect(orders.length).toBe(1_000);
  expect(orders.every((order) => itemOf(order) === items[order.mapIndex])).toBe(true);
  expect(orders.every(({ task }) => task.mapping === undefined)).toBe(true);
  expect(engine.orders.at(-1)).toMatchObject({ task: { taskId: "sum" }, inputs: { each: items } });
  const [run] = await engine.runs("mapped");
  expect(run?.state).toBe("success");
  const instances = await engine.instances(run as NonNullable<typeof run>);
  expect(instances["each"]).toBeUndefined();
  expect(instances["each[999]"]).toMatchObject({ state: "success", mapIndex: 999 });
  await engine.stop();
});

test("after a restart the lengths are known again, and the run goes on as it would have", async () => {
  const held = Promise.withResolvers<never>();
  const first = await Engine.start({
    now: NOW,
    specs: [spec({ again: { mapping: over("each") } })],
    handlers: new Map<string, InlineHandler>([
      ["list", success({ a: 1, b: 2 })],
      ["each", ({ mapIndex }) => (mapIndex === 0 ? success("first") : held.promise)],
    ]),
  });
  const [run] = await first.runs("mapped");
  expect(await first.instances(run as NonNullable<typeof run>)).toMatchObject({
    "each[0]": { state: "success" },
    "each[1]": { state: "queued" },
    again: { state: null, mapIndex: -1 },
  });
  await first.stop();
  const second = await Engine.start({
    now: NOW,
    specs: [],
    store: first.store,
    handlers: new Map<string, InlineHandler>([["each", (order) => success(itemOf(order) as Json)]]),
  });
  await second.advanceTo("2026-01-01T01:00:00Z");
  const again = second.orders.filter(({ task }) => task.taskId === "again");
  expect(again.map((order) => itemOf(order))).toEqual(["first", ["b", 2]]);
  expect((await second.runs("mapped"))[0]?.state).toBe("success");
  await second.stop();
});

test("a retried source that returns more adds instances to a group that waits for it", async () => {
  let attempts = 0;
  const engine = await Engine.start({
    now: NOW,
    specs: [
      {
        ...spec({ list: { retry: { retries: 1, delaySeconds: 1 } }, each: {} }),
        groups: [{ groupId: "g", mapping: over("list"), children: ["each"] }],
      },
    ],
    handlers: new Map<string, InlineHandler>([["list", () => success(attempts++ === 0 ? 5 : [1, 2, 3])]]),
  });
  await engine.advanceTo("2026-01-01T00:01:00Z");
  const [run] = await engine.runs("mapped");
  const instances = await engine.instances(run as NonNullable<typeof run>);
  const [failed] = await engine.store.listAttempts(run?.runKey ?? 0, "list", -1);
  expect(failed?.outcome).toMatchObject({
    code: "mapping",
    message: expect.stringContaining('the group "g" is mapped over what it returns') as string,
  });
  expect(Object.keys(instances).filter((name) => name.startsWith("each"))).toEqual(["each[0]", "each[1]", "each[2]"]);
  expect(run?.state).toBe("success");
  await engine.stop();
});
