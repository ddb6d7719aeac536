/**
 * Replays recorded answers of Airflow and says how many Momiji gives too.
 *
 *     node --conditions=source conformance/run.ts [--dir DIR] [--json FILE]
 *
 * DIR holds files of the shape of `cases/` (the default). Exits with 1 if a case falls short that `differences.ts`
 * does not know, or if that list knows one that no longer occurs in `cases/`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { inspect, parseArgs } from "node:util";
import { type Difference, differences } from "./differences.ts";
import type { CaseFailure, ReplayResult } from "./replay.ts";

type Replay = (data: unknown) => ReplayResult | Promise<ReplayResult>;

interface FileReport {
  readonly name: string;
  readonly read: number;
  readonly passed: number;
  readonly onPurpose: readonly CaseFailure[];
  readonly failures: readonly CaseFailure[];
  /** Why the file could not be replayed at all; null: it was. */
  readonly problem: string | null;
}

/** File name without `.json`, which is also the name of the module, to the function that replays it. */
const REPLAYS: Readonly<Record<string, string>> = {
  timetables: "replayTimetables",
  "trigger-rules": "replayTriggerRules",
  retries: "replayRetries",
  "run-outcomes": "replayRunOutcomes",
  templates: "replayTemplates",
  "api-examples": "replayApiExamples",
};
const OWN_CASES = join(import.meta.dirname, "cases");
const SHOWN_FAILURES = 10;
const SHOWN_CHARACTERS = 600;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { dir: { type: "string", default: OWN_CASES }, json: { type: "string" } } });
  const names = Object.keys(REPLAYS).filter((name) => existsSync(join(values.dir, `${name}.json`)));
  if (names.length === 0) {
    console.error(
      `${values.dir} has none of the files ${Object.keys(REPLAYS)
        .map((name) => `${name}.json`)
        .join(", ")}`,
    );
    return 1;
  }
  const reports: FileReport[] = [];
  for (const name of names) reports.push(await replayFile(name, join(values.dir, `${name}.json`)));
  const stale = resolve(values.dir) === OWN_CASES ? differences.filter((known) => isStale(known, reports)) : [];
  print(reports, stale);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(asJson(reports), null, 2)}\n`);
  return stale.length === 0 && reports.every(holds) ? 0 : 1;
}

async function replayFile(name: string, file: string): Promise<FileReport> {
  try {
    const replay = await loadReplay(name);
    if (replay === null) return failed(name, "no replay yet");
    const { read, passed, failures } = await replay(JSON.parse(readFileSync(file, "utf8")));
    const isKnown = ({ id }: CaseFailure): boolean => differences.some((known) => covers(known, name, id));
    return {
      name,
      read,
      passed,
      onPurpose: failures.filter(isKnown),
      failures: failures.filter((failure) => !isKnown(failure)),
      problem: null,
    };
  } catch (error) {
    return failed(
      name,
      `cannot be replayed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

function failed(name: string, problem: string): FileReport {
  return { name, read: 0, passed: 0, onPurpose: [], failures: [], problem };
}

async function loadReplay(name: string): Promise<Replay | null> {
  const module = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(module)) return null;
  const exported = (await import(module.href)) as Readonly<Record<string, Replay>>;
  return exported[REPLAYS[name] ?? ""] ?? null;
}

function covers(known: Difference, name: string, id: string): boolean {
  return known.file === name && (typeof known.id === "string" ? known.id === id : known.id.test(id));
}

/** A file that is not there or could not be replayed proves nothing about its differences. */
function isStale(known: Difference, reports: readonly FileReport[]): boolean {
  const report = reports.find(({ name, problem }) => name === known.file && problem === null);
  return report !== undefined && !report.onPurpose.some(({ id }) => covers(known, known.file, id));
}

function holds({ failures, problem }: FileReport): boolean {
  return problem === null && failures.length === 0;
}

function print(reports: readonly FileReport[], stale: readonly Difference[]): void {
  for (const { name, read, passed, onPurpose, problem } of reports) {
    const apart = onPurpose.length === 0 ? "" : `, ${onPurpose.length} differ on purpose`;
    console.log(`${`${name}.json`.padEnd(20)}${problem ?? `${passed} passed of ${read} read${apart}`}`);
  }
  for (const known of differences) {
    const ids = reports.flatMap((report) => report.onPurpose.filter(({ id }) => covers(known, report.name, id)));
    if (ids.length > 0)
      console.log(`\non purpose, ${known.file}: ${ids.map(({ id }) => id).join("; ")}\n  ${known.reason}`);
  }
  for (const known of stale) {
    console.log(`\nSTALE, ${known.file}: ${known.id} no longer differs; take it out of conformance/differences.ts`);
  }
  for (const { name, failures } of reports) {
    for (const failure of failures.slice(0, SHOWN_FAILURES)) printFailure(name, failure);
    if (failures.length > SHOWN_FAILURES) console.log(`\n${name}: ${failures.length - SHOWN_FAILURES} more fail`);
  }
}

function printFailure(name: string, { id, expected, actual }: CaseFailure): void {
  const short = (value: unknown): string =>
    inspect(value, { depth: 9, breakLength: Infinity }).slice(0, SHOWN_CHARACTERS);
  console.log(`\nFAILED, ${name}: ${id}\n  expected ${short(expected)}\n  actual   ${short(actual)}`);
}

function asJson(reports: readonly FileReport[]): unknown {
  const results = reports.map((report) => ({
    name: `${report.name}.json`,
    metric: "passed",
    value: report.passed + report.onPurpose.length,
    unit: "cases",
    floor: null,
    ratio: null,
    target: report.read,
    holds: holds(report),
  }));
  const machine = {
    platform: process.platform,
    arch: process.arch,
    node: process.version,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
  };
  return { results, machine };
}

process.exitCode = await main();
