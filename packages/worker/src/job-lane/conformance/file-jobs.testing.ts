/**
 * Jobs that are processes of this machine and outlive who started them, with a folder in the place of an engine: a small but real
 * outside. `down` in the folder: the engine does not answer.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, watch } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import {
  type CancelledJob,
  type JobContext,
  type JobEnd,
  JobFailure,
  type JobOperatorDefinition,
  jobOperators,
  type PreflightCheck,
} from "@momiji/sdk";

type FileJobParams = {
  readonly engine: string;
  readonly lines: number;
  /** Between two lines. */
  readonly pauseSeconds: number;
  readonly exitCode: number;
};

type FileJobHandle = { readonly folder: string };

/** The lock is what the engine refuses a second job by; `starts` is outside of what is removed. */
const SCRIPT = `
mkdir "$JOB/lock" 2>/dev/null || exit 0
trap 'echo "asked to stop" >> "$JOB/out"; echo 143 > "$JOB/exit.new"; mv "$JOB/exit.new" "$JOB/exit"; exit 143' TERM
echo x >> "$ENGINE/starts-$ID"
echo "$$" > "$JOB/pid.new" && mv "$JOB/pid.new" "$JOB/pid"
number=1
while [ "$number" -le "$LINES_WANTED" ]; do
  echo "line $number" >> "$JOB/out"
  number=$((number + 1))
  sleep "$PAUSE"
done
echo "$CODE" > "$JOB/exit.new" && mv "$JOB/exit.new" "$JOB/exit"
`;

const fileJob: JobOperatorDefinition<FileJobParams, FileJobHandle> = {
  name: "fileJob",
  templateFields: [],

  async launch(ctx, { engine, lines, pauseSeconds, exitCode }) {
    if (isDown(engine))
      throw new JobFailure("the engine does not answer", { code: "unreachable", nothingStarted: true });
    const folder = join(engine, `job-${ctx.attemptId}`);
    if (!existsSync(engine)) throw new Error(`there is no engine at ${engine}`);
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, "lock"))) {
      const env = { JOB: folder, ENGINE: engine, ID: ctx.attemptId, PAUSE: `${pauseSeconds}`, PATH: "/bin:/usr/bin" };
      const how = { ...env, LINES_WANTED: `${lines}`, CODE: `${exitCode}` };
      spawn("/bin/sh", ["-c", SCRIPT], { env: how, detached: true, stdio: "ignore" }).unref();
    }
    await untilTrue(folder, () => existsSync(join(folder, "pid")));
    ctx.say("the job runs");
    return { folder };
  },

  async follow(ctx, { handle: { folder } }) {
    let at = Number(ctx.position ?? 0);
    for (;;) {
      await untilTrue(join(folder, ".."), () => !isDown(join(folder, "..")) || ctx.signal.aborted);
      if (ctx.signal.aborted) return { outcome: { kind: "lost", message: "not followed any more" } };
      if (!existsSync(folder)) throw gone(folder);
      // Looked at before the output: what is written after it is not the job's.
      const exit = readText(join(folder, "exit"));
      at = await shipFrom(ctx, join(folder, "out"), at);
      if (exit !== null) return endOf(Number(exit));
      await change(folder, ctx.signal);
    }
  },

  async cancel(ctx, { params, handle }: CancelledJob<FileJobParams, FileJobHandle>) {
    if (isDown(params.engine)) throw new Error("the engine does not answer");
    const folder = handle?.folder ?? join(params.engine, `job-${ctx.attemptId}`);
    const pid = Number(readText(join(folder, "pid")) ?? 0);
    if (pid === 0 || existsSync(join(folder, "exit"))) return;
    process.kill(pid, "SIGTERM");
    // Another worker that follows it may have removed it by then.
    await untilTrue(folder, () => existsSync(join(folder, "exit")) || !existsSync(folder));
  },

  release(ctx, { params }) {
    if (isDown(params.engine)) return Promise.reject(new Error("the engine does not answer"));
    rmSync(join(params.engine, `job-${ctx.attemptId}`), { recursive: true, force: true });
    return Promise.resolve();
  },

  async *preflight(_ctx, { engine }): AsyncGenerator<PreflightCheck> {
    const title = `there is an engine at ${engine}`;
    if (existsSync(engine)) yield { code: "file.engine", title, verdict: "ok" };
    else yield { code: "file.engine", title, verdict: "failed", detail: "no such folder", remedy: "create it" };
  },
};

export const jobs = jobOperators(fileJob);

function isDown(engine: string): boolean {
  return existsSync(join(engine, "down"));
}

function gone(folder: string): JobFailure {
  return new JobFailure(`the job is gone: ${folder} is not there any more`, { code: "job_gone" });
}

function endOf(code: number): JobEnd {
  if (code === 0) return { outcome: { kind: "success" }, value: { code } };
  const message = `it ended with exit code ${code}`;
  return { outcome: { kind: "failed", code: "exit_code", message, retryable: true, exitCode: code } };
}

/** Whole lines from this byte on. Gives where the next begins. */
async function shipFrom(ctx: JobContext, path: string, from: number): Promise<number> {
  // There is none before the first line, and none any more when the job is removed between two looks at its folder.
  const file = await open(path).catch(() => null);
  if (file === null) return from;
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(size - from);
    await file.read(bytes, 0, bytes.length, from);
    let at = from;
    for (const line of bytes.toString("latin1").split("\n").slice(0, -1)) {
      at += line.length + 1;
      ctx.line({ message: line, source: "stdout", position: `${at}` });
      await ctx.drained();
    }
    return at;
  } finally {
    await file.close();
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}

async function untilTrue(folder: string, isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await change(folder);
}

/** Something has changed in the folder, or a moment has passed. */
async function change(folder: string, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = (): void => resolve();
  const timer = setTimeout(done, 20);
  signal?.addEventListener("abort", done, { once: true });
  let watcher;
  try {
    watcher = watch(folder, done);
    watcher.on("error", done);
  } catch {
    // It is gone: that is looked at next.
  }
  await promise;
  clearTimeout(timer);
  signal?.removeEventListener("abort", done);
  watcher?.close();
}
