import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newPlace, TestServer } from "./server.testing.ts";

/** One DAG of one task each. */
const TASKS: { readonly [dagId: string]: string } = {
  stubborn: `bash("it", { command: "trap '' TERM; echo $$ > $TEST/stubborn.pid; while :; do sleep 0.05; done", executionTimeout: { seconds: 1 } })`,
  daemon: `bash("it", { command: "setsid sleep 300 & echo $! > $TEST/daemon.pid; echo started" })`,
  daemon_timed_out: `bash("it", { command: "setsid -f sh -c 'echo $$ > $TEST/daemon_timed_out.pid; exec sleep 300'; sleep 300", executionTimeout: { seconds: 1 } })`,
  large_value: `task("it", () => "x".repeat(50 * 2 ** 20))`,
  large_line: `bash("it", { command: "head -c 52428800 /dev/zero | tr '\\\\0' x" })`,
  not_utf8: `bash("it", { command: "printf 'caf\\\\351 \\\\377\\\\376\\\\n'; printf 'caf\\\\303\\\\251'" })`,
  throws: `task("it", () => { throw new Error("bad luck"); })`,
  bad_name: `bash("it", { command: "echo {{ no_such_name.x }}" })`,
  bad_template: `bash("it", { command: "echo {% if %}" })`,
};

const FILES = Object.fromEntries(
  Object.entries(TASKS).map(([dagId, task]) => [
    `${dagId}.ts`,
    `import { dag } from "momiji";\nimport { bash } from "momiji/operators";\nexport default dag({ id: "${dagId}", isPausedUponCreation: false }, ({ task }) => void ${task});\n`,
  ]),
);

/** A zombie that nobody fetches (a container without an init) does not. */
function lives(pid: string): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, "latin1"));
}

test("each bad task ends as it should and says why, and the good DAG's run succeeds meanwhile", async () => {
  const place = newPlace(FILES);
  const server = await new TestServer(place, {
    settings: { TEST: place.folder, MOMIJI__WORKER__KILLGRACESECONDS: "0.3" },
  }).loaded();
  const runs = new Map(
    await Promise.all(Object.keys(TASKS).map(async (dagId) => [dagId, await server.trigger(dagId)] as const)),
  );
  expect(await server.run("good")).toMatchObject({ state: "success" });
  const ended = new Map(
    await Promise.all([...runs].map(async ([dagId, runId]) => [dagId, await server.endOf(dagId, runId)] as const)),
  );
  const task = (dagId: string) => server.task(dagId, runs.get(dagId) ?? "");
  const log = (dagId: string) => server.log(dagId, runs.get(dagId) ?? "", "it");
  const isAlive = (dagId: string): boolean => lives(readFileSync(join(place.folder, `${dagId}.pid`), "utf8").trim());
  expect(Object.fromEntries(ended)).toEqual({
    ...Object.fromEntries(runs.keys().map((dagId) => [dagId, "failed"])),
    daemon: "success",
    not_utf8: "success",
  });

  const timedOut = { state: "failed", message: "timed out: it ran for longer than its execution timeout of 1 s" };
  expect(await task("stubborn")).toMatchObject(timedOut);
  expect(isAlive("stubborn")).toBe(false);
  expect(await log("stubborn")).toContain("WARNING timed out: it ran for longer than its execution timeout of 1 s");

  // What a command leaves behind on purpose lives on when it succeeds, as under Airflow; a time-out ends all of it.
  expect(isAlive("daemon")).toBe(true);
  process.kill(Number(readFileSync(join(place.folder, "daemon.pid"), "utf8")), "SIGKILL");
  expect(await log("daemon")).toContain(
    "WARNING a background process still has the output of the command open; it is not read any further",
  );
  expect(await task("daemon_timed_out")).toMatchObject(timedOut);
  expect(isAlive("daemon_timed_out")).toBe(false);

  const tooLarge = "50 MiB (52428800 bytes) and an XCom may have 1 MiB";
  expect((await task("large_value")).message).toContain(
    "the return value has 50 MiB (52428802 bytes) and an XCom may have 1 MiB",
  );
  expect((await task("large_value")).message).toContain(
    "write it to a file or an object store and return where it lies",
  );
  expect((await task("large_line")).message).toContain(`the last line of output has ${tooLarge}`);
  expect((await log("large_line")).length).toBeGreaterThan(50 * 2 ** 20);

  expect(await task("throws")).toMatchObject({ state: "failed", message: "bad luck" });
  expect(await log("throws")).toMatch(/ERROR Error: bad luck\n {4}at .*\bthrows\.ts:3:/);

  expect(await log("not_utf8")).toContain("{stdout} caf\uFFFD \uFFFD\uFFFD\n");
  expect(await log("not_utf8")).toContain("{stdout} café\n");

  expect(await task("bad_name")).toMatchObject({ state: "failed", message: expect.stringContaining("no_such_name") });
  expect((await task("bad_name")).message).toContain("command");
  expect((await task("bad_template")).message).toContain("command");
  expect(await log("bad_template")).toContain("ERROR");
  expect(server.stderr).toBe("");
}, 120_000);
