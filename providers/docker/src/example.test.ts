/** The example runs as it stands, through the whole product. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engineHost, engineNote, EngineProbe, hasEngine } from "./real-engine.testing.ts";

const root = join(import.meta.dirname, "../../..");

it.runIf(hasEngine)(
  `examples/docker_job.ts counts, fails where it should, and calls its follower${engineNote}`,
  { timeout: 120_000 },
  async () => {
    const home = mkdtempSync(join(tmpdir(), "momiji-example-"));
    const { stdout } = spawnSync(
      process.execPath,
      [
        "--conditions=source",
        join(root, "packages/cli/src/main.ts"),
        "dags",
        "test",
        join(root, "examples/docker_job.ts"),
      ],
      { encoding: "utf8", env: { ...process.env, DOCKER_HOST: engineHost, MOMIJI_HOME: home, NO_COLOR: "1" } },
    );
    rmSync(home, { recursive: true });
    // Both containers run at once: their lines mix, each one's own stay in order.
    expect(stdout.match(/^\[count\] \d$/gm)).toEqual([1, 2, 3, 4, 5].map((row) => `[count] ${row}`));
    expect(stdout).toMatch(/\[report\] counted: \{"rows":5,"run":"manual__[^"]+"\}/);
    expect(stdout).toMatch(/^alarm +\| success/m);
    expect(stdout).toMatch(/^fail +\| failed .*the container ended with exit code 1/m);
    const probe = new EngineProbe();
    expect(await probe.containersWith("momiji.dag=docker_job")).toEqual([]);
  },
);
