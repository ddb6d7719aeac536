/** The operator against a real engine, called as the job lane calls it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobEnd } from "@momiji/sdk";
import { dockerRunJob } from "../docker-job.ts";
import { failureOf, type TestJob, testJobContext, type TestJobContext } from "../job-context.testing.ts";
import { engineHost, engineNote, EngineProbe, hasEngine, testRegistry } from "../real-engine.testing.ts";
import type { RunParams } from "../run-params.ts";

const probe = new EngineProbe();
const attempts = new Set<string>();

type Params = Partial<RunParams>;

function attempt(job: Partial<TestJob> = {}): TestJobContext {
  const attemptId = job.attemptId ?? probe.newAttempt();
  attempts.add(attemptId);
  return testJobContext({ ...job, attemptId });
}

const sh = (script: string, params: Params = {}): RunParams => ({
  image: "busybox:1",
  dockerHost: engineHost,
  command: ["sh", "-c", script],
  ...params,
});

async function run(params: RunParams, ctx = attempt()): Promise<{ end: JobEnd; ctx: TestJobContext }> {
  const handle = await dockerRunJob.launch(ctx, params);
  return { end: await dockerRunJob.follow(ctx, { params, handle }), ctx };
}

/** Of a long line how long, for failures that can be read. */
const short = (line: string): string =>
  line.replace(/(.)\1{99,}/g, ([letter, ...rest]) => `${letter} * ${rest.length + 1}`);

const output = ({ lines }: TestJobContext): string[] => lines.map(({ source, message }) => `${source}: ${message}`);

async function launchFailure(params: RunParams): Promise<{ code: string; message: string; detail: string }> {
  const ctx = attempt();
  const failure = await failureOf(dockerRunJob.launch(ctx, params));
  await dockerRunJob.cancel(ctx, { params, handle: null });
  expect(await probe.containersOf(ctx.attemptId)).toEqual([]);
  return failure;
}

describe.runIf(hasEngine)(`dockerRun on a real engine${engineNote}`, () => {
  afterAll(() => probe.removeAllOf(attempts));

  it("ships both streams line by line and gives back the last line", async () => {
    const { end, ctx } = await run(sh("echo one; sleep 0.1; echo two >&2; sleep 0.1; echo three"));
    expect(output(ctx)).toEqual(["stdout: one", "stderr: two", "stdout: three"]);
    expect(end).toEqual({ outcome: { kind: "success" }, value: "three" });
  });

  it("starts one container however often and however closely it is asked to", async () => {
    const ctx = attempt();
    const params = sh("echo once; sleep 5");
    const handles = await Promise.all([1, 2, 3, 4].map(() => dockerRunJob.launch(ctx, params)));
    expect(new Set(handles.map(({ id }) => id)).size).toBe(1);
    expect(await probe.containersOf(ctx.attemptId)).toEqual([handles[0]?.id]);
    await dockerRunJob.cancel(ctx, { params: { ...params, stopGraceSeconds: 0 }, handle: null });
  });

  it("takes a container that has ended already as it is, and does not run it again", async () => {
    const ctx = attempt();
    const params = sh("echo once");
    const { id } = await dockerRunJob.launch(ctx, params);
    await probe.post(`/containers/${id}/wait`);
    const handle = await dockerRunJob.launch(ctx, params);
    await dockerRunJob.follow(ctx, { params, handle });
    expect(output(ctx)).toEqual(["stdout: once"]);
  });

  it("goes on after any line, without a line twice or never", async () => {
    const params = sh("i=0; while [ $i -lt 60 ]; do i=$((i+1)); echo $i; echo e$i >&2; done");
    const first = attempt();
    const handle = await dockerRunJob.launch(first, params);
    await dockerRunJob.follow(first, { params, handle });
    expect(first.lines.length).toBe(120);
    for (const at of [0, 1, 40, 41, 118, 119]) {
      const position = first.lines[at]?.position ?? null;
      const again = attempt({ attemptId: first.attemptId, position });
      await dockerRunJob.follow(again, { params, handle });
      expect(again.lines).toEqual(first.lines.slice(at + 1));
    }
  });

  it.each([{}, { tty: true }, { logDriver: "local" }])("joins a line that the engine cuts, with %o", async (params) => {
    const script = "head -c 40000 /dev/zero | tr '\\0' x; echo; head -c 16384 /dev/zero | tr '\\0' y; echo; printf end";
    const { end, ctx } = await run(sh(script, params));
    expect(ctx.lines.map(({ message }) => short(message))).toEqual(
      ["x".repeat(40_000), "y".repeat(16_384), "end"].map(short),
    );
    expect(end.value).toBe("end");
  });

  it("tells exit codes apart", async () => {
    expect((await run(sh("echo why >&2; exit 42"))).end.outcome).toEqual({
      kind: "failed",
      code: "exit_code",
      message: "the container ended with exit code 42",
      retryable: true,
      exitCode: 42,
      detail: "why",
    });
    expect((await run(sh("exit 42", { skipOnExitCode: [41, 42] }))).end.outcome.kind).toBe("skipped");
    expect((await run(sh("sh -c 'kill -9 $$'; exit $?"))).end.outcome).toMatchObject({ code: "signal", exitCode: 137 });
  });

  it("calls it by its name when the memory was not enough", async () => {
    const { end } = await run(sh("tail /dev/zero", { memory: "16m", memorySwap: "16m" }));
    expect(end.outcome).toMatchObject({
      code: "memory",
      message: "the container needed more memory than its limit of 16 MiB and was killed (OOMKilled, exit code 137)",
    });
  });

  it("says that a log cannot be read, and still knows the end", async () => {
    const { end, ctx } = await run(sh("echo unseen; exit 3", { logDriver: "none" }));
    expect(ctx.lines).toEqual([]);
    expect(ctx.said.join("\n")).toContain("log cannot be read");
    expect(end.outcome).toMatchObject({ code: "exit_code", exitCode: 3 });
  });

  it("gives the container what it was asked to", async () => {
    const script =
      "id -u; pwd; hostname; echo $A $SECRET; cat /etc/hosts | grep faraway; touch /x 2>&1; df /scratch | tail -1; ulimit -n";
    const params = sh(script, {
      user: 65_534,
      workdir: "/tmp",
      hostname: "boxed",
      env: { A: "b c" },
      secretEnv: { SECRET: { variable: "token" } },
      extraHosts: { faraway: "10.9.8.7" },
      readOnly: true,
      mounts: [{ type: "tmpfs", target: "/scratch", size: "1m" }],
      ulimits: { nofile: 99 },
      labels: { team: "data" },
      init: true,
      cpus: 0.5,
      pidsLimit: 50,
      shmSize: "8m",
      returnValue: "allLines",
    });
    const ctx = attempt({ variables: { token: "s3cret" } });
    const handle = await dockerRunJob.launch(ctx, params);
    const end = await dockerRunJob.follow(ctx, { params, handle });
    const [user, folder, host, env, hosts, ...rest] = end.value as string[];
    expect([user, folder, host, env]).toEqual(["65534", "/tmp", "boxed", "b c s3cret"]);
    expect(hosts).toMatch(/10\.9\.8\.7\s+faraway/);
    expect(rest.join("\n")).toMatch(/Read-only file system[\s\S]*1024[\s\S]*\/scratch\n99$/);
    expect(ctx.masked).toEqual(["s3cret"]);
    const facts = await probe.inspect(handle.id);
    expect(facts.Config.Labels).toMatchObject({ team: "data", "momiji.attempt": ctx.attemptId, "momiji.dag": "tests" });
    expect(facts.HostConfig).toMatchObject({ NanoCpus: 5e8, PidsLimit: 50, ShmSize: 8 << 20 });
  });

  it("reads a file out of the stopped container", async () => {
    const script = `mkdir /out; echo '{"rows": [1, 2]}' > /out/value.json; echo done`;
    const ok = await run(sh(script, { returnValue: { file: "/out/value.json" } }));
    expect(ok.end.value).toEqual({ rows: [1, 2] });
    const none = await run(sh("true", { returnValue: { file: "/out/value.json" } }));
    expect(none.end.outcome).toMatchObject({ code: "xcom", message: "the container left no file /out/value.json" });
    const broken = await run(sh("echo '{' > /v.json", { returnValue: { file: "/v.json" } }));
    expect(broken.end.outcome).toMatchObject({
      code: "xcom",
      message: expect.stringContaining("/v.json of the container is no JSON"),
    });
  });

  it.each<[string, Params, string]>([
    ["image_missing", { image: "no-such-image:1", pull: "never" }, "No such image: no-such-image:1"],
    ["registry_unreachable", { image: "127.0.0.1:1/x:1" }, "connection refused"],
    ["image_invalid", { image: "Bad Name" }, "invalid reference format"],
    ["command_not_found", { command: ["nope"] }, '"nope": executable file not found'],
    ["command_not_executable", { command: ["/etc/passwd"] }, "permission denied"],
    ["user_missing", { user: "stranger" }, "unable to find user stranger"],
    ["network_missing", { network: "no-such-network" }, "network no-such-network not found"],
    ["mount_missing", { mounts: [{ type: "bind", source: "/no/such/folder", target: "/x" }] }, "/no/such/folder"],
    ["gpu_missing", { gpus: "all" }, "could not select device driver"],
    ["limit_refused", { cpus: 4000 }, "Range of CPUs"],
    ["limit_refused", { memory: "1m" }, "Minimum memory limit"],
    ["log_driver_missing", { logDriver: "smoke-signals" }, "smoke-signals"],
    ["runtime_missing", { runtime: "nope" }, "nope"],
    ["device_missing", { devices: ["/dev/nope"] }, "/dev/nope"],
    ["settings_refused", { memory: "much" }, '"much" is no size'],
    ["credentials_missing", { secretEnv: { A: { variable: "gone" } } }, 'there is no variable "gone"'],
    ["docker_socket_missing", { dockerHost: "unix:///tmp/no.sock" }, "/tmp/no.sock"],
    ["docker_refused", { dockerHost: "tcp://127.0.0.1:1" }, "refuses connections"],
    ["docker_unreachable", { dockerHost: "tcp://no-such-host.invalid" }, "no-such-host.invalid"],
  ])("fails with %s for %o, in words", async (code, params, words) => {
    const ctx = attempt();
    const all = sh("true", params);
    const failure = await failureOf(dockerRunJob.launch(ctx, all));
    expect(failure).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(failure.detail).toMatch(/^what to do: /);
    if (!code.startsWith("docker_")) await dockerRunJob.cancel(ctx, { params: all, handle: null });
    expect(await probe.containersOf(ctx.attemptId)).toEqual([]);
  });

  describe("with a port that is taken", () => {
    const holder = attempt();
    const ports = { "80": "127.0.0.1:18999" };
    beforeAll(async () => void (await dockerRunJob.launch(holder, sh("sleep 60", { ports }))));

    it("says so", async () => {
      const failure = await launchFailure(sh("true", { ports }));
      expect(failure).toMatchObject({ code: "port_taken", message: expect.stringContaining("18999") });
    });
  });

  it("pulls from a private registry with the login of a connection, and names what is refused", async () => {
    const image = `${testRegistry}/private/busybox:1`;
    const login = { type: "docker", login: "momiji", password: "secret-of-registry", extra: {} };
    const denied = await launchFailure(sh("true", { image, pull: "always" }));
    expect(denied).toMatchObject({
      code: "image_denied",
      message: expect.stringContaining("no basic auth credentials"),
    });
    const ctx = attempt({ connections: { registry: login } });
    const params = sh("echo pulled", { image, pull: "always", registryConnection: "registry" });
    expect((await run(params, ctx)).end.value).toBe("pulled");
    expect(ctx.said.join("\n")).toMatch(/pulling image .*\n.*pulled image .* in .* s \(sha256:/);
    expect(ctx.masked).toContain("secret-of-registry");
    const wrong = attempt({ connections: { registry: { ...login, password: "wrong" } } });
    expect((await failureOf(dockerRunJob.launch(wrong, params))).code).toBe("image_denied");
    const noTag = sh("true", { image: `${testRegistry}/private/busybox:77`, registryConnection: "registry" });
    const noTagCtx = attempt({ connections: { registry: login } });
    expect((await failureOf(dockerRunJob.launch(noTagCtx, noTag))).code).toBe("image_missing");
  });

  it("stops politely, then not, and says nothing of a container that is gone", async () => {
    const ctx = attempt();
    const polite = sh("trap 'echo bye; exit 7' TERM; echo ready; while :; do sleep 0.05; done");
    const handle = await dockerRunJob.launch(ctx, polite);
    const followed = dockerRunJob.follow(ctx, { params: polite, handle });
    await dockerRunJob.cancel(ctx, { params: polite, handle });
    expect((await followed).outcome).toMatchObject({ exitCode: expect.any(Number) });
    const deaf = sh("trap '' TERM; while :; do sleep 0.05; done", { stopGraceSeconds: 1 });
    const deafCtx = attempt();
    const deafHandle = await dockerRunJob.launch(deafCtx, deaf);
    await dockerRunJob.cancel(deafCtx, { params: deaf, handle: deafHandle });
    expect((await probe.inspect(deafHandle.id)).State).toMatchObject({ Running: false, ExitCode: 137 });
    await probe.remove(handle.id);
    await dockerRunJob.cancel(ctx, { params: polite, handle });
  });

  it("says that the container is gone when somebody removed it", async () => {
    const ctx = attempt();
    const params = sh("echo up; sleep 60");
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = failureOf(dockerRunJob.follow(ctx, { params, handle }));
    await probe.remove(handle.id);
    expect(await followed).toMatchObject({ code: "job_gone", message: expect.stringContaining("somebody removed it") });
  });

  it.each<[RunParams["autoRemove"], string, number]>([
    ["always", "exit 1", 0],
    ["success", "exit 1", 1],
    ["success", "exit 0", 0],
    ["never", "exit 0", 1],
  ])("with autoRemove %s leaves as much as it should after %s", async (autoRemove = "never", script, left) => {
    const ctx = attempt();
    const params = sh(script, { autoRemove, tmpDir: "/work" });
    const handle = await dockerRunJob.launch(ctx, params);
    const { outcome } = await dockerRunJob.follow(ctx, { params, handle });
    for (let time = 0; time < 2; time++) await dockerRunJob.release?.(ctx, { params, handle, outcome: outcome.kind });
    expect((await probe.containersOf(ctx.attemptId)).length).toBe(left);
  });

  it("ends a container that does not become healthy", async () => {
    const healthcheck = { command: "echo sick; exit 1", intervalSeconds: 0.2, retries: 1, healthyWithinSeconds: 30 };
    const { end, ctx } = await run(sh("sleep 60", { healthcheck, stopGraceSeconds: 0 }));
    expect(end.outcome).toMatchObject({ code: "unhealthy", message: "the container is unhealthy", detail: "sick" });
    expect(ctx.said).toContain("the container is unhealthy");
  });

  it("takes the first of several engines that answers", async () => {
    const { end } = await run(sh("echo here", { dockerHost: ["unix:///tmp/no.sock", engineHost] }));
    expect(end.value).toBe("here");
  });
});
