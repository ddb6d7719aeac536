/** An engine that is killed while a container runs. It is a second one, so that other tests keep theirs. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { dockerRunJob } from "../docker-job.ts";
import { testJobContext } from "../job-context.testing.ts";
import { engineNote, hasEngine } from "../real-engine.testing.ts";
import type { RunParams } from "../run-params.ts";

const script = join(import.meta.dirname, "../../../../.ci/docker-engine.sh");

describe.runIf(hasEngine)(`dockerRun when its engine is killed${engineNote}`, () => {
  let folder = "";
  let env: NodeJS.ProcessEnv = {};

  const engine = (action: "start" | "restart" | "stop"): void =>
    void execFileSync(script, [action, folder], { env, stdio: ["ignore", "ignore", "pipe"] });

  function startEngine(options: string): string {
    // A socket's path must be short.
    folder = mkdtempSync("/tmp/dk-");
    env = { ...process.env, ENGINE_APART: "yes", ENGINE_OPTIONS: options };
    engine("start");
    return `unix://${folder}/docker.sock`;
  }

  afterEach(() => {
    engine("stop");
    rmSync(folder, { recursive: true, force: true });
  });

  const count = "i=0; while [ $i -lt 40 ]; do i=$((i+1)); echo $i; sleep 0.1; done; exit 6";

  it("goes on with a container that ran on, without a line lost or twice", { timeout: 120_000 }, async () => {
    const ctx = testJobContext({ attemptId: "restarted" });
    const params: RunParams = {
      image: "busybox:1",
      dockerHost: startEngine("--live-restore"),
      command: ["sh", "-c", count],
    };
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = dockerRunJob.follow(ctx, { params, handle });
    await expect.poll(() => ctx.lines.length, { timeout: 20_000 }).toBeGreaterThan(5);
    engine("restart");
    expect((await followed).outcome).toMatchObject({ code: "exit_code", exitCode: 6 });
    expect(ctx.lines.map(({ message }) => message)).toEqual(
      Array.from({ length: 40 }, (_, index) => String(index + 1)),
    );
    expect(ctx.said.join("\n")).toContain("the Docker engine answers again");
  });

  it("says that the engine was away when it took the container along", { timeout: 120_000 }, async () => {
    const ctx = testJobContext({ attemptId: "ended" });
    const params: RunParams = {
      image: "busybox:1",
      dockerHost: startEngine(""),
      command: ["sh", "-c", count],
    };
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = dockerRunJob.follow(ctx, { params, handle });
    await expect.poll(() => ctx.lines.length, { timeout: 20_000 }).toBeGreaterThan(5);
    engine("restart");
    const { outcome } = await followed;
    expect(outcome).toMatchObject({ kind: "failed", message: expect.stringContaining("while its engine was away") });
  });
});
