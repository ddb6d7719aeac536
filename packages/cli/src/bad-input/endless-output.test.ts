import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newPlace, TestServer } from "./server.testing.ts";

const GIGABYTE = 1_000_000_000;

const LOUD = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "loud", isPausedUponCreation: false }, () => void bash("it", { command: "yes 'all work and no play' | head -c ${GIGABYTE}; echo; echo done" }));
`;

function mostMemoryMiB(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

test("a command that prints 1 GB comes to its end, its log is cut and says so, and the server stays small", async () => {
  const place = newPlace({ "loud.ts": LOUD });
  const server = await new TestServer(place, { settings: { MOMIJI__WORKER__LOGLIMITMIB: "1" } }).loaded();
  await server.run("good");
  const before = mostMemoryMiB(server.pid);
  const runId = await server.trigger("loud");
  expect(await server.run("good")).toMatchObject({ state: "success" });
  expect(await server.endOf("loud", runId)).toBe("success");
  expect(mostMemoryMiB(server.pid) - before).toBeLessThan(200);
  const log = await server.log("loud", runId, "it");
  expect(log).toContain("WARNING output cut after 1048576 bytes; the rest is counted, not kept");
  expect(log).toMatch(/WARNING \d{9} further bytes of output were not kept\n$/);
  const file = join(place.home, "logs", "dag_id=loud", `run_id=${runId}`, "task_id=it", "attempt=1.log");
  expect(statSync(file).size).toBeLessThan(8 * 2 ** 20);
}, 120_000);
