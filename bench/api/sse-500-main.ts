/**
 * The server of `sse-500`: the API over a store of its own, into which it commits so many changes a second. Each tells in the
 * start of its task instance when it was committed. Prints its port and token, then what it has done.
 */
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { createApiServer, generateKey, KeyRing } from "@momiji/api";
import { type DagRun, type DagSpec, newTaskInstance } from "@momiji/core";
import { openSqliteStore } from "@momiji/store";

const [, , path = "", rateText = "200", secondsText = "5"] = process.argv;
const [rate, seconds] = [Number(rateText), Number(secondsText)];
const owner = "bench";
const nowMicros = (): number => Math.round((performance.timeOrigin + performance.now()) * 1_000);

const clock = {
  now: nowMicros,
  setTimer: (at: number, call: () => void) => {
    const timer = setTimeout(call, Math.max(0, (at - nowMicros()) / 1_000));
    return () => clearTimeout(timer);
  },
};
const spec: DagSpec = {
  version: 1,
  dagId: "watched",
  schedule: { kind: "none" },
  timezone: "UTC",
  catchup: false,
  templateStyle: "json",
  source: { file: "watched.ts" },
  tasks: [{ taskId: "only", operator: "function", lane: "function", upstream: [] }],
};
const store = await openSqliteStore({ path });
await store.publishFile(
  { file: "watched.ts", bundle: { hash: "h", path: "/b" }, dags: [spec], errors: [] },
  nowMicros(),
);
const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
const token = randomBytes(16).toString("hex");
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
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});
const address = await server.listen({ host: "127.0.0.1", port: 0 });
const run = await newRun();
process.stdout.write(`${JSON.stringify({ port: Number(new URL(address).port), token })}\n`);

const lines = createInterface({ input: process.stdin });
lines.once("line", () => void work());

async function newRun(): Promise<DagRun> {
  const at = nowMicros();
  const planned = { runType: "manual", triggeredBy: "test", logicalDate: null, dataIntervalStart: null } as const;
  const more = { dataIntervalEnd: null, runAfter: at, conf: {}, dagVersion: 1, note: null } as const;
  const [made] = await store.createRuns([{ ...planned, ...more, dagId: "watched", runId: "r" }], at);
  if (made === undefined || !made.created) throw new Error("the run was not created");
  const { runKey } = made.run;
  await store.commit({
    owner,
    fence,
    now: at,
    runs: [{ runKey, expectRevision: 0, insert: [newTaskInstance("only", 0)] }],
  });
  return made.run;
}

/** At a constant rate, however long one commit takes. */
async function work(): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const count = rate * seconds;
  for (let done = 0; done < count; done++) {
    const early = start + (done * 1_000) / rate - performance.now();
    // Also where it is late: a scheduler lets others have their turn between two commits.
    await (early > 0 ? pause(early) : new Promise((resolve) => setImmediate(resolve)));
    const update = [
      { ...newTaskInstance("only", 0), state: "running" as const, tryNumber: done + 1, startDate: nowMicros() },
    ];
    await store.commit({
      owner,
      fence,
      now: nowMicros(),
      runs: [{ runKey: run.runKey, expectRevision: done + 1, update }],
    });
  }
  const { user, system } = process.cpuUsage(cpu);
  process.stdout.write(`${JSON.stringify({ count, cpuMillis: (user + system) / 1_000 })}\n`);
}
