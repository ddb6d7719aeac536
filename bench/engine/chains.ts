/** Tasks in sequence: `chain-fn`, `chain-bash`, `long-fn`, `steps3`, `steps3-burst`. */
import { cpus } from "node:os";
import { fiboModule, scratchFolder, startEngine } from "../engine-under-test.ts";
import { fibo } from "../fibo.ts";
import { openDurable } from "../floors/durable.ts";
import { startBareSpawner } from "../floors/spawner.ts";
import { startWarmChildren } from "../floors/warm-children.ts";
import { median, percentile, repeat, timed } from "../measure.ts";
import type { Bench, Report } from "../result.ts";

const HEAD = `import { dag } from "momiji";\nimport { bash } from "momiji/operators";\nimport { fibo } from ${JSON.stringify(fiboModule)};\n`;

/** A DAG file with so many tasks in sequence; `task` is the source of one, which may use `index`. */
function chainOf(id: string, length: number, task: string): string {
  return `${HEAD}export default dag({ id: "${id}", schedule: null }, ({ task, chain }) => {
  chain(...Array.from({ length: ${length} }, (_, index) => ${task}));
});\n`;
}

/** Milliseconds of one step of the bare work: a message to a warm child and back, and one durable transaction. */
async function stepFloor(n: number, steps: number): Promise<number[]> {
  const scratch = scratchFolder();
  const durable = openDurable(scratch.path);
  const children = await startWarmChildren(1);
  const values = await repeat(10, () =>
    timed(async () => {
      for (let step = 0; step < steps; step++) {
        await children.call(n);
        durable.commit(2);
      }
    }),
  );
  children.stop();
  durable.close();
  scratch.remove();
  return values;
}

async function chainFn(report: Report): Promise<void> {
  const floor = median(await stepFloor(10, 40));
  const engine = await startEngine({ "chain.ts": chainOf("chain_fn", 40, "task(`t${index}`, () => fibo(10))") });
  const values = await repeat(50, () => engine.run("chain_fn"));
  await engine.stop();
  report({
    name: "chain-fn",
    metric: "median",
    value: median(values),
    unit: "ms",
    floor,
    target: { of: "ratio", atMost: 2.5 },
  });
  report({ name: "chain-fn", metric: "p99", value: percentile(values, 99), unit: "ms" });
}

async function chainBash(report: Report): Promise<void> {
  const scratch = scratchFolder();
  const durable = openDurable(scratch.path);
  const spawner = await startBareSpawner();
  const floors = await repeat(5, () =>
    timed(async () => {
      for (let step = 0; step < 40; step++) {
        await spawner.spawn(1, 1);
        durable.commit(2);
      }
    }),
  );
  spawner.stop();
  durable.close();
  scratch.remove();
  const engine = await startEngine({ "chain.ts": chainOf("chain_bash", 40, 'bash(`t${index}`, { command: "true" })') });
  const values = await repeat(10, () => engine.run("chain_bash"));
  await engine.stop();
  report({
    name: "chain-bash",
    metric: "median",
    value: median(values),
    unit: "ms",
    floor: median(floors),
    target: { of: "ratio", atMost: 1.5 },
  });
}

async function longFn(report: Report): Promise<void> {
  const engine = await startEngine({ "long.ts": chainOf("long_fn", 10, "task(`t${index}`, () => fibo(33))") });
  const floors: number[] = [];
  // In turns, since a shared machine changes its speed within seconds.
  const values = await repeat(5, async () => {
    floors.push(
      await timed(async () => {
        for (let call = 0; call < 10; call++) fibo(33);
      }),
    );
    return engine.run("long_fn");
  });
  await engine.stop();
  const floor = median(floors.slice(1));
  report({
    name: "long-fn",
    metric: "median",
    value: median(values),
    unit: "ms",
    floor,
    target: { of: "ratio", atMost: 1.1 },
  });
}

async function steps3(report: Report): Promise<void> {
  const floor = median(await stepFloor(10, 40)) / 40;
  const engine = await startEngine({ "steps.ts": chainOf("steps3", 3, "task(`t${index}`, () => fibo(10))") });
  const values = await repeat(200, () => engine.run("steps3"));
  await engine.stop();
  report({
    name: "steps3",
    metric: "median",
    value: median(values),
    unit: "ms",
    floor: 3 * floor,
    target: { of: "ratio", atMost: 3 },
  });
  report({
    name: "steps3",
    metric: "p99",
    value: percentile(values, 99),
    unit: "ms",
    floor: 3 * floor,
    target: { of: "ratio", atMost: 8 },
  });
}

async function steps3Burst(report: Report): Promise<void> {
  const runs = 500;
  const floor = median(await callFloor(runs * 3, 10));
  const source = `${HEAD}export default dag({ id: "steps3", schedule: null, maxActiveRuns: 1000 }, ({ task, chain }) => {
  chain(...Array.from({ length: 3 }, (_, index) => task(\`t\${index}\`, () => fibo(10))));
});\n`;
  const engine = await startEngine({ "steps.ts": source });
  const rates = await repeat(5, async () => {
    const millis = await timed(() => Promise.all(Array.from({ length: runs }, () => engine.run("steps3"))));
    return (runs / millis) * 1000;
  });
  await engine.stop();
  const floorRate = (runs / floor) * 1000;
  report({
    name: "steps3-burst",
    metric: "runs a second",
    value: median(rates),
    unit: "1/s",
    floor: floorRate,
    target: { of: "ratio", atLeast: 0.5 },
  });
}

/** Milliseconds of so many calls on all bare children, with a durable transaction for each hundred. */
export async function callFloor(calls: number, n: number): Promise<number[]> {
  const scratch = scratchFolder();
  const durable = openDurable(scratch.path);
  const children = await startWarmChildren(cpus().length);
  const values = await repeat(5, () =>
    timed(async () => {
      let started = 0;
      let ended = 0;
      const work = async (child: number): Promise<void> => {
        while (started < calls) {
          started++;
          await children.call(n, child);
          if (++ended % 100 === 0) durable.commit(100);
        }
      };
      await Promise.all(Array.from({ length: children.size }, (_, child) => work(child)));
      durable.commit(100);
    }),
  );
  children.stop();
  durable.close();
  scratch.remove();
  return values;
}

export const chains: readonly Bench[] = [
  { name: "chain-fn", group: "engine", run: chainFn },
  { name: "chain-bash", group: "engine", run: chainBash },
  { name: "long-fn", group: "engine", run: longFn },
  { name: "steps3", group: "engine", run: steps3 },
  { name: "steps3-burst", group: "engine", run: steps3Burst },
];
