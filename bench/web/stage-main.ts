/**
 * The server of the benchmarks of the interface, over a store that it fills first. Prints where it listens, then answers each line of
 * its input: `{"changes": N, "rate": A}` commits so many changes of task instances of the newest wide run at so many a second, and
 * prints when each was committed (milliseconds of Unix time).
 */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { createApiServer, generateKey, KeyRing } from "@momiji/api";
import { newTaskInstance } from "@momiji/core";
import { openSqliteStore } from "@momiji/store";
import { webFolder } from "@momiji/web";
import { logPath, logReader } from "@momiji/worker";
import { fill, logsOf, owner, taskIdOf } from "./stage.ts";

const [, , folder = "", token = ""] = process.argv;
const nowMicros = (): number => Math.round((performance.timeOrigin + performance.now()) * 1_000);
const clock = {
  now: nowMicros,
  setTimer: (at: number, call: () => void) => {
    const timer = setTimeout(call, Math.max(0, (at - nowMicros()) / 1_000));
    return () => clearTimeout(timer);
  },
};
const web = webFolder();
if (web === null) throw new Error("the web interface is not built: npm run build");
const path = join(folder, "momiji.db");
const filling = await openSqliteStore({ path, synchronous: "normal" });
const { runKey } = await fill(filling, logsOf(folder));
await filling.close();

const store = await openSqliteStore({ path });
const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
const logs = logReader({ folder: logsOf(folder), clock });
const server = createApiServer({
  store,
  clock,
  token,
  version: "bench",
  keys: new KeyRing([generateKey()]),
  saveKey: () => undefined,
  executors: new Map(),
  catchupLimit: 100,
  reserialize: async () => undefined,
  removeDag: async () => undefined,
  webFolder: web,
  logs: {
    last: (name) => logs.last(logPath("", name)),
    read: (name, fromSeq) => logs.read(logPath("", name), { fromSeq }),
    follow: (name, fromSeq, signal) => logs.follow(logPath("", name), { fromSeq, signal }),
  },
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
say({ address: await server.listen({ host: "127.0.0.1", port: 0 }) });

let revision = 1;
for await (const line of createInterface({ input: process.stdin })) {
  const { changes, rate } = JSON.parse(line) as { readonly changes: number; readonly rate: number };
  say(await change(changes, rate));
}

/** Task instances that run and end by turns, at a constant rate, however long one commit takes. */
async function change(changes: number, rate: number): Promise<readonly number[]> {
  const committed: number[] = [];
  const start = performance.now();
  for (let done = 0; done < changes; done++) {
    const early = start + (done * 1_000) / rate - performance.now();
    await (early > 0 ? pause(early) : new Promise((resolve) => setImmediate(resolve)));
    const at = nowMicros();
    const state = Math.floor(done / 20) % 2 === 0 ? ("running" as const) : ("success" as const);
    const update = [{ ...newTaskInstance(taskIdOf(done % 20), 1), state, tryNumber: 1, startDate: at }];
    await store.commit({ owner, fence, now: at, runs: [{ runKey, expectRevision: revision++, update }] });
    committed.push(nowMicros() / 1_000);
  }
  return committed;
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
