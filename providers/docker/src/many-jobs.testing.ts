/** Many containers at once through the whole product, of every kind of end; and what is expected of them. */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { ContainerStarts } from "./container-starts.testing.ts";
import { engineHost, EngineProbe } from "./real-engine.testing.ts";

const root = join(import.meta.dirname, "../../..");

/** How many there are of each kind: named by how their instances end. */
export interface ManyJobs {
  readonly good: number;
  readonly bad: number;
  readonly skipped: number;
  readonly killed: number;
  readonly missing: number;
  readonly late: number;
  /** What the late ones get. */
  readonly lateSeconds: number;
}

/** What a task of this kind is said to have come to. */
const ENDS = {
  good: "success",
  bad: "failed .*exit code 3",
  skipped: "skipped .*exit code 99",
  killed: "failed .*SIGKILL",
  missing: "failed .*there-is-no-such-tag",
  late: "failed .*longer than",
} as const;

type Kind = keyof typeof ENDS;

const KINDS = Object.keys(ENDS) as Kind[];

/** Their network is none: it is not the point here, and dear for an engine to make a hundred times. */
const dagFile = (dagId: string, jobs: ManyJobs): string => `import { dag } from "momiji";
import { dockerRun } from "@momiji/docker";
const sh = (text) => ({ image: "busybox:1", dockerHost: "${engineHost}", network: "none", autoRemove: "always", command: ["sh", "-c", text] });
const lines = 'i=0; while [ $i -lt 20 ]; do i=$((i+1)); echo "$NAME line $i"; done; ';
export default dag({ id: "${dagId}", maxActiveTasks: 100 }, () => {
  const add = (kind, count, options) => {
    for (let n = 0; n < count; n++) dockerRun(kind + n, { ...options, env: { NAME: kind + n } });
  };
  add("late", ${jobs.late}, { ...sh("trap 'exit 143' TERM; sleep 10000 & wait"), executionTimeout: { seconds: ${jobs.lateSeconds} } });
  add("good", ${jobs.good}, sh(lines + "sleep 2"));
  add("bad", ${jobs.bad}, sh(lines + "sleep 2; exit 3"));
  add("skipped", ${jobs.skipped}, { ...sh("sleep 1; exit 99"), skipOnExitCode: 99 });
  add("killed", ${jobs.killed}, sh("sleep 1; sh -c 'kill -9 $$'; exit $?"));
  add("missing", ${jobs.missing}, { ...sh("exit"), image: "busybox:there-is-no-such-tag", pull: "never" });
});
`;

/** All at once: each ends as it should, was started once, has its log whole, and leaves nothing. */
export async function expectManyJobs(jobs: ManyJobs): Promise<void> {
  const probe = new EngineProbe();
  const dagId = `many_${randomUUID()}`;
  const label = `momiji.dag=${dagId}`;
  const starts = await ContainerStarts.watch(probe.client, label);
  const { stdout, stderr } = await runOnce(dagFile(dagId, jobs));
  starts.close();
  const wanted = Object.fromEntries(KINDS.map((kind) => [kind, jobs[kind]]));
  expect(Object.fromEntries(KINDS.map((kind) => [kind, ended(stdout, kind)])), stderr).toEqual(wanted);
  expect(brokenLogs(stdout, [...named("good", jobs.good), ...named("bad", jobs.bad)])).toEqual([]);
  const ran = KINDS.reduce((sum, kind) => sum + jobs[kind], 0) - jobs.missing;
  // On a slow machine the time of a late one may be over before its turn has come.
  expect(starts.all().length).toBeGreaterThanOrEqual(ran - jobs.late);
  expect(starts.all().filter((count) => count !== 1)).toEqual([]);
  expect(await probe.containersWith(label)).toEqual([]);
}

function ended(stdout: string, kind: Kind): number {
  const line = new RegExp(`^${kind}\\d+ +\\| ${ENDS[kind]}`);
  return stdout.split("\n").filter((each) => line.test(each)).length;
}

function runOnce(text: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-many-"));
  const file = join(folder, "many.ts");
  writeFileSync(file, text);
  const settings = { MOMIJI_HOME: join(folder, "home"), MOMIJI__CORE__PARALLELISM: "100", NO_COLOR: "1" };
  const env = { ...process.env, ...settings };
  const program = join(root, "packages/cli/src/main.ts");
  const args = ["--conditions=source", program, "dags", "test", file];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 1 << 26 }, (_failed, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      resolve({ stdout, stderr });
    });
  });
}

/** Tasks whose twenty lines are not there, or not in order. */
function brokenLogs(stdout: string, names: readonly string[]): string[] {
  const lines = Map.groupBy(stdout.matchAll(/^\[(\w+)\] (\w+) line (\d+)$/gm), ([, task]) => task ?? "");
  return names.filter((name) => {
    const seen = (lines.get(name) ?? []).map(([, , from, number]) => `${from} ${number}`);
    return seen.join() !== Array.from({ length: 20 }, (_, at) => `${name} ${at + 1}`).join();
  });
}

function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${kind}${number}`);
}
