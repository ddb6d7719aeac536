import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createMasker } from "@momiji/core";
import { bashOrder, messages, orderOf, startWorker, type TestWorker } from "../worker.testing.ts";

let bench: TestWorker;
beforeAll(async () => {
  bench = await startWorker({
    secrets: createMasker(["hunter2-secret"]),
    childEnv: { ...process.env, INHERITED: "yes" },
  });
});
afterAll(() => bench.stop());

describe("how a command ends", () => {
  test("exit code 0 is success, and the last line is the return value", async () => {
    const { outcome, xcoms } = await bench.outcomeOf(bashOrder("echo one; echo 'two  '"));
    expect(outcome).toEqual({ kind: "success" });
    expect(xcoms).toEqual([{ key: "return_value", value: "two" }]);
  });

  test("a command that prints nothing returns the empty text, as in Airflow", async () => {
    expect((await bench.outcomeOf(bashOrder("true"))).xcoms).toEqual([{ key: "return_value", value: "" }]);
  });

  test("no value is pushed if it is not wanted", async () => {
    expect((await bench.outcomeOf(bashOrder("echo x", { xcomLastLine: false }))).xcoms).toBeUndefined();
    expect((await bench.outcomeOf(bashOrder("echo x", {}, { doXcomPush: false }))).xcoms).toBeUndefined();
  });

  test("another exit code is a failure with the code and the last lines", async () => {
    const { outcome } = await bench.outcomeOf(bashOrder("echo before; echo oops >&2; exit 3"));
    expect(outcome).toMatchObject({
      kind: "failed",
      code: "exit_code",
      exitCode: 3,
      retryable: true,
      detail: "before\noops",
    });
  });

  test("a retry policy judges a command by its exit code and the end of its output", async () => {
    const policy = {
      rules: [
        { exitCodes: [3], message: { pattern: "disk full" }, action: "fail", reason: "nobody frees space" },
        { exitCodes: [3], action: "retry", delaySeconds: 1 },
      ],
    } as const;
    const retryOf = async (command: string) => {
      const retry = { retries: 1, delaySeconds: 300, policy };
      const { outcome } = await bench.outcomeOf(bashOrder(command, {}, { retry }));
      return outcome.kind === "failed" ? outcome.retry : null;
    };
    expect(await retryOf("echo disk full; exit 3")).toEqual({ action: "fail", reason: "nobody frees space" });
    expect(await retryOf("exit 3")).toEqual({ action: "retry", delaySeconds: 1 });
    expect(await retryOf("exit 4")).toEqual({ action: "default" });
  });

  test("exit code 99 means skipped", async () => {
    expect((await bench.outcomeOf(bashOrder("exit 99"))).outcome.kind).toBe("skipped");
  });

  test.each([
    [7, 7, "skipped"],
    [[5, 7], 7, "skipped"],
    [[5, 7], 99, "failed"],
    [null, 99, "failed"],
  ])("skipOnExitCode %j makes exit code %i %s", async (skipOnExitCode, code, kind) => {
    expect((await bench.outcomeOf(bashOrder(`exit ${code}`, { skipOnExitCode }))).outcome.kind).toBe(kind);
  });

  test("a signal is a failure that names it", async () => {
    const { outcome } = await bench.outcomeOf(bashOrder("kill -TERM $$"));
    expect(outcome).toMatchObject({
      kind: "failed",
      code: "signal",
      message: expect.stringContaining("SIGTERM") as unknown,
    });
  });

  test("a program that does not exist is a failure in words", async () => {
    const { outcome } = await bench.outcomeOf(orderOf({ params: { command: ["no-such-program-here"] } }));
    expect(outcome).toMatchObject({
      code: "spawn",
      message: expect.stringContaining("no-such-program-here") as unknown,
    });
  });

  test("a working folder that does not exist is a failure in words", async () => {
    const { outcome } = await bench.outcomeOf(bashOrder("true", { cwd: "/no/such/folder" }));
    expect(outcome).toMatchObject({ code: "cwd", message: expect.stringContaining("/no/such/folder") as unknown });
  });

  test.each([
    [{ command: 5 }, "command"],
    [{ command: "a\0b" }, "NUL"],
    [{ command: "true", env: ["a"] }, "env"],
    [{ command: "true", skipOnExitCode: "x" }, "skipOnExitCode"],
  ])("wrong params %j fail at once, naming the param", async (params, words) => {
    const { outcome } = await bench.outcomeOf(orderOf({ params }));
    expect(outcome).toMatchObject({
      code: "params",
      retryable: false,
      message: expect.stringContaining(words) as unknown,
    });
  });

  test("a last line too large for an XCom is a failure with sizes, and the worker holds none of it", async () => {
    const { outcome } = await bench.outcomeOf(bashOrder("head -c 50000000 /dev/zero | tr '\\0' x"));
    expect(outcome).toMatchObject({ code: "xcom", message: expect.stringMatching(/47\.7 MiB.*1 MiB/) as unknown });
  });
});

describe("what a command is given", () => {
  test("it inherits the environment if it has none of its own", async () => {
    expect((await bench.outcomeOf(bashOrder("echo $INHERITED"))).xcoms?.[0]?.value).toBe("yes");
  });

  test("its own environment replaces the worker's, unless it is to be appended", async () => {
    const env = { MINE: "a b" };
    const command = 'echo "$INHERITED/$MINE"';
    expect((await bench.outcomeOf(bashOrder(command, { env }))).xcoms?.[0]?.value).toBe("/a b");
    expect((await bench.outcomeOf(bashOrder(command, { env, appendEnv: true }))).xcoms?.[0]?.value).toBe("yes/a b");
  });

  test("it knows its run, in Airflow's variables and in Momiji's", async () => {
    const order = bashOrder(
      "echo $AIRFLOW_CTX_DAG_ID $AIRFLOW_CTX_TASK_ID $AIRFLOW_CTX_TRY_NUMBER $MOMIJI_DATA_INTERVAL_START",
    );
    const { xcoms } = await bench.outcomeOf(order);
    expect(xcoms?.[0]?.value).toBe(`dag ${order.task.taskId} 1 2025-12-31T00:00:00+00:00`);
  });

  test("it runs in an empty folder of its own that is gone afterwards", async () => {
    const { xcoms } = await bench.outcomeOf(bashOrder("touch left-behind; mkdir x; pwd"));
    const { xcoms: next } = await bench.outcomeOf(bashOrder("ls | wc -l"));
    expect(next?.[0]?.value).toMatch(/^\s*0$/);
    expect(xcoms?.[0]?.value).toContain(join(bench.folder, "state"));
  });

  test("it runs in the folder that it asks for", async () => {
    const cwd = realpathSync(mkdtempSync(join(bench.folder, "cwd-")));
    writeFileSync(join(cwd, "here.txt"), "");
    expect((await bench.outcomeOf(bashOrder("ls; pwd", { cwd }))).xcoms?.[0]?.value).toBe(cwd);
    expect(readdirSync(cwd)).toEqual(["here.txt"]);
  });

  test("a list of words runs without a shell, each word as it is", async () => {
    const { xcoms } = await bench.outcomeOf(orderOf({ params: { command: ["echo", "$HOME; rm -rf x", "'"] } }));
    expect(xcoms?.[0]?.value).toBe("$HOME; rm -rf x '");
  });
});

describe("what a command prints", () => {
  test("standard output and error stand in the log in the order of the writes", async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `echo ${index} ${index % 2 === 1 ? ">&2" : ""}`);
    const order = bashOrder(lines.join("\n"));
    await bench.outcomeOf(order);
    const log = await bench.logOf(order);
    expect(messages(log)).toEqual(Array.from({ length: 200 }, (_, index) => String(index)));
    expect(log.map((record) => record.seq)).toEqual(log.map((_, index) => index + 1));
  });

  test("/dev/stdout and /dev/stderr can be opened", async () => {
    const order = bashOrder("echo a > /dev/stdout; echo b | tee /dev/stderr");
    expect((await bench.outcomeOf(order)).outcome.kind).toBe("success");
    expect(messages(await bench.logOf(order)).toSorted()).toEqual(["a", "b", "b"]);
  });

  test("bytes that are no UTF-8 become U+FFFD, and characters are whole however they are cut", async () => {
    const order = bashOrder(String.raw`printf 'caf\xe9 \xff\n'; printf '\xe6\xbc'; printf '\xa2\n'; printf 'no end'`);
    await bench.outcomeOf(order);
    expect(messages(await bench.logOf(order))).toEqual(["caf\ufffd \ufffd", "漢", "no end"]);
  });

  test("secrets are masked in the log and in the failure, but not in the value", async () => {
    const order = bashOrder("echo the hunter2-secret is out; exit 1");
    const { outcome } = await bench.outcomeOf(order);
    expect(messages(await bench.logOf(order))).toEqual(["the *** is out"]);
    expect(outcome).toMatchObject({ detail: "the *** is out" });
    expect((await bench.outcomeOf(bashOrder("echo hunter2-secret"))).xcoms?.[0]?.value).toBe("hunter2-secret");
  });
});
