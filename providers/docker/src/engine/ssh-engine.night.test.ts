/** An engine behind a real ssh server with a real client, as a worker finds it on another machine: a test of the night. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dockerRunJob } from "../docker-job.ts";
import { failureOf, type TestJobContext, testJobContext } from "../job-context.testing.ts";
import { engineHost, engineNote, EngineProbe, hasEngine } from "../real-engine.testing.ts";
import type { RunParams } from "../run-params.ts";

const script = join(import.meta.dirname, "../../../../.ci/ssh-server.sh");
const TIMEOUT = { timeout: 120_000 };

describe.runIf(hasEngine)(`dockerRun over a real ssh server${engineNote}`, TIMEOUT, () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-sshd-"));
  const { PATH: path = "" } = process.env;
  const probe = new EngineProbe();
  const attempts = new Set<string>();
  let dockerHost = "";

  const server = (action: "start" | "cut" | "stop"): string => {
    const env = { ...process.env, PATH: path, DOCKER_HOST: engineHost };
    return execFileSync(script, [action, folder], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    }).trim();
  };
  const attempt = (): TestJobContext => {
    const attemptId = probe.newAttempt();
    attempts.add(attemptId);
    return testJobContext({ attemptId, graceMillis: 1000 });
  };
  const sh = (text: string): RunParams => {
    return { image: "busybox:1", dockerHost, command: ["sh", "-c", text], autoRemove: "always" };
  };

  beforeAll(() => {
    dockerHost = `ssh://127.0.0.1:${server("start")}`;
    process.env["PATH"] = `${join(folder, "bin")}:${path}`;
  }, 120_000);

  afterAll(async () => {
    process.env["PATH"] = path;
    server("stop");
    await probe.removeAllOf(attempts);
    rmSync(folder, { recursive: true });
  });

  it("ships the log, gives the last line back, and removes the container", async () => {
    const ctx = attempt();
    const params = sh("echo one; echo two >&2; sleep 0.3; echo three");
    const handle = await dockerRunJob.launch(ctx, params);
    const { outcome, value } = await dockerRunJob.follow(ctx, { params, handle });
    expect([outcome.kind, value]).toEqual(["success", "three"]);
    expect(ctx.lines.map(({ message }) => message).toSorted()).toEqual(["one", "three", "two"]);
    await dockerRunJob.release?.(ctx, { params, handle, outcome: "success" });
    expect(await probe.containersOf(ctx.attemptId)).toEqual([]);
  });

  it("goes on where it was when its sessions break off", async () => {
    const ctx = attempt();
    const params = sh("i=0; while [ $i -lt 25 ]; do i=$((i+1)); echo $i; sleep 0.1; done");
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = dockerRunJob.follow(ctx, { params, handle });
    await expect.poll(() => ctx.lines.length, { timeout: 60_000 }).toBeGreaterThan(3);
    server("cut");
    expect((await followed).outcome.kind).toBe("success");
    expect(ctx.lines.map(({ message }) => message)).toEqual(Array.from({ length: 25 }, (_, at) => String(at + 1)));
    expect(ctx.said.join("\n")).toContain("the Docker engine answers again");
  });

  it("stops a container that nobody wants any more", async () => {
    const ctx = attempt();
    const params = sh("trap 'exit 143' TERM; while :; do sleep 0.1; done");
    const handle = await dockerRunJob.launch(ctx, params);
    await dockerRunJob.cancel(ctx, { params, handle });
    expect((await probe.inspect(handle.id)).State).toMatchObject({ Running: false, ExitCode: 143 });
  });

  it("says what ssh says of a key that is not known there, and of a host that is not known here", async () => {
    const ctx = attempt();
    writeFileSync(join(folder, "authorized_keys"), "");
    expect(await failureOf(dockerRunJob.launch(ctx, sh("true")))).toMatchObject({
      code: "docker_ssh",
      message: expect.stringContaining("Permission denied (publickey)"),
    });
    writeFileSync(join(folder, "known_hosts"), "");
    expect(await failureOf(dockerRunJob.launch(ctx, sh("true")))).toMatchObject({
      code: "docker_ssh",
      message: expect.stringContaining("Host key verification failed"),
    });
  });
});
