import { type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AttemptEvent, AttemptOrder } from "@momiji/core";
import type { SensorDefinition } from "@momiji/sdk";
import { afterEach, describe, expect, test } from "vitest";
import { startOf } from "./processes/process-identity.ts";
import { forkSibling } from "./sibling-process.ts";
import {
  bashOrder,
  messages,
  orderOf,
  startWorker,
  type TestOptions,
  type TestWorker,
  writeBundle,
} from "./worker.testing.ts";

const folder = mkdtempSync(join(tmpdir(), "momiji-lives-"));
const benches: TestWorker[] = [];
afterEach(async () => {
  await Promise.all(benches.splice(0).map((bench) => bench.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** A worker on the one folder: the next life of the one before. */
async function nextLife(options: TestOptions = {}): Promise<TestWorker> {
  const bench = await startWorker({ folder, ...options });
  benches.push(bench);
  return bench;
}

/** A worker process that will be killed. Resolves when each of the orders runs. */
async function doomedLife(orders: readonly AttemptOrder[]): Promise<{ process: ChildProcess; pids: number[] }> {
  const child = forkSibling({
    from: import.meta.url,
    module: "./worker-process.testing",
    args: [folder, JSON.stringify(orders)],
    env: process.env,
    flags: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const pids = new Map<string, number>();
  await new Promise<void>((resolve) => {
    child.on("message", (event: AttemptEvent) => {
      if (event.type === "started" && event.pid !== undefined) pids.set(event.attemptId, event.pid);
      if (pids.size === orders.length) resolve();
    });
  });
  return { process: child, pids: orders.map((order) => pids.get(order.attemptId) ?? 0) };
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

test("a sensor reads back what it has pushed, whether the store has it yet or not", async () => {
  const seen: unknown[] = [];
  const probe: SensorDefinition = {
    name: "probe",
    templateFields: [],
    poke: async ({ xcom }) => {
      seen.push([
        await xcom.pull("t", { key: "a" }),
        await xcom.pull("t", { key: "b" }),
        await xcom.pull("u", { key: "a" }),
      ]);
      xcom.push("a", seen.length);
      return seen.length === 2;
    },
  };
  const bench = await nextLife({ operators: new Map([["probe", probe]]), ask: () => Promise.resolve("stored") });
  const sensor = { pokeIntervalSeconds: 0.01, timeoutSeconds: 60 };
  await bench.outcomeOf(orderOf({ lane: "async", operator: "probe", taskId: "t", sensor }));
  expect(seen).toEqual([
    ["stored", "stored", "stored"],
    [1, "stored", "stored"],
  ]);
});

describe("after the death of a worker", () => {
  test("commands that it left behind are found and ended before they are said to be lost", async () => {
    const stubborn = bashOrder("trap '' TERM; while :; do read -t 1 <> <(:); done");
    const daemon = bashOrder("setsid sleep 1000 & sleep 1000");
    const life = await doomedLife([stubborn, daemon]);
    // Both at once, as a kill of everything would do: neither may see the other go and end them.
    const spawners = await childrenOf(life.process);
    for (const pid of spawners) process.kill(pid, "SIGSTOP");
    await killed(life.process);
    for (const pid of spawners) process.kill(pid, "SIGKILL");
    expect(life.pids.map((pid) => startOf(pid) !== null)).toEqual([true, true]);
    const bench = await nextLife();
    await bench.worker.recover([stubborn, daemon]);
    expect(life.pids.map(startOf)).toEqual([null, null]);
    const outcomes = [await bench.finished(stubborn.attemptId), await bench.finished(daemon.attemptId)];
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(["lost", "lost"]);
  }, 20_000);

  test("a function that never returns does not outlive it", async () => {
    const bundle = writeBundle(folder, "{ spin: () => { for (;;); } }");
    const order = orderOf({ lane: "function", operator: "function", taskId: "spin" }, { bundle });
    const life = await doomedLife([order]);
    await killed(life.process);
    const bench = await nextLife();
    await bench.worker.recover([order]);
    expect((await bench.finished(order.attemptId)).outcome.kind).toBe("lost");
    await bench.worker.stop(0);
    expect(life.pids.map(startOf)).toEqual([null]);
  }, 20_000);

  test("commands end by themselves, since the spawner sees it go", async () => {
    const order = bashOrder("sleep 1000");
    const life = await doomedLife([order]);
    const spawners = await childrenOf(life.process);
    await killed(life.process);
    await Promise.all([...spawners, ...life.pids].map(gone));
    expect(life.pids.map(startOf)).toEqual([null]);
  }, 20_000);
});

describe("an outcome", () => {
  test("is kept until it is acknowledged, and delivered again to the next life", async () => {
    const [first, second] = [bashOrder("echo a"), bashOrder("exit 4")];
    const bench = await nextLife();
    const events = [await bench.outcomeOf(first), await bench.outcomeOf(second)];
    bench.worker.acknowledge([first.attemptId]);
    await bench.worker.stop(0);
    const next = await nextLife();
    await next.worker.recover([first, second]);
    expect((await next.finished(first.attemptId)).outcome.kind).toBe("lost");
    expect(await next.finished(second.attemptId)).toEqual(events[1]);
    next.worker.acknowledge([first.attemptId, second.attemptId]);
    await next.worker.stop(0);
    const last = await nextLife();
    await last.worker.recover([second]);
    expect((await last.finished(second.attemptId)).outcome.kind).toBe("lost");
  });

  test("is not computed twice for an order that comes twice", async () => {
    const bench = await nextLife();
    const order = bashOrder("echo ran");
    bench.worker.run(order);
    bench.worker.run(order);
    await bench.finished(order.attemptId);
    bench.worker.run(order);
    await bench.outcomeOf(bashOrder("true"));
    expect(
      bench.events.filter((event) => event.type === "started" && event.attemptId === order.attemptId),
    ).toHaveLength(1);
    expect(messages(await bench.logOf(order))).toEqual(["ran"]);
  });

  test("leaves no growing files behind", async () => {
    const bench = await nextLife();
    const orders = Array.from({ length: 20 }, () => bashOrder("true"));
    await Promise.all(orders.map((order) => bench.outcomeOf(order)));
    bench.worker.acknowledge(orders.map((order) => order.attemptId));
    await bench.worker.stop(0);
    await nextLife();
    const files = readdirSync(join(folder, "state")).filter((name) => name.startsWith("outcomes"));
    expect(files).toHaveLength(1);
  });
});

describe("a worker", () => {
  test("goes on asking the sensors of the life before", async () => {
    const sensor = { pokeIntervalSeconds: 60, timeoutSeconds: 600 };
    const order = orderOf({ lane: "async", operator: "mine", sensor });
    const operators = new Map([["mine", { name: "mine", templateFields: [], poke: () => true }]]);
    const bench = await nextLife({ operators });
    await bench.worker.recover([order]);
    expect((await bench.finished(order.attemptId)).outcome.kind).toBe("success");
  });

  test("gives what runs its grace when it stops, then ends it as lost, so that it begins again", async () => {
    const bench = await nextLife();
    const [long, waiting] = [
      bashOrder("sleep 1000"),
      bashOrder("trap 'exit 0' TERM; echo x; while :; do read -t 1 <> <(:); done"),
    ];
    bench.worker.run(long);
    bench.worker.run(waiting);
    await Promise.all([bench.started(long.attemptId), bench.started(waiting.attemptId)]);
    await bench.worker.stop(10);
    const outcomes = await Promise.all([long, waiting].map((order) => bench.finished(order.attemptId)));
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(["lost", "lost"]);
  });

  test("survives an order that makes no sense, and runs the next one", async () => {
    const bench = await nextLife();
    const broken = { ...bashOrder("true"), task: undefined } as unknown as AttemptOrder;
    const odd = orderOf({ lane: "sideways" as "process" });
    bench.worker.run(broken);
    bench.worker.run(odd);
    expect((await bench.finished(broken.attemptId)).outcome).toMatchObject({ code: "order", retryable: false });
    expect((await bench.finished(odd.attemptId)).outcome).toMatchObject({ code: "order" });
    expect((await bench.outcomeOf(bashOrder("true"))).outcome.kind).toBe("success");
  });

  test("goes on when logs cannot be written, and says so", async () => {
    const bench = await nextLife({
      logs: () => {
        throw new Error("no space left on device");
      },
    });
    expect((await bench.outcomeOf(bashOrder("echo hello"))).outcome.kind).toBe("success");
    expect(bench.warnings[0]).toContain("no space left on device");
  });
});

async function childrenOf(parent: ChildProcess): Promise<number[]> {
  const { readFileSync } = await import("node:fs");
  const pid = parent.pid ?? 0;
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").trim().split(" ").filter(Boolean).map(Number);
}

/** Waits for the end of a process that is not a child of this one. */
async function gone(pid: number): Promise<void> {
  while (startOf(pid) !== null) await new Promise<void>((resolve) => setImmediate(resolve));
}
