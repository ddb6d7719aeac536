import { describe, expect, it, test } from "vitest";
import { jobs } from "../jobs.ts";
import type { KubernetesPodParams } from "../pod/pod-params.ts";
import { testJob } from "@momiji/worker/job-context";
import { emulatePod } from "./emulate-pod.ts";
import { expanded } from "./pod-env.ts";
import { quantity } from "./quantity.ts";

const emulated = (params: KubernetesPodParams) => emulatePod(testJob().ctx, { emulate: "docker", ...params });

describe("a pod as a container of this machine", () => {
  it("has the same command, environment and limits", () => {
    const { run, leftOut } = emulated({
      image: "test/nodejobs:1.0.0",
      cmds: ["node", "$(SCRIPT)"],
      arguments: ['{"user": "1"}', "$$(SCRIPT)"],
      env: { SCRIPT: "jobs.js", HELLO: "run $(SCRIPT) of $(NOBODY)" },
      resources: { requests: { cpu: "100m" }, limits: { cpu: "1500m", memory: "1Gi" } },
      containerSecurityContext: { runAsUser: 1000, runAsGroup: 100, readOnlyRootFilesystem: true },
      terminationGracePeriodSeconds: 7,
      skipOnExitCode: 99,
    });
    expect(run).toMatchObject({
      image: "test/nodejobs:1.0.0",
      entrypoint: ["node", "jobs.js"],
      command: ['{"user": "1"}', "$(SCRIPT)"],
      env: { SCRIPT: "jobs.js", HELLO: "run jobs.js of $(NOBODY)" },
      cpus: 1.5,
      memory: 2 ** 30,
      user: "1000:100",
      readOnly: true,
      stopGraceSeconds: 7,
      skipOnExitCode: 99,
      pull: "missing",
      autoRemove: "always",
      returnValue: "none",
    });
    expect(leftOut).toEqual([]);
  });

  it("is made of the template and the fields over it, as the pod is", () => {
    const podTemplate =
      "spec: { containers: [{ name: base, image: a, workingDir: /w, env: [{ name: A, value: b }] }] }";
    const { run } = emulated({ podTemplate, image: "over", onFinish: "keep", xcom: "lastLine" });
    expect(run).toMatchObject({ image: "over", workdir: "/w", env: { A: "b" }, autoRemove: "never" });
    expect(run.returnValue).toBe("lastLine");
  });

  it("has folders for the pod's volumes, and an empty one for what only a cluster has", () => {
    const { run, leftOut } = emulated({
      image: "i",
      volumes: [
        { name: "sample", emptyDir: {} },
        { name: "fast", emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
        { name: "here", hostPath: { path: "/srv/data" } },
        { name: "claim", persistentVolumeClaim: { claimName: "c" } },
      ],
      volumeMounts: [
        { name: "sample", mountPath: "/sample-data" },
        { name: "fast", mountPath: "/fast" },
        { name: "here", mountPath: "/here", subPath: "in", readOnly: true },
        { name: "claim", mountPath: "/claim" },
      ],
    });
    expect(run.mounts).toEqual([
      { target: "/sample-data" },
      { type: "tmpfs", target: "/fast", size: 64 * 2 ** 20 },
      { type: "bind", source: "/srv/data/in", target: "/here", readOnly: true },
      { target: "/claim" },
    ]);
    expect(leftOut).toEqual(["the volume claim (persistentVolumeClaim): /claim is an empty folder"]);
  });

  it("says what it cannot have", () => {
    const { leftOut } = emulated({
      image: "i",
      env: {
        PASSWORD: { secretKeyRef: { name: "db", key: "password" } },
        POD: { fieldRef: { fieldPath: "metadata.name" } },
      },
      configMaps: ["settings"],
      serviceAccountName: "momiji",
      nodeSelector: { disk: "ssd" },
      initContainers: [{ name: "prepare", image: "i" }],
      sidecars: [{ name: "proxy", image: "i" }],
      resources: { limits: { "ephemeral-storage": "1Gi" } },
      fullPodSpec: { spec: { containers: [{ name: "base", livenessProbe: { exec: { command: ["true"] } } }] } },
    });
    expect(leftOut).toEqual([
      "the variable PASSWORD, from the secret db",
      "the variables of the config map settings",
      'the limit ephemeral-storage: "1Gi"',
      "the init container prepare",
      "the container proxy beside it",
      expect.stringMatching(/^livenessProbe, .*nodeSelector/),
    ]);
    expect(leftOut.at(-1)).toContain("serviceAccountName");
  });

  it("asks for the GPUs that the pod's limits name", () => {
    expect(emulated({ image: "i", resources: { limits: { "nvidia.com/gpu": "2" } } }).run.gpus).toBe(2);
  });

  it("fails in words for a pod that is none", () => {
    expect(() => emulated({})).toThrow(/has no image/);
    expect(() => emulated({ image: "i", resources: { limits: { memory: "much" } } })).toThrow(/"much" is no amount/);
  });
});

test("amounts are read as Kubernetes writes them", () => {
  expect(["200m", "1.5", 2, "256Mi", "1G", "1e3", "128974848"].map(quantity)).toEqual([
    0.2, 1.5, 2, 268435456, 1e9, 1000, 128974848,
  ]);
});

test("a reference to a variable stands for its value, and two dollars for one", () => {
  expect(expanded("$(A)-$(B)-$$(A)-$A", { A: "1" })).toBe("1-$(B)-$(A)-$A");
});

const host = process.env["MOMIJI_TEST_DOCKER_HOST"];

it.runIf(host !== undefined)(
  `a pod that is emulated runs on the engine, and says loudly that it is no pod${host === undefined ? " (not run: MOMIJI_TEST_DOCKER_HOST is not set)" : ""}`,
  { timeout: 60_000 },
  async () => {
    process.env["DOCKER_HOST"] = host;
    const { ctx, lines, said } = testJob({ taskId: "emulated" });
    const operator = jobs.get("kubernetesPod");
    if (operator === undefined) throw new Error("there is no such operator");
    const params = {
      emulate: "docker",
      image: "busybox:1",
      cmds: ["sh", "-c"],
      arguments: ["echo $(GREETING) $(id -u); echo '{\"rows\": 5}' > /airflow/xcom/return.json; touch /data/x"],
      env: { GREETING: "hello", LOST: { secretKeyRef: { name: "s", key: "k" } } },
      securityContext: { runAsUser: 0 },
      volumes: [{ name: "data", emptyDir: {} }],
      volumeMounts: [{ name: "data", mountPath: "/data" }],
      xcom: "file",
    } as const;
    const checks = await Array.fromAsync(operator.preflight?.(ctx, params) ?? []);
    expect(checks[0]).toMatchObject({ code: "emulated", verdict: "warning" });
    expect(checks.filter(({ verdict }) => verdict === "failed")).toEqual([]);
    const handle = await operator.launch(ctx, params);
    const end = await operator.follow(ctx, { params, handle });
    expect(end).toEqual({ outcome: { kind: "success" }, value: { rows: 5 } });
    expect(lines.map(({ message }) => message)).toEqual(["hello 0"]);
    expect(said.join("\n")).toMatch(/EMULATED: .*not a pod of Kubernetes/);
    expect(said.join("\n")).toMatch(/EMULATED, without the variable LOST, from the secret s/);
    await operator.cancel(ctx, { params, handle });
    await operator.release?.(ctx, { params, handle, outcome: "success" });
    await expect(operator.follow(ctx, { params, handle })).rejects.toThrow(/is gone/);
  },
);
