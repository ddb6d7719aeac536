/**
 * `npm run chaos -- [--rounds N] [--seed S] [--json FILE]`: kills a real server at N random moments of its work and starts
 * it again on the same home, then lets everything finish and audits it. A violation is printed, and the folder is kept.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { audit, checkTasksGone } from "./audit.ts";
import type { CheckResult } from "./finding.ts";
import { kill, processesWith } from "./processes.ts";
import { Random } from "./random.ts";
import { printResults, writeResults } from "./results.ts";
import { KILL_MODES, type KillMode, Server } from "./server.ts";
import { Work } from "./work.ts";
import { TRACE_VARIABLE } from "./workload/trace.ts";

/** From the server file to the kill, on a machine that is up in `USUAL_START_MILLIS`; longer on a slower one. */
const LONGEST_DELAY_MILLIS = 1_500;
const USUAL_START_MILLIS = 500;
const MOST_PATIENCE = 4;
/** Rounds that do not wait for the server file. */
const START_ROUNDS = 0.2;
const TO_THE_END_MILLIS = 300_000;

interface Round {
  readonly mode: KillMode;
  readonly delayMillis: number;
  readonly isDuringStart: boolean;
}

/** `startMillis`: how long the first start took. */
function drawRound(random: Random, startMillis: number): Round {
  const isDuringStart = random.next() < START_ROUNDS;
  const patience = Math.min(Math.max(startMillis / USUAL_START_MILLIS, 1), MOST_PATIENCE);
  const longest = isDuringStart ? 2 * startMillis : LONGEST_DELAY_MILLIS * patience;
  return { mode: random.pick(KILL_MODES), delayMillis: Math.round(random.next() * longest), isDuringStart };
}

/**
 * The first server is given work before the first round, so that however slow the machine is there is something to lose.
 * Gives the milliseconds that its start took.
 */
async function begin(server: Server, work: Work): Promise<number> {
  const start = performance.now();
  server.start();
  await server.ready(AbortSignal.timeout(TO_THE_END_MILLIS));
  const startMillis = performance.now() - start;
  await work.goOnce();
  return startMillis;
}

/** Starts unless it is up, works, kills. Gives how the server ended if nobody had killed it. */
async function playRound(
  server: Server,
  work: Work,
  { mode, delayMillis, isDuringStart }: Round,
): Promise<string | null> {
  const over = new AbortController();
  if (server.ending !== null) server.start();
  if (!isDuringStart) await server.ready(over.signal);
  const working = server.ready(over.signal).then(() => work.keepGoing(over.signal));
  await pause(delayMillis);
  const ending = server.ending;
  await server.kill(mode);
  over.abort();
  await working;
  return ending;
}

async function finish(server: Server, work: Work): Promise<CheckResult[]> {
  if (server.ending !== null) await begin(server, work);
  const hasEnded = await work.ended(TO_THE_END_MILLIS);
  const results = [
    {
      name: "everything comes to its end",
      looked: 1,
      violations: hasEnded ? [] : [`not within ${TO_THE_END_MILLIS / 1000} s; the server: ${server.ending ?? "runs"}`],
    },
    await checkTasksGone(server),
  ];
  const ending = await server.stop();
  results.push({
    name: "the server stops when it is told to",
    looked: 1,
    violations: ending === "exit code 0" ? [] : [ending],
  });
  return [...results, ...(await audit(server, work))];
}

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "10" }, seed: { type: "string" }, json: { type: "string" } },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || rounds < 0 || !Number.isInteger(seed)) {
  console.error("--rounds and --seed must be whole numbers");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "momiji-chaos-"));
const server = new Server(folder);
const work = new Work(server);
const random = new Random(seed);
const surprises: string[] = [];
console.log(`seed ${seed}, folder ${folder}`);
try {
  const start = performance.now();
  const startMillis = await begin(server, work);
  for (let number = 1; number <= rounds; number++) {
    const round = drawRound(random, startMillis);
    const ending = await playRound(server, work, round);
    if (ending !== null) surprises.push(`round ${number}: the server had ended by itself: ${ending}`);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `round ${number}/${rounds}  ${seconds} s  killed ${round.mode} ${round.delayMillis} ms after ${round.isDuringStart ? "its start" : "it was up"}`,
    );
  }
  const results = [
    ...(await finish(server, work)),
    { name: "no server ended by itself", looked: rounds, violations: surprises },
  ];
  console.log(`\n${printResults(results)}\n${((performance.now() - start) / 1000).toFixed(1)} s, seed ${seed}`);
  if (values.json !== undefined) writeFileSync(values.json, writeResults(results, { rounds, seed }));
  if (results.some(({ violations }) => violations.length > 0)) {
    console.error(`the folder is kept: ${folder}`);
    process.exitCode = 1;
  } else rmSync(folder, { recursive: true, force: true });
} finally {
  for (const { pid } of processesWith(TRACE_VARIABLE, folder)) kill(pid, "SIGKILL");
}
