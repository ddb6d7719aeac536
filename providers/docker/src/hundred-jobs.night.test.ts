/** A hundred containers at once through the whole product: a test of the night, since it is two minutes of work for an engine. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ContainerStarts } from "./container-starts.testing.ts";
import { engineHost, engineNote, EngineProbe, hasEngine } from "./real-engine.testing.ts";

const root = join(import.meta.dirname, "../../..");

/** How many there are of each kind, and how their instances end. */
const KINDS = { good: 40, bad: 20, skipped: 10, killed: 10, late: 10, missing: 10 };

const dagFile = (host: string): string => `import { dag } from "momiji";
import { dockerRun } from "@momiji/docker";
const sh = (text) => ({ image: "busybox:1", dockerHost: "${host}", network: "none", autoRemove: "always", command: ["sh", "-c", text] });
const lines = 'i=0; while [ $i -lt 20 ]; do i=$((i+1)); echo "$NAME line $i"; done; ';
export default dag({ id: "hundred", maxActiveTasks: 100 }, () => {
  const add = (kind, count, options) => {
    for (let n = 0; n < count; n++) dockerRun(kind + n, { ...options, env: { NAME: kind + n } });
  };
  add("good", ${KINDS.good}, sh(lines + "sleep 5"));
  add("bad", ${KINDS.bad}, sh(lines + "sleep 5; exit 3"));
  add("skipped", ${KINDS.skipped}, { ...sh("sleep 2; exit 99"), skipOnExitCode: 99 });
  add("killed", ${KINDS.killed}, sh("sleep 2; sh -c 'kill -9 $$'; exit $?"));
  add("late", ${KINDS.late}, { ...sh("trap 'exit 143' TERM; while :; do sleep 0.2; done"), executionTimeout: { seconds: 100 } });
  add("missing", ${KINDS.missing}, { ...sh("exit"), image: "busybox:there-is-no-such-tag", pull: "never" });
});
`;

it.runIf(hasEngine)(
  `a hundred containers at once end as they should, their logs are whole, and none is left${engineNote}`,
  { timeout: 400_000 },
  async () => {
    const probe = new EngineProbe();
    const starts = await ContainerStarts.watch(probe.client);
    const { stdout, stderr } = await runOnce(dagFile(engineHost));
    starts.close();
    const ends = (kind: string, words: RegExp): number =>
      stdout.split("\n").filter((line) => new RegExp(`^${kind}\\d+ +\\| ${words.source}`).test(line)).length;
    expect(
      {
        good: ends("good", /success/),
        bad: ends("bad", /failed .*exit code 3/),
        skipped: ends("skipped", /skipped .*exit code 99/),
        killed: ends("killed", /failed .*SIGKILL/),
        late: ends("late", /failed .*100 s/),
        missing: ends("missing", /failed .*there-is-no-such-tag/),
      },
      stderr,
    ).toEqual(KINDS);
    expect(brokenLogs(stdout)).toEqual([]);
    expect(starts.all()).toEqual(Array.from({ length: 90 }, () => 1));
    expect(await probe.containersWith("momiji.dag=hundred")).toEqual([]);
  },
);

function runOnce(text: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-hundred-"));
  const file = join(folder, "hundred.ts");
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
