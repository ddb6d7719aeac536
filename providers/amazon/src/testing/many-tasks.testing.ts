/** Many tasks of ECS at once through the whole product, with real containers, of every kind of end; and what is expected of them. */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { AwsFront } from "./aws-front.testing.ts";
import { ministack, REGION } from "./emulators.testing.ts";
import { MiniStackBench, shellOnHost } from "./ministack-bench.testing.ts";
import { MiniStackRelay } from "./ministack-relay.testing.ts";

const root = join(import.meta.dirname, "../../../..");
/** As many as a small Docker engine starts well. */
const STARTS_AT_ONCE = 6;

/** How many there are of each kind: named by how their instances end. */
export interface ManyTasks {
  readonly good: number;
  readonly bad: number;
  readonly skipped: number;
  readonly missing: number;
  readonly late: number;
  /** What the late ones get. */
  readonly lateSeconds: number;
}

/** What a task of this kind is said to have come to. */
const ENDS = {
  late: "failed .*longer than",
  good: "success",
  bad: "failed .*exit code 3",
  skipped: "skipped .*exit code 99",
  missing: "failed .*no-such-image",
} as const;

type Kind = keyof typeof ENDS;

const KINDS = Object.keys(ENDS) as Kind[];

const LINES = 'i=0; while [ $i -lt 20 ]; do i=$((i+1)); echo "line $i"; done; ';

function dagFile(dagId: string, tasks: ManyTasks): string {
  const late = { executionTimeout: { seconds: tasks.lateSeconds } };
  const kinds: { readonly [kind in Kind]: object } = {
    late: { ...shellOnHost("trap 'exit 143' TERM; sleep 10000 & wait"), ...late },
    good: shellOnHost(`${LINES}sleep 2`),
    bad: shellOnHost(`${LINES}sleep 2; exit 3`),
    skipped: shellOnHost("sleep 1; exit 99", { skipOnExitCode: 99 }),
    missing: shellOnHost("true", { taskDefinition: "without" }),
  };
  const added = KINDS.map((kind) => {
    const { awslogsSettleSeconds: seconds, ...options } = kinds[kind] as { awslogsSettleSeconds?: number };
    return `add("${kind}", ${tasks[kind]}, ${JSON.stringify({ ...options, awslogsSettle: { seconds } })});`;
  });
  return `import { dag } from "momiji";
import { ecsRunTask } from "@momiji/amazon";
export default dag({ id: "${dagId}", maxActiveTasks: 100 }, () => {
  const add = (kind, count, options) => {
    for (let n = 0; n < count; n++) ecsRunTask(kind + n, options);
  };
  ${added.join("\n  ")}
});
`;
}

/** All at once: each ends as it should, was started once, has its log whole, and leaves nothing. ECS throttles them. */
export async function expectManyTasks(tasks: ManyTasks): Promise<void> {
  const bench = new MiniStackBench();
  await bench.build();
  await bench.define("without", "momiji/no-such-image:1", "host");
  const relay = new MiniStackRelay(ministack, STARTS_AT_ONCE);
  const front = await AwsFront.start(relay.handle);
  try {
    const { stdout, stderr } = await runOnce(dagFile(`many_${randomUUID()}`, tasks), {
      AWS_ENDPOINT_URL: front.url,
      AWS_ACCESS_KEY_ID: bench.accessKey,
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: REGION,
    });
    const wanted = Object.fromEntries(KINDS.map((kind) => [kind, tasks[kind]]));
    expect(Object.fromEntries(KINDS.map((kind) => [kind, ended(stdout, kind)])), stderr).toEqual(wanted);
    expect(brokenLogs(stdout, [...named("good", tasks.good), ...named("bad", tasks.bad)])).toEqual([]);
    const starters = await bench.starters();
    expect(new Set(starters).size).toBe(starters.length);
    // On a slow machine the time of a late one may be over before it was its turn.
    const all = KINDS.reduce((sum, kind) => sum + tasks[kind], 0);
    expect(starters.length).toBeGreaterThanOrEqual(all - tasks.late);
    expect(await bench.running()).toEqual([]);
    expect(relay.throttled).toBeGreaterThan(0);
  } finally {
    await bench.close();
    front.close();
  }
}

function ended(stdout: string, kind: Kind): number {
  const line = new RegExp(`^${kind}\\d+ +\\| ${ENDS[kind]}`);
  return stdout.split("\n").filter((each) => line.test(each)).length;
}

function runOnce(
  text: string,
  aws: { readonly [name: string]: string },
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-many-"));
  const file = join(folder, "many.ts");
  writeFileSync(file, text);
  const settings = { MOMIJI_HOME: join(folder, "home"), MOMIJI__CORE__PARALLELISM: "100", NO_COLOR: "1" };
  const env = { ...process.env, ...settings, ...aws };
  const args = ["--conditions=source", join(root, "packages/cli/src/main.ts"), "dags", "test", file];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 1 << 26 }, (_failed, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      resolve({ stdout, stderr });
    });
  });
}

/** Tasks whose twenty lines are not there, or not in order. */
function brokenLogs(stdout: string, names: readonly string[]): string[] {
  const lines = Map.groupBy(stdout.matchAll(/^\[(\w+)\] line (\d+)$/gm), ([, task]) => task ?? "");
  const wanted = Array.from({ length: 20 }, (_, at) => String(at + 1)).join();
  return names.filter((name) => (lines.get(name) ?? []).map(([, , number]) => number).join() !== wanted);
}

function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${kind}${number}`);
}
