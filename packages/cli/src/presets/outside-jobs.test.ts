/** A job outside through the whole engine: it outlives the server, is explained, cancelled when nobody wants it, and checked before. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { createProgram } from "../program.ts";
import { type Standalone, startStandalone } from "./standalone.ts";

/** The engine of its jobs is a folder; a job waits there until it finds `go`. */
const DAG_FILE = `
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dag, defineJobOperator } from "momiji";

const SCRIPT = 'mkdir "$JOB" && echo x >> "$JOB.starts" || exit 0; echo $$ > "$JOB/pid"; until [ -e "$JOB/../go" ]; do sleep 0.05; done; touch "$JOB/end"';
const waitsForGo = defineJobOperator({
  name: "waitsForGo",
  async launch(ctx, { engine }: { engine: string }) {
    const job = join(engine, ctx.taskId + "-" + ctx.tryNumber);
    spawn("/bin/sh", ["-c", SCRIPT], { env: { ...process.env, JOB: job }, detached: true, stdio: "ignore" }).unref();
    while (!existsSync(join(job, "pid"))) await new Promise((resolve) => setTimeout(resolve, 20));
    ctx.say("waits for go");
    return { job };
  },
  async follow(ctx, { handle: { job } }) {
    while (!existsSync(join(job, "end")) && !ctx.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 20));
    return { outcome: { kind: "success" }, value: { job } };
  },
  async cancel(ctx, { params: { engine } }) {
    const { readFileSync } = await import("node:fs");
    const job = join(engine, ctx.taskId + "-" + ctx.tryNumber);
    if (existsSync(join(job, "pid")) && !existsSync(join(job, "end"))) process.kill(Number(readFileSync(join(job, "pid"), "utf8")), "SIGKILL");
  },
  async release(ctx, { handle }) {
    if (handle !== null) rmSync(handle.job, { recursive: true, force: true });
  },
  async *preflight(ctx, { engine }) {
    await ctx.connections.get("farm_default");
    const title = "there is a folder " + engine;
    if (existsSync(engine)) yield { code: "folder", title, verdict: "ok" as const };
    else yield { code: "folder", title, verdict: "failed" as const, remedy: "create it" };
  },
});

const engine = ENGINE;
export default dag({ id: "outside", isPausedUponCreation: false }, () => void waitsForGo("job", { engine }));
`;

const folder = mkdtempSync(join(tmpdir(), "momiji-outside-"));
const home = join(folder, "home");
const engine = join(folder, "engine");
const file = join(folder, "dags", "outside.ts");
let server: Standalone;

async function start(): Promise<void> {
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  server = await startStandalone({ home, folders: [join(folder, "dags")], flags });
  await server.loaded;
}

beforeAll(async () => {
  for (const name of ["dags", "engine"]) mkdirSync(join(folder, name));
  writeFileSync(file, DAG_FILE.replace("ENGINE", JSON.stringify(engine)));
  await start();
});

afterEach(() => rmSync(join(engine, "go"), { force: true }));

afterAll(async () => {
  writeFileSync(join(engine, "go"), "");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function momiji(...argv: readonly string[]): Promise<string> {
  let printed = "";
  const print = (text: string): void => void (printed += text);
  const context = createContext({ cwd: folder, env: { MOMIJI_HOME: home }, print, warn: print });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return printed;
}

async function rowOf(runId: string): Promise<{ readonly state: string; readonly try_number: number }> {
  const rows = await momiji("tasks", "states-for-dag-run", "outside", runId, "-o", "json");
  return (JSON.parse(rows) as { state: string; try_number: number }[])[0] ?? { state: "none", try_number: 0 };
}

/** Looks again and again: a look opens the store, whose own files would wake whoever waits for changes of files. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const starts = (job: string): number => readFileSync(join(engine, `${job}.starts`), "utf8").split("\n").length - 1;

test("it goes on while the server is away, is told of, and ends as the same attempt", async () => {
  const { runId } = await server.trigger("outside");
  await until(async () => (await momiji("tasks", "explain", "outside", runId, "job")).includes("waits for go"));
  await server.stop();
  writeFileSync(join(engine, "go"), "");
  await until(() => existsSync(join(engine, "job-1", "end")));
  await start();
  await until(async () => (await rowOf(runId)).state === "success");
  expect(await rowOf(runId)).toMatchObject({ state: "success", try_number: 1 });
  expect(starts("job-1")).toBe(1);
  await until(() => !existsSync(join(engine, "job-1")));
});

test("when a person marks it, its job is cancelled and removed", async () => {
  rmSync(join(engine, "job-1.starts"));
  const { runId } = await server.trigger("outside");
  await until(() => existsSync(join(engine, "job-1", "pid")));
  const pid = Number(readFileSync(join(engine, "job-1", "pid"), "utf8"));
  await until(async () => (await rowOf(runId)).state === "running");
  await momiji("tasks", "set-state", "outside", runId, "job", "success", "--yes");
  expect((await rowOf(runId)).state).toBe("success");
  await until(() => !existsSync(join(engine, "job-1")));
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test("what is missing is found before a run, with exit code 1", async () => {
  const found = JSON.parse(await momiji("dags", "preflight", "outside", "-o", "json")) as object[];
  const check = `there is a folder ${engine}`;
  const of = { dag_id: "outside", task_id: "job", operator: "waitsForGo" };
  expect(found).toEqual([{ ...of, code: "folder", verdict: "ok", check, detail: null, remedy: null }]);
  expect(process.exitCode).toBeUndefined();
  const { token } = JSON.parse(readFileSync(join(home, "server.json"), "utf8")) as { token: string };
  const url = `${server.address}/api/momiji/v1/dags/outside/tasks/job/preflight`;
  const served = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` } });
  expect(await served.json()).toMatchObject({
    verdict: "ok",
    tasks: [{ taskId: "job", operator: "waitsForGo", checks: [{ code: "folder", verdict: "ok", title: check }] }],
  });
  const broken = join(folder, "broken.ts");
  writeFileSync(broken, DAG_FILE.replace("ENGINE", JSON.stringify("/nowhere/{{ ds_nodash }}")).replace("ENGINE", ""));
  expect(await momiji("dags", "preflight", broken)).toContain("create it");
  expect(process.exitCode).toBe(1);
  // Before anything was started, too: nothing is stored then.
  expect(await momiji("dags", "preflight", broken, "--home", join(folder, "none"))).toContain("create it");
  process.exitCode = undefined;
});
