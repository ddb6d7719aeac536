/** A container that writes a gigabyte, through the whole product: a test of the night. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engineHost, engineNote, EngineProbe, hasEngine } from "./real-engine.testing.ts";

const root = join(import.meta.dirname, "../../..");
const LINES = 10_000_000;
const LIMIT_MIB = 8;
/** Of the largest process: Node's own size, the log on its way, and what a collector of garbage leaves lying. */
const MOST_MEGABYTES = 400;

const dagFile = (host: string): string => `import { dag } from "momiji";
import { dockerRun } from "@momiji/docker";
const text = "a line of a log that is as long as a hundred characters, so that ten million of them are a gigabyte";
export default dag({ id: "gigabyte" }, () => {
  dockerRun("writes", { image: "busybox:1", dockerHost: "${host}", network: "none", autoRemove: "always",
    command: ["sh", "-c", \`yes "\${text}" | head -n ${LINES}; echo the end\`] });
});
`;

it.runIf(hasEngine)(
  `a gigabyte of output costs little memory, is kept up to the limit, and the log says so${engineNote}`,
  { timeout: 1_200_000 },
  async () => {
    const { stdout, megabytes } = await runOnce(dagFile(engineHost));
    expect(stdout).toMatch(/^writes +\| success/m);
    expect(stdout).toContain(`output cut after ${LIMIT_MIB * 2 ** 20} bytes; the rest is counted, not kept`);
    const dropped = Number(/(\d+) further bytes of output were not kept/.exec(stdout)?.[1]);
    const whole = LINES * 100 + "the end\n".length;
    // The last line that was kept may go over the limit.
    expect(whole - LIMIT_MIB * 2 ** 20 - dropped).toBeLessThan(100);
    expect(whole - LIMIT_MIB * 2 ** 20 - dropped).toBeGreaterThanOrEqual(-100);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    expect(await new EngineProbe().containersWith("momiji.dag=gigabyte")).toEqual([]);
  },
);

/** With the most memory that any of its processes held. */
async function runOnce(text: string): Promise<{ readonly stdout: string; readonly megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-gigabyte-"));
  const file = join(folder, "gigabyte.ts");
  writeFileSync(file, text);
  const settings = {
    MOMIJI_HOME: join(folder, "home"),
    MOMIJI__WORKER__LOG_LIMIT_MIB: String(LIMIT_MIB),
    NO_COLOR: "1",
  };
  const args = ["--conditions=source", join(root, "packages/cli/src/main.ts"), "dags", "test", file];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  // Eight mebibytes of it are the log, of which the end is of interest.
  child.stdout.on("data", (chunk: Buffer) => (stdout = `${stdout}${String(chunk)}`.slice(-(1 << 16))));
  const peaks = new Map<number, number>();
  const looking = setInterval(() => {
    for (const pid of tree(child.pid ?? 0)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakMegabytes(pid)));
  }, 500);
  await once(child, "close");
  clearInterval(looking);
  rmSync(folder, { recursive: true });
  return { stdout, megabytes: Math.max(...peaks.values()) };
}

function tree(pid: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const children = tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(" ").filter(Boolean));
    return [pid, ...children.flatMap((child) => tree(Number(child)))];
  } catch {
    return [];
  }
}

function peakMegabytes(pid: number): number {
  return (Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024) / 1e6;
}

/** Empty once it has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
