/** The operator when its engine is slow, gone, overwhelmed, or no engine; a real engine behind a socket that breaks things. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { dockerRunJob } from "../docker-job.ts";
import { EngineProxy, type ProxyMode } from "../engine-proxy.testing.ts";
import { failureOf, testJobContext, type TestJobContext } from "../job-context.testing.ts";
import { engineNote, EngineProbe, hasEngine } from "../real-engine.testing.ts";
import type { RunParams } from "../run-params.ts";

describe.runIf(hasEngine)(`dockerRun with trouble at its engine${engineNote}`, () => {
  const probe = new EngineProbe();
  const attempts = new Set<string>();
  let proxy: EngineProxy;

  beforeEach(async () => void (proxy = await new EngineProxy().start()));
  afterEach(() => proxy.stop());
  afterAll(() => probe.removeAllOf(attempts));

  const attempt = (attemptId = probe.newAttempt(), position: string | null = null): TestJobContext => {
    attempts.add(attemptId);
    return testJobContext({ attemptId, position });
  };

  const sh = (script: string, params: Partial<RunParams> = {}): RunParams => ({
    image: "busybox:1",
    dockerHost: proxy.host,
    command: ["sh", "-c", script],
    stopGraceSeconds: 0,
    ...params,
  });

  it("ships every line once and in order, however often the log breaks off", async () => {
    const ctx = attempt();
    const params = sh("i=0; while [ $i -lt 60 ]; do i=$((i+1)); echo line $i; sleep 0.02; done; exit 4");
    const handle = await dockerRunJob.launch(ctx, params);
    proxy.logBytes = 700;
    const end = await dockerRunJob.follow(ctx, { params, handle });
    expect(ctx.lines.map(({ message }) => message)).toEqual(
      Array.from({ length: 60 }, (_, index) => `line ${index + 1}`),
    );
    expect(end.outcome).toMatchObject({ exitCode: 4 });
    expect(proxy.requests.filter((line) => line.includes("follow=true")).length).toBeGreaterThan(2);
  });

  it.each<[ProxyMode, string]>([
    ["cut", "does not answer"],
    ["busy", "starting"],
    ["throttle", "too many"],
    ["nonsense", "is no Docker engine"],
  ])("waits out an engine that answers with %s, and says so", async (mode, words) => {
    const ctx = attempt();
    const params = sh("echo before; sleep 1; echo after");
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = dockerRunJob.follow(ctx, { params, handle });
    await expect.poll(() => ctx.lines.length).toBe(1);
    proxy.mode = mode;
    proxy.cutAll();
    await expect.poll(() => ctx.said.join("\n")).toContain(words);
    proxy.mode = "pass";
    expect((await followed).outcome).toEqual({ kind: "success" });
    expect(ctx.lines.map(({ message }) => message)).toEqual(["before", "after"]);
    expect(ctx.said).toContain("the Docker engine answers again");
  });

  it("gives up in words after its time", async () => {
    const ctx = attempt();
    const params = sh("sleep 30", { reconnectTimeoutSeconds: 0.5 });
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = failureOf(dockerRunJob.follow(ctx, { params, handle }));
    proxy.mode = "cut";
    proxy.cutAll();
    expect(await followed).toMatchObject({
      code: "docker_unreachable",
      message: expect.stringContaining("for more than 0.5 s: whether the container still runs is not known"),
    });
  });

  it("names an engine that is silent", async () => {
    proxy.mode = "silent";
    const failure = await failureOf(dockerRunJob.launch(attempt(), sh("true", { engineTimeoutSeconds: 0.3 })));
    expect(failure).toMatchObject({
      code: "docker_unreachable",
      message: expect.stringContaining("no answer within 0.3 s"),
    });
  });

  it.each([/POST .*containers\/create/, /POST .*\/start/])(
    "starts one container although the answer to %s was lost",
    async (request) => {
      const ctx = attempt();
      const params = sh("echo once; sleep 0.2");
      proxy.loses = request;
      expect((await failureOf(dockerRunJob.launch(ctx, params))).code).toBe("docker_unreachable");
      const handle = await dockerRunJob.launch(ctx, params);
      expect((await dockerRunJob.follow(ctx, { params, handle })).value).toBe("once");
      expect(ctx.lines.map(({ message }) => message)).toEqual(["once"]);
      expect(await probe.containersOf(ctx.attemptId)).toEqual([handle.id]);
    },
  );

  it("finds and removes what a launch left that nobody heard of", async () => {
    const ctx = attempt();
    const params = sh("sleep 30");
    proxy.loses = /POST .*containers\/create/;
    await failureOf(dockerRunJob.launch(ctx, params));
    expect((await probe.containersOf(ctx.attemptId)).length).toBe(1);
    await dockerRunJob.cancel(ctx, { params, handle: null });
    expect(await probe.containersOf(ctx.attemptId)).toEqual([]);
  });

  it("stops a container that was asked to stop although the answer was lost", async () => {
    const ctx = attempt();
    const params = sh("sleep 30");
    const handle = await dockerRunJob.launch(ctx, params);
    proxy.loses = /POST .*\/stop/;
    await expect(dockerRunJob.cancel(ctx, { params, handle })).rejects.toThrow("does not answer");
    await dockerRunJob.cancel(ctx, { params, handle });
    expect((await probe.inspect(handle.id)).State.Running).toBe(false);
  });

  it("stops following at once when nobody waits any more, and leaves the container alone", async () => {
    const ctx = attempt();
    const stop = new AbortController();
    const params = sh("echo up; sleep 30");
    const handle = await dockerRunJob.launch(ctx, params);
    const followed = dockerRunJob.follow({ ...ctx, signal: stop.signal }, { params, handle });
    await expect.poll(() => ctx.lines.length).toBe(1);
    stop.abort();
    expect((await followed).outcome.kind).toBe("cancelled");
    expect((await probe.inspect(handle.id)).State.Running).toBe(true);
  });
});
