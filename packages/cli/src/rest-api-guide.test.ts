/** The guide to the REST API is true: its commands run in one shell against a real server, and answer what it shows. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { startStandalone } from "./presets/standalone.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const GUIDE = readFileSync(join(ROOT, "docs", "guides", "rest-api.md"), "utf8");
const PASSWORD = "the password of a test";
/** Stands in the guide for what differs from time to time. */
const ANYTHING = "…";

interface Step {
  readonly script: string;
  /** What stands below it. */
  readonly shown: { readonly kind: "json" | "text"; readonly text: string } | null;
}

function stepsOf(guide: string): readonly Step[] {
  const blocks = [...guide.matchAll(/^```(sh|json|text)\n(.*?)^```$/gms)];
  return blocks.flatMap(([, kind, text = ""], at) => {
    if (kind !== "sh") return [];
    const [, next, below = ""] = blocks[at + 1] ?? [];
    return [{ script: text, shown: next === "json" || next === "text" ? { kind: next, text: below } : null }];
  });
}

/** Each with what it has printed; all of them in one shell, since later ones use what earlier ones have set. */
async function run(steps: readonly Step[], folder: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const mark = "=== the end of a step ===";
  const script = steps.map(({ script: lines }) => `${lines}\nprintf '\\n%s\\n' '${mark}'\n`).join("");
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], { cwd: folder, env });
  return stdout.split(`${mark}\n`).slice(0, -1);
}

/** `…` is any text; of objects what the guide leaves out may be anything. */
function expected(value: unknown): unknown {
  if (value === ANYTHING) return expect.anything();
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== "object" || value === null) return value;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(value).map(([name, part]) => [name, expected(part)])),
  );
}

/** A line of the guide as a pattern. */
function lineLike(line: string): RegExp {
  return new RegExp(line.split(ANYTHING).map(RegExp.escape).join(".*"));
}

test("the guide to the REST API shows what the server answers", { timeout: 90_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-guide-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "dags"));
  copyFileSync(join(ROOT, "examples", "hello.ts"), join(folder, "dags", "hello.ts"));
  const server = await startStandalone({
    home: join(folder, "home"),
    folders: [join(folder, "dags")],
    env: { ...process.env, MOMIJI_ADMIN_PASSWORD: PASSWORD },
    flags: new Map<string, string | number>([
      ["server.port", 0],
      ["logging.level", "error"],
    ]),
  });
  onTestFinished(() => server.stop());
  await server.loaded;
  await server.firstPassword;

  const steps = stepsOf(GUIDE);
  expect(steps.length).toBeGreaterThan(10);
  const printed = await run(steps, folder, { ...process.env, URL: server.address.replace(/\/$/, ""), PASSWORD });
  for (const [at, { script, shown }] of steps.entries()) {
    const text = printed[at] ?? "";
    if (shown?.kind === "json") expect(JSON.parse(text), script).toEqual(expected(JSON.parse(shown.text)));
    if (shown?.kind !== "text") continue;
    for (const line of shown.text.trimEnd().split("\n")) expect(text, script).toMatch(lineLike(line));
  }
});
