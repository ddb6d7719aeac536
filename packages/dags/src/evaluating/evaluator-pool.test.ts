import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { tempFolder } from "../dag-processor.fixture.ts";
import { EvaluatorPool } from "./evaluator-pool.ts";

// Child processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A pool, of one process unless said otherwise, and modules written as they are. */
async function poolWith(modules: { readonly [name: string]: string }, size = 1) {
  const folder = await tempFolder(modules);
  const pool = new EvaluatorPool({ evaluateTimeoutMillis: 10_000, memoryLimitMiB: 256 }, size);
  onTestFinished(() => pool.close());
  return {
    folder,
    pool,
    evaluate: (name: string) => pool.evaluate({ bundlePath: join(folder, name), fileName: name }),
  };
}

const FINE =
  'import { dag } from "@momiji/sdk";\nexport default dag({ id: String(process.pid), schedule: null }, () => {});\n';

test("one process serves several files, and another one after a rest", async () => {
  const { pool, evaluate } = await poolWith({ "a.mjs": FINE, "b.mjs": `${FINE}// b`, "c.mjs": `${FINE}// c` });
  const [a, b] = [await evaluate("a.mjs"), await evaluate("b.mjs")];
  expect(b.specs[0]?.dagId).toBe(a.specs[0]?.dagId);
  pool.rest();
  expect((await evaluate("c.mjs")).specs[0]?.dagId).not.toBe(a.specs[0]?.dagId);
});

test("a file that hangs holds up no other where there may be two processes", async () => {
  const { pool, evaluate } = await poolWith({ "hangs.mjs": "for (;;);\n", "a.mjs": FINE, "b.mjs": `${FINE}// b` }, 2);
  pool.warm();
  const hanging = evaluate("hangs.mjs");
  for (const { troubles } of await Promise.all([evaluate("a.mjs"), evaluate("b.mjs")])) expect(troubles).toEqual([]);
  pool.close();
  expect((await hanging).specs).toEqual([]);
});

test("a file is not blamed for the death that one before it prepared", async () => {
  const { evaluate } = await poolWith({
    "trap.mjs": "globalThis.trap = () => process.kill(process.pid, 'SIGKILL');\n",
    "victim.mjs": `globalThis.trap?.();\nawait new Promise((resolve) => setImmediate(resolve));\n${FINE}`,
  });
  expect((await evaluate("trap.mjs")).troubles).toEqual([]);
  expect((await evaluate("victim.mjs")).troubles).toEqual([]);
});

test("a process that died while it had nothing to do is replaced", async () => {
  const { evaluate } = await poolWith({ "pid.mjs": FINE, "next.mjs": `${FINE}// next` });
  const pid = Number((await evaluate("pid.mjs")).specs[0]?.dagId);
  process.kill(pid, "SIGKILL");
  expect((await evaluate("next.mjs")).troubles).toEqual([]);
});

test("errors of code that runs on are not those of the next file", async () => {
  const { evaluate } = await poolWith({
    "late.mjs": "globalThis.late = () => setImmediate(() => { throw new Error('late'); });\n",
    "waits.mjs": `globalThis.late();\nawait new Promise((resolve) => setImmediate(() => setImmediate(resolve)));\n${FINE}`,
  });
  await evaluate("late.mjs");
  expect((await evaluate("waits.mjs")).troubles).toEqual([]);
});

test("a process that a file left behind does not hold up the news of its end", async () => {
  const { folder, evaluate } = await poolWith({
    "leaves.mjs": `
      import { spawn } from "node:child_process";
      import { writeFileSync } from "node:fs";
      const { pid } = spawn("sleep", ["3600"], { stdio: ["ignore", "ignore", 2], detached: true });
      writeFileSync(import.meta.dirname + "/pid", String(pid));
      process.abort();`,
  });
  onTestFinished(async () => void process.kill(Number(await readFile(join(folder, "pid"), "utf8"))));
  const { troubles } = await evaluate("leaves.mjs");
  expect(troubles).toEqual([{ message: "The file ended the process that loaded it (SIGABRT)" }]);
});

test("what is given after a renewal is evaluated anew", async () => {
  const { pool, evaluate } = await poolWith({ "a.mjs": FINE });
  const before = await evaluate("a.mjs");
  pool.renew();
  expect((await evaluate("a.mjs")).specs[0]?.dagId).not.toBe(before.specs[0]?.dagId);
});

test("a closed pool lets nobody wait", async () => {
  const { pool, evaluate } = await poolWith({ "a.mjs": "for (;;);\n", "b.mjs": FINE });
  const both = [evaluate("a.mjs"), evaluate("b.mjs")];
  pool.close();
  for (const { specs } of await Promise.all(both)) expect(specs).toEqual([]);
});
