import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AttemptOrder, LogRecord } from "@momiji/core";
import { followLog } from "../logs/read-log.ts";
import { logPath } from "../logs/log-path.ts";
import { startOf } from "../processes/process-identity.ts";
import { bashOrder, messages, startWorker, type TestWorker } from "../worker.testing.ts";

let bench: TestWorker;
beforeAll(async () => {
  bench = await startWorker();
});
afterAll(() => bench.stop());

/** Runs it until it has printed this line; the lines before it are given. */
async function untilSaid(order: AttemptOrder, line: string): Promise<string[]> {
  bench.worker.run(order);
  return await said(order, line);
}

async function said(order: AttemptOrder, line: string): Promise<string[]> {
  const stop = new AbortController();
  const { dagId, runId } = order.run;
  const path = logPath(join(bench.folder, "logs"), {
    dagId,
    runId,
    taskId: order.task.taskId,
    mapIndex: -1,
    tryNumber: 1,
  });
  const seen: LogRecord[] = [];
  for await (const batch of followLog(path, { signal: stop.signal })) {
    seen.push(...batch);
    if (messages(seen).includes(line)) break;
  }
  return messages(seen);
}

/** Process ids printed as `NAME=PID`. */
function pidIn(lines: readonly string[], name: string): number {
  return Number(lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1));
}

function isAlive(pid: number): boolean {
  return startOf(pid) !== null;
}

describe("a cancelled command", () => {
  test("ends by SIGTERM and may clean up", async () => {
    const order = bashOrder("trap 'echo cleaned; exit 0' TERM; echo ready; while :; do read -t 10 <> <(:); done");
    await untilSaid(order, "ready");
    bench.worker.cancel(order.attemptId, "marked by a person");
    const { outcome } = await bench.finished(order.attemptId);
    expect(outcome).toEqual({ kind: "cancelled", message: "marked by a person" });
    expect(messages(await bench.logOf(order))).toContain("cleaned");
  });

  test("is killed after the grace if it ignores SIGTERM, and so is all that it started", async () => {
    const order = bashOrder("trap '' TERM; sleep 1000 & echo child=$!; echo self=$$; echo ready; wait");
    const lines = await untilSaid(order, "ready");
    bench.worker.cancel(order.attemptId, "enough");
    expect((await bench.finished(order.attemptId)).outcome.kind).toBe("cancelled");
    expect([pidIn(lines, "child"), pidIn(lines, "self")].map(isAlive)).toEqual([false, false]);
  });

  test.runIf(process.platform === "linux")("takes a daemon along that has left its process group", async () => {
    const daemon = "setsid bash -c 'echo daemon=$$; echo ready; exec sleep 1000' &";
    const order = bashOrder(`( ${daemon} ) ; sleep 1000`);
    const lines = await untilSaid(order, "ready");
    expect(isAlive(pidIn(lines, "daemon"))).toBe(true);
    bench.worker.cancel(order.attemptId, "enough");
    await bench.finished(order.attemptId);
    expect(isAlive(pidIn(lines, "daemon"))).toBe(false);
  });

  test("that is unknown gets its end all the same", async () => {
    bench.worker.cancel("never-heard-of", "gone");
    expect((await bench.finished("never-heard-of")).outcome).toEqual({ kind: "cancelled", message: "gone" });
  });

  test("that is only being started is ended as soon as it runs", async () => {
    const order = bashOrder("sleep 1000");
    bench.worker.run(order);
    bench.worker.cancel(order.attemptId, "at once");
    expect((await bench.finished(order.attemptId)).outcome.kind).toBe("cancelled");
  });
});

describe("an execution time-out", () => {
  test("ends the command as failed, also one that ignores SIGTERM", async () => {
    const order = bashOrder("trap '' TERM; while :; do :; done", {}, { executionTimeoutSeconds: 0.2 });
    const { outcome } = await bench.outcomeOf(order);
    expect(outcome).toMatchObject({ kind: "failed", code: "timeout", retryable: true });
    expect(messages(await bench.logOf(order), "momiji").at(-1)).toContain("execution timeout of 0.2 s");
  });
});

describe("a command that leaves something behind", () => {
  test("ends when the shell has ended, although a daemon holds its output open", async () => {
    const order = bashOrder("sleep 1000 & echo pid=$!; echo done");
    const { outcome, xcoms } = await bench.outcomeOf(order);
    const log = await bench.logOf(order);
    process.kill(pidIn(messages(log), "pid"), "SIGKILL");
    expect([outcome.kind, xcoms?.[0]?.value]).toEqual(["success", "done"]);
    expect(messages(log, "momiji").at(-1)).toContain("background process still has the output");
  });

  test("does not write into the log of the next command", async () => {
    const noisy = bashOrder("(while echo noise; do :; done) & disown; echo pid=$!");
    await bench.outcomeOf(noisy);
    const quiet = Array.from({ length: 12 }, () => bashOrder("echo quiet"));
    await Promise.all(quiet.map((order) => bench.outcomeOf(order)));
    for (const order of quiet) expect(messages(await bench.logOf(order))).toEqual(["quiet"]);
  });
});

describe("a command that prints very much", () => {
  test("200 MB run through; the log is cut once and says so, the last line is still the value", async () => {
    const capped = await startWorker({ maxLogBytes: 1_000_000 });
    const order = bashOrder("yes 'a line of some length, as they are' | head -c 200000000; echo; echo last");
    const { outcome, xcoms } = await capped.outcomeOf(order);
    const log = await capped.logOf(order);
    await capped.stop();
    expect([outcome.kind, xcoms?.[0]?.value]).toEqual(["success", "last"]);
    expect(messages(log, "momiji").slice(1)).toEqual([
      expect.stringMatching(/^output cut after 1000000 bytes/),
      expect.stringMatching(/^19[89]\d{6} further bytes of output were not kept$/),
    ]);
    expect(messages(log).join("\n").length).toBeGreaterThan(900_000);
  }, 20_000);

  test("one endless line is shown in parts", async () => {
    const order = bashOrder("head -c 300000 /dev/zero | tr '\\0' x", { xcomLastLine: false });
    await bench.outcomeOf(order);
    expect(messages(await bench.logOf(order)).join("")).toBe("x".repeat(300_000));
  });
});

describe("the spawner", () => {
  test("that dies takes no attempt with it unnoticed, and another one starts", async () => {
    const own = await startWorker();
    const order = bashOrder("sleep 1000");
    own.worker.run(order);
    const { pid } = await own.started(order.attemptId);
    const spawner = execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
    process.kill(Number(spawner), "SIGKILL");
    expect((await own.finished(order.attemptId)).outcome.kind).toBe("lost");
    expect((await own.outcomeOf(bashOrder("true"))).outcome.kind).toBe("success");
    await own.stop();
    expect(existsSync(own.folder)).toBe(false);
  });
});
