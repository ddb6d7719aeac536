/**
 * The server of the benchmarks of the interface, over a store that it fills first. Prints where it listens, then answers each line of
 * its input, an order of `orders.ts`, with when each thing was done (milliseconds of Unix time).
 */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { createApiServer, generateKey, KeyRing } from "@momiji/api";
import { newTaskInstance } from "@momiji/core";
import { openSqliteStore } from "@momiji/store";
import { webFolder } from "@momiji/web";
import { logPath, logReader } from "@momiji/worker";
import type { StageOrder } from "./orders.ts";
import { CHATTERER, fill, logsOf, logText, openLog, owner, taskIdOf } from "./stage.ts";

const LINES_AT_ONCE = 100;

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
const newest = await fill(filling, logsOf(folder));
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
    read: (name, fromSeq, having = "") => logs.read(logPath("", name), { fromSeq, having }),
    follow: (name, fromSeq, signal) => logs.follow(logPath("", name), { fromSeq, signal }),
  },
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
say({ address: await server.listen({ host: "127.0.0.1", port: 0 }) });

const revisions = new Map([...newest.keys()].map((dagId) => [dagId, 1]));
const chatter = { file: openLog(logsOf(folder), CHATTERER), next: 1 };
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as StageOrder;
  say(await (order.kind === "lines" ? chat(order.count, order.rate) : change(order)));
}

/** Task instances of the newest run that run and end by turns. */
async function change({ dagId, count, rate }: StageOrder & { readonly kind: "changes" }): Promise<readonly number[]> {
  const runKey = newest.get(dagId) ?? 0;
  return atRate({ count, rate }, async (done) => {
    const at = nowMicros();
    const state = Math.floor(done / 20) % 2 === 0 ? ("running" as const) : ("success" as const);
    const update = [{ ...newTaskInstance(taskIdOf(done % 20), 1), state, tryNumber: 1, startDate: at }];
    const expectRevision = revisions.get(dagId) ?? 1;
    await store.commit({ owner, fence, now: at, runs: [{ runKey, expectRevision, update }] });
    revisions.set(dagId, expectRevision + 1);
  });
}

/** Lines are written a hundred at a time, as programs do that buffer them. */
function chat(count: number, rate: number): Promise<readonly number[]> {
  return atRate({ count: count / LINES_AT_ONCE, rate: rate / LINES_AT_ONCE }, () => {
    writeSync(chatter.file, logText(chatter.next, LINES_AT_ONCE));
    chatter.next += LINES_AT_ONCE;
  });
}

/** At a constant rate (a second), however long one takes. */
async function atRate(
  { count, rate }: { readonly count: number; readonly rate: number },
  act: (done: number) => Promise<void> | void,
): Promise<readonly number[]> {
  const times: number[] = [];
  const start = performance.now();
  for (let done = 0; done < count; done++) {
    const early = start + (done * 1_000) / rate - performance.now();
    await (early > 0 ? pause(early) : new Promise((resolve) => setImmediate(resolve)));
    await act(done);
    times.push(nowMicros() / 1_000);
  }
  return times;
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
