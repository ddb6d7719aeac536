/** What ends a pod, or keeps it from starting, provoked on a real cluster: the right state, and its own words. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testJob } from "@momiji/worker/job-context";
import { RealPods } from "../testing/real-pods.testing.ts";
import { clusterNote, testCluster } from "../testing/test-cluster.testing.ts";
import { kubernetesPodJob as operator } from "./pod-job.ts";

const there = testCluster();

describe.runIf(there?.isFull)(
  `what goes wrong on a real kubelet${clusterNote}`,
  { timeout: 120_000, concurrent: true },
  () => {
    let real: RealPods;

    beforeAll(async () => {
      real = await RealPods.open(there, "failures");
    }, 60_000);
    afterAll(() => real.close());

    it("names memory as what ended a job", async () => {
      const resources = { limits: { memory: "16Mi" } };
      const { end } = await real.run(real.params("tail /dev/zero", { resources }));
      expect(end).toMatchObject({
        outcome: {
          code: "memory",
          exitCode: 137,
          message: "out of memory (OOMKilled, exit code 137); memory limits: base 16Mi",
        },
      });
    });

    it("says that a pod was evicted, and what it had too much of", async () => {
      const volumes = [{ name: "scratch", emptyDir: { sizeLimit: "1Mi" } }];
      const volumeMounts = [{ name: "scratch", mountPath: "/scratch" }];
      const command = "echo writing; head -c 8000000 /dev/zero > /scratch/a; while true; do sleep 0.1; done";
      const { end, job } = await real.run(real.params(command, { volumes, volumeMounts }));
      expect(end.outcome).toMatchObject({
        kind: "failed",
        code: "evicted",
        message: expect.stringMatching(
          /evicted on node localhost: .*EmptyDir volume "scratch" exceeds the limit/,
        ) as string,
        retryable: true,
      });
      expect(job.lines.map(({ message }) => message)).toEqual(["writing"]);
    });

    it("says that the time of a pod was up", async () => {
      const { end } = await real.run(
        real.params("trap 'exit 0' TERM; while true; do sleep 0.1; done", { activeDeadlineSeconds: 2 }),
      );
      expect(end.outcome).toMatchObject({ kind: "failed", code: "deadline" });
    });

    it("gives the scheduler's words for a pod that no node can take", async () => {
      const resources = { requests: { memory: "900Gi" } };
      const { end, job } = await real.run(real.params("true", { resources, scheduleTimeoutSeconds: 10 }));
      expect(end.outcome).toMatchObject({
        code: "unschedulable",
        message: expect.stringMatching(
          /no node can take the pod: 0\/\d+ nodes are available: .*Insufficient memory.*, for 10 s/,
        ) as string,
      });
      expect(job.said.join("\n")).toMatch(/FailedScheduling/);
    });

    it("gives the scheduler's words for a node selector that fits nowhere", async () => {
      const { end } = await real.run(
        real.params("true", { nodeSelector: { disk: "ssd" }, scheduleTimeoutSeconds: 10 }),
      );
      expect(end.outcome).toMatchObject({
        code: "unschedulable",
        message: expect.stringMatching(/didn't match node selector|node affinity/) as string,
      });
    });

    it("says that the quota has no room, and starts nothing", async () => {
      const other = await RealPods.open(there, "quota");
      const spec = { hard: { "requests.memory": "32Mi" } };
      await other.make("resourcequotas", {
        apiVersion: "v1",
        kind: "ResourceQuota",
        metadata: { name: "small" },
        spec,
      });
      const path = `/api/v1/namespaces/${other.namespace}/resourcequotas/small`;
      const isCounted = async (): Promise<boolean> =>
        (await other.cluster.call<{ status?: { hard?: object } }>({ method: "GET", path })).status?.hard !== undefined;
      while (!(await isCounted()));
      const resources = { requests: { memory: "64Mi" } };
      await expect(operator.launch(testJob().ctx, other.params("true", { resources }))).rejects.toMatchObject({
        facts: { code: "quota", nothingStarted: true },
        message: expect.stringMatching(
          /exceeded quota: small, requested: requests.memory=64Mi.* raise the quota/,
        ) as string,
      });
      expect(await other.pods()).toEqual([]);
    });

    it("gives the rule that is missing to whoever may not make pods", async () => {
      const given = real.params("true", { configFile: there?.nobody ?? "" });
      await expect(operator.launch(testJob().ctx, given)).rejects.toMatchObject({
        facts: { code: "forbidden", nothingStarted: true },
        message: expect.stringMatching(/Bind nobody to a Role .* resources: \["pods"\], verbs: \["create"\]/) as string,
      });
    });

    it("names the secret that is missing", async () => {
      const secrets = [{ secret: "nosuch", key: "password", env: "PASSWORD" }];
      const { end } = await real.run(real.params("true", { secrets }));
      expect(end).toMatchObject({
        outcome: { code: "container_config", message: expect.stringMatching(/secret "nosuch" not found/) as string },
      });
    });

    it("says of a volume that cannot be mounted what it lacks", async () => {
      const volumes = [{ name: "settings", configMap: { name: "nosuch" } }];
      const volumeMounts = [{ name: "settings", mountPath: "/settings" }];
      const { end } = await real.run(real.params("true", { volumes, volumeMounts, startupTimeoutSeconds: 15 }));
      expect(end.outcome).toMatchObject({
        code: "startup_timeout",
        message: expect.stringMatching(/ContainerCreating; FailedMount: .*configmap "nosuch" not found/) as string,
      });
    });

    it("names the command that the image does not have", async () => {
      const { end } = await real.run({ ...real.params(""), cmds: ["/nosuch"] });
      expect(end.outcome).toMatchObject({
        code: "container_config",
        message: expect.stringMatching(/cannot be run .*\/nosuch: no such file/) as string,
      });
    });

    it("names the init container that failed, with its log if that is wanted", async () => {
      const initContainers = [{ name: "prepare", image: "busybox:1", command: ["sh", "-c", "echo preparing; exit 4"] }];
      const { job, end } = await real.run(real.params("true", { initContainers, initContainerLogs: true }));
      expect(end).toMatchObject({
        outcome: { code: "init_container", exitCode: 4, message: "the init container prepare failed: exit code 4" },
      });
      expect(job.lines).toMatchObject([{ message: "preparing", source: "prepare" }]);
    });
  },
);
