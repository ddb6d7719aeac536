/**
 * `npm run simulate -- [--seed N] [--hours H] [--seeds K] [--trace] [--plant BUG] [--json FILE]`: whole engines on a virtual
 * clock, one for each seed, with crashes and a bad line, audited. A seed that does not hold is printed with its violations.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { machine } from "../bench/result.ts";
import { PLANTED_BUGS, type PlantedBug, simulate, type SimulationResult } from "@momiji/testing/simulation";

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
const results: SimulationResult[] = [];
for (let seed = first; seed < first + count; seed++) {
  const options = { seed, hours, ...(bug === undefined ? {} : { bug }), ...(print === undefined ? {} : { print }) };
  const result = await simulate(options);
  results.push(result);
  if (result.violations.length > 0) tell(result);
}
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

function tell({ seed, hash, violations }: SimulationResult): void {
  process.stdout.write(
    `seed ${seed} does not hold (trace ${hash}):\n${violations.map((each) => `  ${each}\n`).join("")}`,
  );
  process.stdout.write(`  again: npm run simulate -- --seed ${seed} --hours ${hours} --trace\n`);
}
