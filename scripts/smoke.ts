/**
 * The first minutes of a newcomer, as README tells them: `npm start`, the run of `hello` succeeds, the server stops when
 * it is told to, and every example runs by itself. On a home folder of its own and any free port.
 *
 *     node scripts/smoke.ts [--json FILE]
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

/** By the id of the DAG, the variable that names its engine. */
const NEEDED_ENGINES: { readonly [dagId: string]: string } = {
  aws_files: "AIRFLOW_VAR_QUEUE",
  docker_job: "DOCKER_HOST",
  node_jobs: "KUBECONFIG",
  ecs_hello_world: "ECS_CLUSTER",
};
const FIRST_SUCCESS_SECONDS = 10;
const STOP_SECONDS = 15;
const EXAMPLE_SECONDS = 60;

const home = mkdtempSync(join(tmpdir(), "momiji-smoke-"));
const results: { readonly name: string; readonly metric: "ok"; readonly holds: boolean }[] = [];

async function check(name: string, body: () => void | Promise<void>): Promise<void> {
  const start = performance.now();
  const error = await Promise.try(body).then(
    () => null,
    (reason: unknown) => reason,
  );
  results.push({ name, metric: "ok", holds: error === null });
  console.log(`${error === null ? "ok    " : "FAILED"}  ${((performance.now() - start) / 1000).toFixed(1)} s  ${name}`);
  for (let cause = error; cause instanceof Error; cause = cause.cause) console.log(cause.message);
}

/** What `npx momiji` prints on the home folder of this run. @throws with all that it said when it exits with other than 0. */
function momiji(...args: string[]): string {
  const options = { encoding: "utf8", timeout: EXAMPLE_SECONDS * 1000 } as const;
  const { status, stdout, stderr } = spawnSync("npx", ["momiji", ...args, "--home", home], options);
  if (status !== 0) throw new Error(`momiji ${args.join(" ")} exited with ${status}\n${stdout}${stderr}`);
  return stdout;
}

function rowsOf(...args: string[]): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(momiji(...args, "--output", "json"));
}

async function helloSucceeds(server: ChildProcess): Promise<void> {
  const deadline = performance.now() + FIRST_SUCCESS_SECONDS * 1000;
  let cause: unknown;
  while (performance.now() < deadline && server.exitCode === null) {
    try {
      if (rowsOf("dags", "list-runs", "hello").some(({ state }) => state === "success")) return;
    } catch (error) {
      cause = error;
    }
    await sleep(100);
  }
  if (server.exitCode !== null) throw new Error(`npm start ended by itself with ${server.exitCode}`);
  throw new Error(`no success of hello within ${FIRST_SUCCESS_SECONDS} s`, { cause });
}

function noImportErrors(): void {
  const errors = rowsOf("dags", "list-import-errors");
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
}

/** Ends `npm` alone, as a supervisor would: it has to take everything that it started with it. */
async function stop(server: ChildProcess): Promise<void> {
  server.kill("SIGTERM");
  await once(server, "exit", { signal: AbortSignal.timeout(STOP_SECONDS * 1000) });
  const deadline = performance.now() + STOP_SECONDS * 1000;
  while (groupLives(server)) {
    if (performance.now() > deadline) throw new Error("npm start has ended and left processes behind");
    await sleep(50);
  }
}

function groupLives(server: ChildProcess): boolean {
  try {
    return process.kill(-(server.pid ?? 0), 0);
  } catch {
    return false;
  }
}

/** `.ci/run` starts the engines that examples need; elsewhere they are left out, which is said. */
function lacksEngine(dagId: string): boolean {
  const engine = NEEDED_ENGINES[dagId];
  if (engine === undefined || process.env[engine] !== undefined) return false;
  console.log(`example ${dagId} is not run: ${engine} is not set`);
  return true;
}

const { values } = parseArgs({ options: { json: { type: "string" } } });
const server = spawn("npm", ["start", "--", "--home", home, "--port", "0"], {
  detached: true,
  stdio: ["ignore", "inherit", "inherit"],
});
try {
  await check(`hello succeeds within ${FIRST_SUCCESS_SECONDS} s of npm start`, () => helloSucceeds(server));
  if (server.exitCode === null) {
    await check("the examples have no import errors", noImportErrors);
    await check("npm start stops, and leaves nothing behind", () => stop(server));
    for (const { dag_id: dagId } of rowsOf("dags", "list")) {
      if (lacksEngine(String(dagId))) continue;
      await check(`example ${String(dagId)} runs`, () => void momiji("dags", "test", String(dagId)));
    }
  }
} finally {
  if (groupLives(server)) process.kill(-(server.pid ?? 0), "SIGKILL");
  rmSync(home, { recursive: true, force: true });
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ results }));
process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;
