/** A hundred pods at once through the whole product: a test of the night, since it is minutes of work for one node. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { AttemptObjects } from "./testing/attempt-objects.testing.ts";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "./testing/test-cluster.testing.ts";

const root = join(import.meta.dirname, "../../..");
const there = testCluster();

/** How many there are of each kind, and how their instances end. */
const KINDS = { good: 50, bad: 20, skipped: 10, late: 10, missing: 10 };

const dagFile = (namespace: string): string => `import { dag } from "momiji";
import { kubernetesPod } from "@momiji/kubernetes";
const sh = (text) => ({
  namespace: "${namespace}", image: "busybox:1", cmds: ["sh", "-c", text], scheduleTimeout: { minutes: 8 }, startupTimeout: { minutes: 8 },
  terminationGracePeriod: { seconds: 1 },
});
const lines = 'i=0; while [ $i -lt 20 ]; do i=$((i+1)); echo "$NAME line $i"; done; ';
export default dag({ id: "hundred", maxActiveTasks: 100 }, () => {
  const add = (kind, count, options) => {
    for (let n = 0; n < count; n++) kubernetesPod(kind + n, { ...options, env: { NAME: kind + n } });
  };
  add("good", ${KINDS.good}, sh(lines + "sleep 5"));
  add("bad", ${KINDS.bad}, sh(lines + "sleep 5; exit 3"));
  add("skipped", ${KINDS.skipped}, { ...sh("sleep 2; exit 99"), skipOnExitCode: 99 });
  add("late", ${KINDS.late}, { ...sh("while :; do sleep 0.5; done"), executionTimeout: { minutes: 4 } });
  add("missing", ${KINDS.missing}, { ...sh("exit"), image: "busybox:there-is-no-such-tag", imagePullPolicy: "Never" });
});
`;

it.runIf(there?.isFull)(
  `a hundred pods at once end as they should, their logs are whole, and none is left${clusterNote}`,
  { timeout: 900_000 },
  async () => {
    if (there === null) throw new Error("no cluster");
    const cluster = await adminOf(there);
    const namespace = await makeNamespace(cluster, "hundred");
    await serviceAccountReady(cluster, namespace);
    const objects = new AttemptObjects(cluster, namespace);
    const { stdout, stderr } = await runOnce(dagFile(namespace), there.kubeconfig);
    objects.close();
    const ends = (kind: string, words: RegExp): number =>
      stdout.split("\n").filter((line) => new RegExp(`^${kind}\\d+ +\\| ${words.source}`).test(line)).length;
    expect(
      {
        good: ends("good", /success/),
        bad: ends("bad", /failed .*exit code 3/),
        skipped: ends("skipped", /skipped .*exit code 99/),
        late: ends("late", /failed .*240 s/),
        missing: ends("missing", /failed .*there-is-no-such-tag/),
      },
      stderr,
    ).toEqual(KINDS);
    expect(brokenLogs(stdout)).toEqual([]);
    expect(objects.podsByAttempt()).toEqual(Array.from({ length: 100 }, () => 1));
    const left = await cluster.call<{ items: object[] }>({
      method: "GET",
      path: `/api/v1/namespaces/${namespace}/pods`,
    });
    expect(left.items).toEqual([]);
  },
);

function runOnce(text: string, kubeconfig: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-hundred-"));
  const file = join(folder, "hundred.ts");
  writeFileSync(file, text);
  const settings = { MOMIJI_HOME: join(folder, "home"), MOMIJI__CORE__PARALLELISM: "100", NO_COLOR: "1" };
  const env = { ...process.env, ...settings, KUBECONFIG: kubeconfig };
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
function brokenLogs(stdout: string): string[] {
  const lines = Map.groupBy(stdout.matchAll(/^\[(\w+)\] (\w+) line (\d+)$/gm), ([, task]) => task ?? "");
  const names = [...named("good", KINDS.good), ...named("bad", KINDS.bad)];
  return names.filter((name) => {
    const seen = (lines.get(name) ?? []).map(([, , from, number]) => `${from} ${number}`);
    return seen.join() !== Array.from({ length: 20 }, (_, at) => `${name} ${at + 1}`).join();
  });
}

function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${kind}${number}`);
}
