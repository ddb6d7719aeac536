/** `retention`: the sweep of a store with a million old task instances. Nobody waits longer for it than one of its steps takes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Clock, Micros } from "@momiji/core";
import { Retention, type SweepRules } from "@momiji/scheduler";
import { openSqliteStore, type RetentionStore } from "@momiji/store";
import { undoAtEnd } from "../leave-nothing.ts";
import type { Bench, Report } from "../result.ts";
import { END, fillBigHistory } from "../store/big-history.ts";

const INSTANCES = 1_000_000;
const VERSIONS = 6_000;
const EVENTS = 100_000;

const OLD = { before: END, keep: 2, most: null };

/** The sweep of a whole million takes minutes; what is measured shows in the first of them. */
const SWEEP_SECONDS = 30;

async function retention(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-bench-"));
  const leave = undoAtEnd(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "momiji.db");
  const filling = await openSqliteStore({ path, synchronous: "normal" });
  await fillBigHistory(filling, { instances: INSTANCES, versions: VERSIONS, events: EVENTS });
  await filling.close();
  const store = await openSqliteStore({ path, synchronous: "full" });
  const nothing: SweepRules = {
    runs: null,
    versionsBefore: null,
    importErrorsBefore: null,
    assetEventsBefore: null,
    eventLogBefore: null,
    logsBefore: null,
    bundlesBefore: null,
  };
  // Each kind by itself, so that none hides behind another.
  const kinds: readonly (readonly [string, Partial<SweepRules>])[] = [
    ["small runs", { runs: OLD, isWanted: (dagId) => dagId.startsWith("shape_0") }],
    ["large runs", { runs: OLD, isWanted: (dagId) => dagId.startsWith("shape_2") }],
    ["versions", { versionsBefore: END }],
    ["event log", { eventLogBefore: END }],
    ["bundles", { bundlesBefore: END }],
  ];
  for (const [kind, rules] of kinds) {
    const steps = new Map<string, Step[]>();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await sweepFor(timed(store, steps), { ...nothing, ...rules });
    delay.disable();
    const longest = delay.max / 1e6;
    report({ name: "retention", metric: `${kind}: longest wait of the process`, value: longest, unit: "ms" });
    tell(report, { kind, steps });
  }
  await store.close();
  leave();
}

function tell(report: Report, { kind, steps }: { kind: string; steps: ReadonlyMap<string, readonly Step[]> }): void {
  const target = { of: "value", atMost: 20 } as const;
  for (const [name, took] of steps) {
    const longest = Math.max(...took.map(({ wall }) => wall));
    const work = Math.max(...took.map(({ cpu }) => cpu));
    const what = `${kind}: longest of ${took.length} ${name}`;
    report({ name: "retention", metric: what, value: longest, unit: "ms" });
    report({ name: "retention", metric: `${what}, without the disk`, value: work, unit: "ms", target });
  }
}

/** One sweep, stopped when its time is over. */
async function sweepFor(store: RetentionStore, rules: SweepRules): Promise<void> {
  const { promise: isSwept, resolve } = Promise.withResolvers<void>();
  let rounds = 0;
  const service = new Retention({
    store,
    clock,
    files: { removeRunLogs: async () => 0, removeLogs: async () => 0, removeBundles: async () => 0 },
    log: { info: () => undefined, warn: () => undefined, error: (message, error) => console.error(message, error) },
    rules: () => {
      // The second sweep begins when the first is over.
      if (rounds++ > 0) resolve();
      return rules;
    },
    everyMicros: 1_000,
    firstAfterMicros: 0,
  });
  const over = setTimeout(() => resolve(), SWEEP_SECONDS * 1000);
  service.start();
  await isSwept;
  clearTimeout(over);
  await service.stop();
}

const clock: Clock = {
  now: () => Math.round((performance.timeOrigin + performance.now()) * 1000),
  setTimer: (at: Micros, callback) => {
    const timer = setTimeout(callback, Math.max(0, (at - clock.now()) / 1000));
    return () => clearTimeout(timer);
  },
};

/** Milliseconds. On a machine that others use too, only what it computes is its own. */
interface Step {
  readonly wall: number;
  readonly cpu: number;
}

/** The store with a watch on each call: it is done when a call returns, so that this is how long everything else stands still. */
function timed(store: RetentionStore, steps: Map<string, Step[]>): RetentionStore {
  return new Proxy(store, {
    get: (target, name: keyof RetentionStore) => {
      const call = target[name] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        const cpu = process.threadCpuUsage();
        const start = performance.now();
        const answer = call.apply(target, given);
        const wall = performance.now() - start;
        const { user, system } = process.threadCpuUsage(cpu);
        const took = { wall, cpu: (user + system) / 1000 };
        const known = steps.get(name);
        if (known === undefined) steps.set(name, [took]);
        else known.push(took);
        return answer;
      };
    },
  });
}

export const retentions: readonly Bench[] = [{ name: "retention", group: "scale", run: retention }];
