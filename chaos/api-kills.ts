/**
 * `npm run chaos:api -- [--rounds N] [--seed S]`: kills a real server at random moments while clients change things through its
 * API, starts it again on the same home, sends again what had no answer, and looks for all that was acknowledged.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ApiLoad } from "./api-load.ts";
import { kill, processesWith } from "./processes.ts";
import { Random } from "./random.ts";
import { printResults } from "./results.ts";
import { Server } from "./server.ts";
import { TRACE_VARIABLE } from "./workload/trace.ts";
import { expected } from "./workload/workload.ts";

const LONGEST_MILLIS = 3_000;
const START_MILLIS = 120_000;
const LOOK_AGAIN_MILLIS = 100;

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" }, seed: { type: "string" } } });
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error("--rounds and --seed must be whole numbers");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "momiji-chaos-api-"));
const [dagId = ""] = expected.keys();
const server = new Server(folder);
const load = new ApiLoad(server, dagId);
const random = new Random(seed);

async function up(): Promise<void> {
  server.start();
  await server.ready(AbortSignal.timeout(START_MILLIS));
  while ((await server.request("GET", `/dags/${dagId}`))?.status !== 200) {
    if (server.ending !== null) throw new Error(`the server ended by itself: ${server.ending}`);
    await pause(LOOK_AGAIN_MILLIS);
  }
}

async function round(): Promise<string[]> {
  const over = new AbortController();
  const working = load.keepGoing(over.signal);
  await pause(random.next() * LONGEST_MILLIS);
  await server.kill("main");
  over.abort();
  await working;
  await up();
  return load.sendAgain();
}

console.log(`seed ${seed}, folder ${folder}`);
try {
  await up();
  const wrong: string[] = [];
  for (let number = 1; number <= rounds; number++) {
    const unanswered = await round();
    wrong.push(...unanswered);
    console.log(`round ${number}/${rounds}  ${load.acknowledged.length} changes acknowledged so far`);
  }
  const looked = load.acknowledged.length;
  const results = [
    { name: "what was acknowledged is there, as it was sent", looked, violations: await load.lost() },
    { name: "what is sent again is done once", looked: rounds, violations: wrong },
    { name: "nothing was refused", looked, violations: load.refused },
  ];
  await server.stop();
  console.log(`\n${printResults(results)}\nseed ${seed}`);
  if (results.some(({ violations }) => violations.length > 0)) {
    console.error(`the folder is kept: ${folder}`);
    process.exitCode = 1;
  } else rmSync(folder, { recursive: true, force: true });
} finally {
  for (const { pid } of processesWith(TRACE_VARIABLE, folder)) kill(pid, "SIGKILL");
}
