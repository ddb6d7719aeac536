/** The lane and the suite, with jobs that are processes of this machine. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type JobHarness, jobOperatorConformance } from "../job-conformance.ts";

jobOperatorConformance("a process of this machine", newHarness);

function newHarness(): Promise<JobHarness> {
  const engine = mkdtempSync(join(tmpdir(), "momiji-engine-"));
  const folderOf = (attemptId: string): string => join(engine, `job-${attemptId}`);
  const end = (attemptId: string): void => {
    const pid = join(folderOf(attemptId), "pid");
    if (existsSync(pid)) process.kill(Number(readFileSync(pid, "utf8")), "SIGKILL");
  };
  return Promise.resolve({
    module: new URL("conformance/file-jobs.testing.ts", import.meta.url).href,
    operator: "fileJob",
    params: (plan) => ({ engine, ...plan }),
    started: (attemptId) => countLines(join(engine, `starts-${attemptId}`)),
    left: (attemptId) => readdirSync(engine).filter((name) => name === `job-${attemptId}`),
    troubles: { "it does not answer": () => isDownFor(engine, 700) },
    vanish: (attemptId) => {
      end(attemptId);
      rmSync(folderOf(attemptId), { recursive: true });
    },
    close: () => {
      for (const name of readdirSync(engine)) {
        if (name.startsWith("job-") && !existsSync(join(engine, name, "exit"))) end(name.slice("job-".length));
      }
      rmSync(engine, { recursive: true, force: true });
    },
  });
}

function countLines(path: string): number {
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0;
}

async function isDownFor(engine: string, millis: number): Promise<void> {
  writeFileSync(join(engine, "down"), "");
  await new Promise((resolve) => setTimeout(resolve, millis));
  rmSync(join(engine, "down"));
}
