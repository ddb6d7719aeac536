import { expect, test } from "vitest";
import { LoadQueue, type QueueItem } from "./load-queue.ts";

interface Item extends QueueItem {
  readonly version: number;
}

function item(name: string, { version = 1, folder = "/dags" } = {}): Item {
  return { name, version, folder };
}

/** A queue whose loads end when the test says so. */
function recording() {
  const batches: string[][] = [];
  const running = new Map<string, () => void>();
  let idleTimes = 0;
  const queue = new LoadQueue<Item>(
    async (items) => {
      batches.push(items.map(({ name, version }) => `${name}${version}`));
      return items.map(({ name }) => new Promise<void>((resolve) => running.set(name, resolve)));
    },
    () => (idleTimes += 1),
  );
  return { queue, batches, end: (name: string) => running.get(name)?.(), idleTimes: () => idleTimes };
}

/** Lets everything run that needs no more than microtasks. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what is added together is one batch, each folder its own", async () => {
  const { queue, batches } = recording();
  queue.add([item("a"), item("b", { folder: "/other" }), item("c")]);
  await settle();
  expect(batches).toEqual([["a1", "c1"], ["b1"]]);
});

test("a batch holds 20 files at most", async () => {
  const { queue, batches } = recording();
  queue.add(Array.from({ length: 50 }, (_, index) => item(`f${index}`)));
  await settle();
  expect(batches.map(({ length }) => length)).toEqual([20, 20, 10]);
});

test("a file that is loading is loaded again afterwards, once, in its last state", async () => {
  const { queue, batches, end } = recording();
  queue.add([item("a")]);
  await settle();
  queue.add([item("a", { version: 2 })]);
  queue.add([item("a", { version: 3 })]);
  await settle();
  expect(batches).toEqual([["a1"]]);
  end("a");
  await settle();
  expect(batches).toEqual([["a1"], ["a3"]]);
});

test("a file that takes long holds up no other", async () => {
  const { queue, batches, end } = recording();
  queue.add([item("slow")]);
  await settle();
  queue.add([item("fast")]);
  await settle();
  end("fast");
  expect(batches).toEqual([["slow1"], ["fast1"]]);
});

test("the queue is idle when all loads have ended, and at once if there are none", async () => {
  const { queue, end, idleTimes } = recording();
  await queue.idle();
  queue.add([item("a"), item("b")]);
  const idle = queue.idle();
  await settle();
  end("a");
  await settle();
  expect(queue.isIdle).toBe(false);
  end("b");
  await idle;
  expect(idleTimes()).toBe(1);
});

test("what still waits can be forgotten", async () => {
  const { queue, batches, end } = recording();
  queue.add([item("a")]);
  await settle();
  queue.add([item("a", { version: 2 })]);
  queue.clear();
  end("a");
  await queue.idle();
  expect(batches).toEqual([["a1"]]);
});
