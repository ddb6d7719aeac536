/** What `.ci/run` does once the packages are installed: every stage to its end, then one line with all totals. */
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addTotals, readTotals, type Totals } from "./ci/totals.ts";
import { printResults, runStage, type Stage, type StageResult } from "./run-stage.ts";

const CHAOS_ROUNDS = "10";
const SIMULATED = ["--seeds", "1000", "--hours", "2"] as const;
const KUBERNETES = "providers/kubernetes";
/** Longer than the slowest takes on a machine that does much else: only what hangs is ended. */
const STAGE_TIMEOUT_MINUTES = 40;

interface CiStage extends Stage {
  /** Where the command leaves its counts; a stage without counts is one test, passed or failed. */
  readonly report?: string;
}

const reports = mkdtempSync(join(tmpdir(), "momiji-ci-"));
const report = (name: string): string => join(reports, `${name}.json`);

const reporting = (name: string): readonly string[] => [
  "--reporter=default",
  "--reporter=./scripts/second-tries.ts",
  "--reporter=json",
  `--outputFile.json=${report(name)}`,
];

const stages: readonly CiStage[] = [
  { name: "check", command: ["npm", "run", "check"] },
  {
    name: "test",
    command: ["npm", "test", "--", `--exclude=${KUBERNETES}/**`, ...reporting("test")],
    report: report("test"),
  },
  {
    name: "conformance",
    command: ["npm", "run", "conformance", "--", "--json", report("conformance")],
    report: report("conformance"),
  },
  {
    // Not through npm, which would put our own Node first in the PATH: a newcomer has only the stock one.
    name: "smoke",
    command: [process.execPath, "scripts/smoke.ts", "--json", report("smoke")],
    report: report("smoke"),
  },
  {
    name: "chaos",
    command: ["npm", "run", "chaos", "--", "--rounds", CHAOS_ROUNDS, "--json", report("chaos")],
    report: report("chaos"),
  },
];

/** Last: where their programs are not in the cache they are compiled meanwhile. */
const waiting: readonly CiStage[] = [
  {
    name: "kubernetes",
    // Many cases at once: nearly all of their time is waiting for pods.
    command: [
      ".ci/with-kubernetes.sh",
      "npm",
      "test",
      "--",
      KUBERNETES,
      `--exclude=${KUBERNETES}/src/alone/**`,
      "--maxConcurrency=8",
      ...reporting("kubernetes"),
    ],
    report: report("kubernetes"),
  },
  {
    // Tests that stop parts of a cluster have one to themselves.
    name: "kubernetes-alone",
    command: [
      ".ci/with-kubernetes.sh",
      "env",
      "MOMIJI_TEST_KUBERNETES_ALONE=1",
      "npm",
      "test",
      "--",
      `${KUBERNETES}/src/alone`,
      "--maxWorkers=1",
      ...reporting("kubernetes-alone"),
    ],
    report: report("kubernetes-alone"),
  },
];

/** On a clock of its own, so that it may take its time: it runs while the others wait for pods, and what it printed follows. */
const simulation: CiStage = {
  name: "simulate",
  command: ["nice", "npm", "run", "simulate", "--", ...SIMULATED, "--json", report("simulate")],
  report: report("simulate"),
};

async function run(stage: CiStage, output?: number): Promise<StageResult & Pick<CiStage, "report">> {
  const options = { timeoutMinutes: STAGE_TIMEOUT_MINUTES, ...(output === undefined ? {} : { output }) };
  return { ...(stage.report === undefined ? {} : { report: stage.report }), ...(await runStage(stage, options)) };
}

function totalsOf({ ok }: StageResult, path: string | undefined): Totals {
  const counted = path !== undefined && existsSync(path) ? readTotals(readFileSync(path, "utf8")) : undefined;
  const totals = counted ?? { passed: ok ? 1 : 0, failed: 0, skipped: 0 };
  return ok || totals.failed > 0 ? totals : { ...totals, failed: 1 };
}

const results: Awaited<ReturnType<typeof run>>[] = [];
for (const stage of stages) results.push(await run(stage));
const said = join(reports, "simulate.txt");
const simulated = run(simulation, openSync(said, "w"));
for (const stage of waiting) results.push(await run(stage));
results.push(await simulated);
console.log(readFileSync(said, "utf8"));
const totals = results.map((result) => totalsOf(result, result.report)).reduce(addTotals);
rmSync(reports, { recursive: true });
printResults(results);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;
