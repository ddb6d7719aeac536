import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection, PreflightCheck } from "@momiji/sdk";
import { dockerRunJob } from "../docker-job.ts";
import { testJobContext } from "../job-context.testing.ts";
import { engineHost, engineNote, EngineProbe, hasEngine, testRegistry } from "../real-engine.testing.ts";
import type { RunParams } from "../run-params.ts";

const registry: Omit<Connection, "id"> = {
  type: "docker",
  login: "momiji",
  password: "secret-of-registry",
  extra: {},
};

async function checks(params: Partial<RunParams>): Promise<readonly PreflightCheck[]> {
  const connections = { registry, wrong: { ...registry, password: "no" } };
  const ctx = testJobContext({ attemptId: "none", connections, variables: { token: "t" } });
  const all = { image: "busybox:1", dockerHost: engineHost, ...params };
  return Array.fromAsync(dockerRunJob.preflight?.(ctx, all) ?? []);
}

async function verdictOf(code: string, params: Partial<RunParams>): Promise<PreflightCheck | undefined> {
  return (await checks(params)).find((check) => check.code === code);
}

describe.runIf(hasEngine)(`preflight of dockerRun on a real engine${engineNote}`, () => {
  const probe = new EngineProbe();
  beforeAll(() => probe.post("/networks/create", {}, { Name: "momiji-test" }));
  afterAll(() => probe.removeNetwork("momiji-test"));

  it("finds nothing wrong with what can run", async () => {
    const found = await checks({
      cpus: 0.5,
      memory: "64m",
      platform: "linux/amd64",
      network: ["bridge", "momiji-test"],
      runtime: "runc",
      mounts: [{ type: "bind", source: "/tmp", target: "/x" }],
      secretEnv: { A: { variable: "token" }, B: { connection: "registry" } },
    });
    expect(found.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    expect(found.map(({ code }) => code)).toEqual([
      "docker.reachable",
      "docker.cpus",
      "docker.memory",
      "docker.platform",
      "docker.runtime",
      "docker.secret",
      "docker.secret",
      "docker.image",
      "docker.network",
      "docker.mount",
    ]);
  });

  it.each<[string, PreflightCheck["verdict"], Partial<RunParams>, string]>([
    ["docker.reachable", "failed", { dockerHost: "unix:///tmp/no.sock" }, "there is no socket"],
    ["docker.reachable", "failed", { dockerHost: "tcp://127.0.0.1:1" }, "refuses connections"],
    ["docker.reachable", "failed", { dockerHost: `tcp://${testRegistry}` }, "is no Docker engine"],
    ["docker.reachable", "failed", { dockerConnection: "gone" }, 'there is no connection "gone"'],
    ["docker.cpus", "failed", { cpus: 4096 }, "it has"],
    ["docker.memory", "warning", { memory: "900t" }, "it has"],
    ["docker.platform", "warning", { platform: "linux/s390x" }, "it is linux/amd64"],
    ["docker.runtime", "failed", { runtime: "nope" }, "it has"],
    ["docker.gpus", "warning", { gpus: "all" }, "none of a GPU"],
    ["docker.network", "failed", { network: "no-such-network" }, "it does not"],
    ["docker.network", "failed", { network: "container:nobody" }, "it does not"],
    ["docker.mount", "failed", { mounts: [{ type: "bind", source: "/no/such", target: "/x" }] }, "it does not"],
    ["docker.mount", "warning", { mounts: [{ source: "no-such-volume", target: "/x" }] }, "it does not"],
    ["docker.mount", "unknown", { mounts: [{ source: "{{ ds }}", target: "/x" }] }, "template"],
    ["docker.secret", "failed", { secretEnv: { A: { variable: "gone" } } }, 'no variable "gone"'],
    ["docker.secret", "failed", { secretEnv: { A: { connection: "registry", field: "x" } } }, "has no x"],
    ["docker.credentials", "failed", { registryConnection: "gone" }, 'no connection "gone"'],
    ["docker.image", "failed", { image: "no-such-image:1", pull: "never" }, "it is not"],
    ["docker.image", "failed", { image: "127.0.0.1:1/x:1" }, "refused"],
    [
      "docker.image",
      "failed",
      { image: `${testRegistry}/private/busybox:1`, pull: "always" },
      "no basic auth credentials",
    ],
    [
      "docker.image",
      "failed",
      { image: `${testRegistry}/private/busybox:1`, pull: "always", registryConnection: "wrong" },
      "no basic auth credentials",
    ],
    [
      "docker.image",
      "failed",
      { image: `${testRegistry}/private/busybox:no`, registryConnection: "registry" },
      "manifest unknown",
    ],
    ["docker.image", "unknown", { image: "{{ params.image }}" }, "template"],
  ])("%s is %s for %o", async (...[code, verdict, params, words]) => {
    const check = await verdictOf(code, params);
    expect(check).toMatchObject({ verdict, detail: expect.stringContaining(words) });
    if (verdict === "failed") expect(check?.remedy).toMatch(/\w/);
  });

  it("asks a registry for an image that the engine does not have", async () => {
    const check = await verdictOf("docker.image", {
      image: `${testRegistry}/private/busybox:1`,
      pull: "always",
      registryConnection: "registry",
    });
    expect(check).toMatchObject({ verdict: "ok", detail: expect.stringContaining("sha256:") });
  });
});
