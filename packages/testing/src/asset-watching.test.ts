/** The whole way of a watcher: code of a DAG file in a process of its own, the store, the scheduler, a run. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "@momiji/core";
import { AssetWatching } from "@momiji/scheduler";
import { allDags, openSqliteStore, type Store } from "@momiji/store";
import { createWatcherHost } from "@momiji/worker";
import { afterEach, expect, test } from "vitest";
import { Engine } from "./engine.ts";
import { dagSpec } from "./specs.ts";

const realClock: Clock = {
  now: () => Math.round((performance.timeOrigin + performance.now()) * 1000),
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, (at - realClock.now()) / 1000));
    return () => clearTimeout(timer);
  },
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const KEY = { name: "inbox", uri: "inbox" };

/** Gives the numbers up to 3, then nothing. */
const BUNDLE = `export default {
  [Symbol.for("momiji.dag")]: true, dagId: "eats", bodyOf: () => undefined,
  watcherOf: () => ({ name: "numbers", everySeconds: 0.005, run: { poll: (ctx) => {
    const n = (ctx.cursor ?? 0) + 1;
    return n > 3 ? [] : { events: [{ extra: { n } }], cursor: n };
  } } }),
};`;

async function watching(store: Store, seen: (count: number) => void): Promise<AssetWatching> {
  let count = 0;
  const made = new AssetWatching({
    store,
    clock: realClock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    createHost: (listener) =>
      createWatcherHost({
        clock: realClock,
        childEnv: process.env,
        ask: async () => undefined,
        log: () => undefined,
        listener: {
          ...listener,
          seen: async (report) => {
            await listener.seen(report);
            seen(++count);
          },
        },
      }),
  });
  closers.push(() => made.stop());
  await made.start();
  return made;
}

test("what a watcher sees starts the DAG that waits, each event once, also over a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-watching-"));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "eats.mjs");
  writeFileSync(path, BUNDLE);
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false });
  const engine = await Engine.start({ now: "2026-03-10T12:00Z", specs: [], store });
  closers.push(() => engine.stop());

  const first = Promise.withResolvers<void>();
  const early = await watching(store, () => first.resolve());
  const spec = dagSpec(
    "eats",
    { eat: {} },
    {
      schedule: { kind: "assets", condition: { kind: "asset", ...KEY } },
      assets: [{ ...KEY, watchers: [{ name: "numbers", everySeconds: 0.005 }] }],
    },
  );
  // Published while it watches: it learns of the new DAG from the store.
  await store.publishFile({ file: "eats.ts", bundle: { hash: "one", path }, dags: [spec], errors: [] }, 1);
  await first.promise;
  await early.stop();
  const before = (await store.listAssetEvents({ scope: allDags })).total;

  const all = Promise.withResolvers<void>();
  const left = 3 - before;
  if (left === 0) all.resolve();
  await watching(store, (count) => (count === left ? all.resolve() : undefined));
  await all.promise;
  await engine.settled();
  const { events } = await store.listAssetEvents({ scope: allDags });
  expect(events.map(({ extra }) => extra["n"])).toEqual([1, 2, 3]);
  expect(events.every(({ runs }) => runs.length === 1)).toBe(true);
  expect((await engine.runs("eats")).every(({ runType }) => runType === "asset_triggered")).toBe(true);
});
