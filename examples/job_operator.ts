/**
 * An operator of one's own for jobs that go on without their worker: here commands of this machine, each with a folder in the place
 * of a service that knows its jobs. Kill the worker in the middle: the next one goes on with the log where it was.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dag, defineJobOperator, JobFailure } from "momiji";

/** A folder is made once, however many try: the lock keeps a second job of an attempt from starting. */
const SCRIPT = `
mkdir "$JOB/lock" 2> /dev/null || exit 0
echo $$ > "$JOB/pid.new" && mv "$JOB/pid.new" "$JOB/pid"
sh -c "$COMMAND" > "$JOB/log" 2>&1
echo $? > "$JOB/code.new" && mv "$JOB/code.new" "$JOB/code"
`;
const PAUSE_MILLIS = 50;

const folderOf = (attemptId: string): string => join(tmpdir(), `momiji-detached-${attemptId}`);

const detached = defineJobOperator({
  name: "detached",
  templateFields: ["command"],

  // As often as it is called for an attempt, one command runs.
  async launch(ctx, { command }: { command: string }) {
    const folder = folderOf(ctx.attemptId);
    mkdirSync(folder, { recursive: true });
    const env = { ...process.env, JOB: folder, COMMAND: command };
    spawn("sh", ["-c", SCRIPT], { env, detached: true, stdio: "ignore" }).unref();
    while (read(folder, "pid") === "") await sleep(PAUSE_MILLIS);
    ctx.say(`the command runs in ${folder}`);
    return { folder };
  },

  // The position of a line is where the next one begins in the file.
  async follow(ctx, { handle: { folder } }) {
    let at = Number(ctx.position ?? 0);
    let last = "";
    for (;;) {
      // Looked at before the log: whoever has ended writes no more.
      const [code, runs] = [read(folder, "code"), isAlive(Number(read(folder, "pid")))];
      for (const line of linesFrom(read(folder, "log"), at)) {
        at += Buffer.byteLength(line) + 1;
        last = line;
        ctx.line({ message: line, source: "stdout", position: String(at) });
      }
      await ctx.drained();
      if (ctx.signal.aborted) return { outcome: { kind: "cancelled", message: "not waited for any more" } };
      if (code === "0") return { outcome: { kind: "success" }, value: last };
      if (code !== "") throw new JobFailure(`exit code ${code}`, { code: "exit_code", exitCode: Number(code) });
      if (!runs && read(folder, "code") === "") throw new JobFailure("the command is gone", { code: "job_gone" });
      await sleep(PAUSE_MILLIS);
    }
  },

  // Until it has surely ended.
  async cancel(ctx) {
    const pid = Number(read(folderOf(ctx.attemptId), "pid"));
    const patience = performance.now() + ctx.graceMillis;
    while (isAlive(pid)) {
      process.kill(-pid, performance.now() < patience ? "SIGTERM" : "SIGKILL");
      await sleep(PAUSE_MILLIS);
    }
  },

  // When the outcome is kept.
  async release(ctx) {
    rmSync(folderOf(ctx.attemptId), { recursive: true, force: true });
  },
});

export default dag({ id: "job_operator", tags: ["example"] }, ({ task }) => {
  const counted = detached("count", {
    command: "for n in 1 2 3; do echo $n of {{ run_id }}; sleep 0.3; done; echo done",
  });
  task("report", { counted }, ({ counted }, { log }) => log.info(`the last line was: ${JSON.stringify(counted)}`));
});

/** Empty: not there yet. */
function read(folder: string, name: string): string {
  try {
    const text = readFileSync(join(folder, name), "utf8");
    return name === "log" ? text : text.trim();
  } catch {
    return "";
  }
}

/** Whole ones from this byte on. */
function linesFrom(log: string, at: number): string[] {
  return Buffer.from(log).subarray(at).toString("utf8").split("\n").slice(0, -1);
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
