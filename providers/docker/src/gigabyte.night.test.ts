/** A container that writes a gigabyte, through the whole product: a test of the night. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { engineHost, engineNote, EngineProbe, hasEngine } from "./real-engine.testing.ts";

const root = join(import.meta.dirname, "../../..");
/** Of a line with its number; five million are a gigabyte. */
const LINE_BYTES = 200;
const LINES = 5_000_000;
const LIMIT_MIB = 8;
/** Of the largest process: Node's own size, the log on its way, and what a collector of garbage leaves lying. */
const MOST_MEGABYTES = 400;

/** A number of seven digits, a space, letters, and a newline. */
const script = (lines: number): string =>
  `yes ${"x".repeat(LINE_BYTES - 9)} | head -n ${lines} | awk '{ printf "%07d %s\\n", NR, $0 }'; echo the end`;

const dagFile = (lines: number): string => `import { dag } from "momiji";
import { dockerRun } from "@momiji/docker";
export default dag({ id: "gigabyte" }, () => {
  dockerRun("writes", { image: "busybox:1", dockerHost: "${engineHost}", network: "none", autoRemove: "always",
    command: ${JSON.stringify(["sh", "-c", script(lines)])} });
});
`;

describe.runIf(hasEngine)(`a container that writes much${engineNote}`, { timeout: 1_200_000 }, () => {
  it("a gigabyte costs little memory, and no line is lost, twice or out of order", async () => {
    const { numbers, rest, megabytes } = await runOnce(dagFile(LINES), { limitMib: 2048 });
    expect(numbers).toEqual({ count: LINES, last: LINES, wrong: [] });
    expect(rest).toMatch(/^writes +\| success/m);
    expect(rest).not.toMatch(/broke off|not kept/);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    expect(await new EngineProbe().containersWith("momiji.dag=gigabyte")).toEqual([]);
  });

  it("more than the limit is kept up to it, and every byte of the rest counted", async () => {
    const lines = LINES / 10;
    const { numbers, rest } = await runOnce(dagFile(lines), { limitMib: LIMIT_MIB });
    const { count: kept } = numbers;
    expect(numbers).toEqual({ count: kept, last: kept, wrong: [] });
    // What was said about its start is in the log when it begins to be counted.
    expect(kept * LINE_BYTES).toBeGreaterThan(LIMIT_MIB * 2 ** 20 - 1000);
    expect(kept * LINE_BYTES).toBeLessThan(LIMIT_MIB * 2 ** 20 + LINE_BYTES);
    expect(rest).toContain(`output cut after ${LIMIT_MIB * 2 ** 20} bytes; the rest is counted, not kept`);
    const dropped = Number(/(\d+) further bytes of output were not kept/.exec(rest)?.[1]);
    expect(dropped).toBe((lines - kept) * LINE_BYTES + "the end\n".length);
  });
});

/** The numbers of the lines as they came. */
interface Numbers {
  count: number;
  last: number;
  /** The first of those that are not the next after the one before. */
  readonly wrong: number[];
}

interface Written {
  readonly numbers: Numbers;
  /** What else was said. */
  readonly rest: string;
  /** The most that any of its processes held. */
  readonly megabytes: number;
}

async function runOnce(text: string, { limitMib }: { readonly limitMib: number }): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-gigabyte-"));
  const file = join(folder, "gigabyte.ts");
  writeFileSync(file, text);
  const settings = {
    MOMIJI_HOME: join(folder, "home"),
    MOMIJI__WORKER__LOG_LIMIT_MIB: String(limitMib),
    NO_COLOR: "1",
  };
  const args = ["--conditions=source", join(root, "packages/cli/src/main.ts"), "dags", "test", file];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const peaks = new Map<number, number>();
  const looking = setInterval(() => {
    for (const pid of tree(child.pid ?? 0)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakMegabytes(pid)));
  }, 500);
  const numbers: Numbers = { count: 0, last: 0, wrong: [] };
  let rest = "";
  const ended = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    const [, digits] = /^\[writes\] (\d{7}) x/.exec(line) ?? [];
    if (digits === undefined) rest += `${line.slice(0, 1000)}\n`;
    else note(numbers, Number(digits));
  }
  await ended;
  clearInterval(looking);
  rmSync(folder, { recursive: true });
  return { numbers, rest, megabytes: Math.max(...peaks.values()) };
}

function note(numbers: Numbers, number: number): void {
  if (number !== numbers.last + 1 && numbers.wrong.length < 10) numbers.wrong.push(number);
  numbers.count += 1;
  numbers.last = number;
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
