/**
 * `npm run simulate -- [--seed N] [--hours H] [--seeds K] [--trace] [--plant BUG] [--json FILE]`: whole engines on a virtual
 * clock, one for each seed, with crashes and a bad line, audited. A seed that does not hold is printed with its violations.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { machine } from "../bench/result.ts";
import { PLANTED_BUGS, type PlantedBug, simulate, type SimulationResult } from "@momiji/testing/simulation";

/** So few seeds are not worth a thread. */
const FEW = 10;
const MOST_THREADS = 4;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    seeds: { type: "string", default: "1" },
    hours: { type: "string", default: "6" },
    plant: { type: "string" },
    trace: { type: "boolean", default: false },
    json: { type: "string" },
  },
});

function wholeNumber(name: "seed" | "seeds" | "hours"): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  process.stderr.write(`--${name} must be a whole number, not ${values[name]}\n`);
  process.exit(2);
}

const bug = values.plant as PlantedBug | undefined;
if (bug !== undefined && !PLANTED_BUGS.includes(bug)) {
  process.stderr.write(`no such bug: ${bug}; there are ${PLANTED_BUGS.join(", ")}\n`);
  process.exit(2);
}
const [first, count, hours] = [wholeNumber("seed"), wholeNumber("seeds"), wholeNumber("hours")];
const print = values.trace ? (line: string): void => void process.stdout.write(`${line}\n`) : undefined;
const started = performance.now();
const seeds = Array.from({ length: count }, (_, index) => first + index);
const rest = { hours, ...(bug === undefined ? {} : { bug }) };
const results = count > FEW && print === undefined ? await onThreads() : await here();
const failed = results.filter(({ violations }) => violations.length > 0).length;
const sum = (name: "commits" | "runs" | "attempts" | "deaths"): number =>
  results.reduce((total, result) => total + result[name], 0);
const only = results.length === 1 ? results[0] : undefined;
process.stdout.write(
  `${results.length - failed} of ${results.length} seeds hold, ${hours} hours each: ${sum("runs")} runs, ${sum("attempts")} attempts, ` +
    `${sum("commits")} commits, ${sum("deaths")} deaths, in ${((performance.now() - started) / 1000).toFixed(1)} s\n` +
    (only === undefined ? "" : `seed ${only.seed}: trace ${only.hash}\n`),
);
if (values.json !== undefined) {
  const value = results.length - failed;
  const row = {
    name: "simulate",
    metric: "passed",
    value,
    unit: "seeds",
    floor: null,
    ratio: null,
    target: results.length,
  };
  const answer = { results: [{ ...row, holds: failed === 0 }], seeds: results, machine: machine() };
  writeFileSync(values.json, `${JSON.stringify(answer, null, 2)}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;

async function here(): Promise<SimulationResult[]> {
  const lived: SimulationResult[] = [];
  for (const seed of seeds)
    lived.push(told(await simulate({ seed, ...rest, ...(print === undefined ? {} : { print }) })));
  return lived;
}

/** Worlds know nothing of each other: each processor lives through its share. */
async function onThreads(): Promise<SimulationResult[]> {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const shares = Array.from({ length: threads }, (_, share) =>
    seeds.filter((_seed, index) => index % threads === share),
  );
  const lived = await Promise.all(shares.map(onThread));
  return lived.flat().toSorted((a, b) => a.seed - b.seed);
}

function onThread(share: readonly number[]): Promise<SimulationResult[]> {
  const lived: SimulationResult[] = [];
  const thread = new Worker(new URL("./seeds-thread.ts", import.meta.url), { workerData: { seeds: share, ...rest } });
  return new Promise((resolve, reject) => {
    thread.on("message", (result: SimulationResult) => lived.push(told(result)));
    thread.on("error", reject);
    thread.on("exit", () => resolve(lived));
  });
}

function told(result: SimulationResult): SimulationResult {
  if (result.violations.length > 0) tell(result);
  return result;
}

function tell({ seed, hash, violations }: SimulationResult): void {
  process.stdout.write(
    `seed ${seed} does not hold (trace ${hash}):\n${violations.map((each) => `  ${each}\n`).join("")}`,
  );
  process.stdout.write(`  again: npm run simulate -- --seed ${seed} --hours ${hours} --trace\n`);
}
