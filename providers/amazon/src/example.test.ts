/** The example runs as it stands, through the whole product, with containers of MiniStack. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { emulatorsNote, hasEmulators, ministack, REGION } from "./testing/emulators.testing.ts";
import { MiniStackBench } from "./testing/ministack-bench.testing.ts";

const root = join(import.meta.dirname, "../../..");

it.runIf(hasEmulators)(
  `examples/ecs_hello_world.ts greets, fails where it should, and calls only the follower of what has failed${emulatorsNote}`,
  { timeout: 180_000 },
  async () => {
    const bench = new MiniStackBench();
    await bench.build();
    const home = mkdtempSync(join(tmpdir(), "momiji-example-"));
    onTestFinished(async () => {
      await bench.close();
      rmSync(home, { recursive: true });
    });
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: ministack,
      AWS_ACCESS_KEY_ID: bench.accessKey,
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: REGION,
      ECS_CLUSTER: "momiji",
      ECS_TASK_DEFINITION: "app",
      ECS_CONTAINER: "app",
      MOMIJI_HOME: home,
      NO_COLOR: "1",
    };
    const program = join(root, "packages/cli/src/main.ts");
    const args = ["--conditions=source", program, "dags", "test", join(root, "examples/ecs_hello_world.ts")];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", env });
    expect(stdout).toMatch(/\[run_task\] hello-world/);
    expect(stdout).toMatch(/\[run_failing_task\] goodbye-world/);
    expect(stdout).toMatch(/^run_task +\| success/m);
    expect(stdout).toMatch(/^not_needed +\| skipped/m);
    expect(stdout).toMatch(/^run_failing_task +\| failed .*the container ended with exit code 1/m);
    expect(stdout).toMatch(/^print_date +\| success/m);
  },
);
