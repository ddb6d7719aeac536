import { afterAll, describe, expect, test } from "vitest";
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program, ProgramStarter } from "../program-starter.ts";
import { NodeStarter } from "./node-starter.ts";
import { openPosixSpawn } from "./posix-spawn.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "momiji-starters-")));
afterAll(() => rmSync(folder, { recursive: true }));

const BASH = "/bin/bash";
const ENV = { PATH: process.env["PATH"] };

type Ended =
  | readonly ["exited", number | null, string | null, output: string]
  | readonly ["failed", string | undefined];

/** Resolves when it has ended, with what it has printed. */
async function run(starter: ProgramStarter, program: Partial<Program>): Promise<Ended> {
  const path = join(folder, "output");
  const output = openSync(path, "w");
  const ended = Promise.withResolvers<Ended>();
  try {
    const file = program.file ?? BASH;
    starter.start(
      { file, argv: [file], env: ENV, cwd: folder, output, ...program },
      {
        exited: (code, signal) => ended.resolve(["exited", code, signal, readFileSync(path, "utf8")]),
        failed: ({ code }) => ended.resolve(["failed", code]),
      },
    );
  } finally {
    closeSync(output);
  }
  return await ended.promise;
}

const bash = (command: string) => ({ file: BASH, argv: ["bash", "-c", command] });

/** Nothing that the first of the two can start is left to it. */
const refusing: ProgramStarter = {
  start(_, { failed }) {
    queueMicrotask(() => failed({ name: "Error", message: "left to Node", code: "LEFT" }));
    return null;
  },
};

const byNode = new NodeStarter();
const posixSpawn = openPosixSpawn(byNode);
const starters = [["node", byNode] as const, ...(posixSpawn === null ? [] : [["posix_spawn", posixSpawn] as const])];

test.runIf(process.platform === "linux")("posix_spawn can be had with this Node", () => {
  expect(posixSpawn).not.toBeNull();
});

describe.each(starters)("a program started by %s", (_, starter) => {
  test.each(["exit 0", "exit 3", "exit 255"])("tells its exit code: %s", async (command) => {
    expect(await run(starter, bash(command))).toEqual(["exited", Number(command.slice(5)), null, ""]);
  });

  test.each(["SIGTERM", "SIGKILL", "SIGABRT", "SIGUSR2"])("tells the signal that ended it: %s", async (signal) => {
    expect(await run(starter, bash(`kill -${signal.slice(3)} $$`))).toEqual(["exited", null, signal, ""]);
  });

  test("has its words and its environment as they are, and no more", async () => {
    const words = ["", "two words", "漢字 é", "'\"$x\n"];
    const env = { EMPTY: "", TEXT: "漢 = 'x'\n", "odd-name": "1" };
    const program = { file: process.execPath, argv: ["renamed", "-p", PRINT, ...words], env };
    const [, , , output] = await run(starter, program);
    expect(JSON.parse(String(output))).toEqual([words, env, "renamed"]);
  });

  test("has its working folder, also to be found in", async () => {
    writeFileSync(join(folder, "here.sh"), "#!/bin/sh\npwd");
    chmodSync(join(folder, "here.sh"), 0o755);
    expect(await run(starter, { file: "./here.sh" })).toEqual(["exited", 0, null, `${folder}\n`]);
  });

  test("writes standard output and error to one file, and reads nothing", async () => {
    expect(await run(starter, bash("echo a; echo b >&2; cat; echo c"))).toEqual(["exited", 0, null, "a\nb\nc\n"]);
  });

  test("leads a group and a session of its own", async () => {
    const [, , , output] = await run(starter, bash("echo $$ $(ps -o pgid=,sid= -p $$)"));
    expect(new Set(String(output).trim().split(/\s+/)).size).toBe(1);
  });

  test.runIf(process.platform === "linux")("inherits no open file", async () => {
    const kept = openSync(join(folder, "kept"), "w");
    const [, , , files] = await run(starter, { file: "/bin/ls", argv: ["ls", "-l", "/proc/self/fd"] });
    closeSync(kept);
    expect(files).toContain("/dev/null");
    expect(files).not.toContain("kept");
  });

  test.runIf(process.platform === "linux")("inherits no signal that is blocked or ignored", async () => {
    const words = ["grep", "-E", "^Sig(Blk|Ign)", "/proc/self/status"];
    const [, , , output] = await run(starter, { file: "/bin/grep", argv: words });
    const masks = String(output).match(/[0-9a-f]{16}/g) ?? [];
    // Those from 32 on are the C library's own.
    expect(masks.map((mask) => BigInt(`0x${mask}`) & 0x7fff_ffffn)).toEqual([0n, 0n]);
  });

  test("without a first line for the system is a script for sh", async () => {
    writeFileSync(join(folder, "plain"), "echo $((6 * 7))");
    chmodSync(join(folder, "plain"), 0o755);
    expect(await run(starter, { file: join(folder, "plain") })).toEqual(["exited", 0, null, "42\n"]);
  });

  test("by a name is looked up in the PATH that it is given", async () => {
    writeFileSync(join(folder, "named"), "#!/bin/sh\necho found");
    chmodSync(join(folder, "named"), 0o755);
    expect(await run(starter, { file: "named", env: { PATH: folder } })).toEqual(["exited", 0, null, "found\n"]);
    expect(await run(starter, { file: "named", env: { PATH: "/no/such/folder" } })).toEqual(["failed", "ENOENT"]);
  });

  test("that cannot be started says why", async () => {
    expect(await run(starter, { file: join(folder, "nothing") })).toEqual(["failed", "ENOENT"]);
    expect(await run(starter, { file: folder })).toEqual(["failed", "EACCES"]);
    expect(await run(starter, { ...bash("true"), cwd: join(folder, "nowhere") })).toEqual(["failed", "ENOENT"]);
    await expect(run(starter, { ...bash("true"), env: { A: "x\0y" } })).rejects.toThrow(/null bytes/);
  });

  test("may have so many words that they must be copied elsewhere", async () => {
    const words = Array.from({ length: 300 }, (_, index) => String(index).padEnd(4_000, "x"));
    const [, code, , output] = await run(starter, { file: BASH, argv: ["bash", "-c", 'echo "$@" | wc -c', ...words] });
    expect([code, Number(output)]).toEqual([0, 299 * 4_001]);
  });
});

test.runIf(process.platform === "linux")("all of many that end at once are told, each to its own", async () => {
  const starter = openPosixSpawn(refusing) as ProgramStarter;
  const codes = Array.from({ length: 40 }, (_, index) => index);
  const ended = await Promise.all(codes.map((code) => run(starter, bash(`exit ${code}`))));
  expect(ended.map(([, code]) => code)).toEqual(codes);
});

const PRINT = "JSON.stringify([process.argv.slice(1), process.env, process.argv0])";
