import type { JobEnd } from "@momiji/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import type { Cluster } from "../client/cluster.ts";
import type { ObjectList, Pod } from "../client/objects.ts";
import { preflightJob } from "../preflight/preflight-pod.ts";
import { testJob } from "@momiji/worker/job-context";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "../testing/test-cluster.testing.ts";
import { kubernetesJobJob as operator } from "./job-job.ts";
import type { PodHandle } from "../pod/pod-job.ts";
import type { KubernetesJobParams } from "./job-params.ts";

const there = testCluster();

describe.runIf(there?.isFull)(
  `kubernetesJob on a real cluster${clusterNote}`,
  { timeout: 120_000, concurrent: true },
  () => {
    let cluster: Cluster;
    let namespace: string;

    beforeAll(async () => {
      if (there === null) throw new Error("no cluster");
      cluster = await adminOf(there);
      namespace = await makeNamespace(cluster, "jobs");
      await serviceAccountReady(cluster, namespace);
    }, 60_000);

    const params = (command: string, more: KubernetesJobParams = {}): KubernetesJobParams => ({
      configFile: there?.kubeconfig ?? "",
      namespace,
      image: "busybox:1",
      cmds: ["sh", "-c", command],
      ...more,
    });

    const pathOf = ({ namespace: of, name }: PodHandle): string => `/apis/batch/v1/namespaces/${of}/jobs/${name}`;
    const podsOf = async ({ name }: PodHandle): Promise<readonly Pod[]> => {
      const query = { labelSelector: `job-name=${name}` };
      const path = `/api/v1/namespaces/${namespace}/pods`;
      return (await cluster.call<ObjectList<Pod>>({ method: "GET", path, query })).items;
    };

    /** A kubelet of 1.20 takes a minute to delete a pod none of whose containers ever began: what is left is not waited for. */
    const run = async (given: KubernetesJobParams): Promise<JobEnd> => {
      const { ctx } = testJob();
      const handle = await operator.launch(ctx, given);
      const end = await operator.follow(ctx, { params: given, handle });
      const body = { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy: "Background" };
      await cluster.call({ method: "DELETE", path: pathOf(handle), body });
      return end;
    };

    it("runs as many pods as it should, ships all their logs, and leaves nothing", async () => {
      const given = params("echo one; echo two", { completions: 3, parallelism: 2 });
      const job = testJob();
      const [handle, again] = await Promise.all([operator.launch(job.ctx, given), operator.launch(job.ctx, given)]);
      expect(again).toEqual(handle);
      const end = await operator.follow(job.ctx, { params: given, handle });
      expect(end).toEqual({ outcome: { kind: "success" }, value: { job_name: handle.name, job_namespace: namespace } });
      const bySource = Object.values(Object.groupBy(job.lines, ({ source }) => source)).map((lines) =>
        lines?.map(({ message }) => message),
      );
      expect(bySource).toEqual([
        ["one", "two"],
        ["one", "two"],
        ["one", "two"],
      ]);
      const next = job.next();
      await operator.follow(next.ctx, { params: given, handle });
      expect(next.lines.length).toBe(6);
      await operator.release?.(job.ctx, { params: given, handle, outcome: "success" });
      expect(await podsOf(handle)).toEqual([]);
    });

    it("fails with Kubernetes' reason, and what the last pod said", async () => {
      const given = params("echo trying; exit 3", { backoffLimit: 0 });
      const job = testJob();
      const handle = await operator.launch(job.ctx, given);
      const { outcome } = await operator.follow(job.ctx, { params: given, handle });
      expect(outcome).toMatchObject({
        kind: "failed",
        code: "exit_code",
        exitCode: 3,
        message: expect.stringMatching(
          /BackoffLimitExceeded.*1 failed; the last one that failed: exit code 3/,
        ) as string,
      });
      expect(job.lines.map(({ message }) => message)).toEqual(["trying"]);
      await operator.cancel(job.ctx, { params: given, handle: null });
      expect(await podsOf(handle)).toEqual([]);
    });

    it("is ended with its pods when it is cancelled in the middle", async () => {
      const given = params("trap 'exit 1' TERM; echo begun; while true; do sleep 0.1; done", {
        terminationGracePeriodSeconds: 1,
      });
      const job = testJob();
      const handle = await operator.launch(job.ctx, given);
      const following = operator.follow(job.ctx, { params: given, handle });
      await job.seen("begun");
      await operator.cancel(job.ctx, { params: given, handle });
      expect((await following).outcome).toMatchObject({ kind: "failed" });
      expect(await podsOf(handle)).toEqual([]);
    });

    it("finds nothing wrong before a job that can start", async () => {
      const checks = await Array.fromAsync(
        preflightJob(testJob().ctx, params("true", { jobTemplate: "spec: { backoffLimit: 1 }" })),
      );
      expect(checks.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
    });

    it("fails at once where Kubernetes would wait for ever, with its words", async () => {
      const image = { image: "nosuch:1", imagePullPolicy: "Never" } as const;
      expect(await run(params("true", image))).toMatchObject({
        outcome: {
          code: "image",
          message: expect.stringMatching(/a pod of the job cannot start: .*nosuch:1/) as string,
        },
      });
      const secrets = [{ secret: "nosuch", key: "password", env: "PASSWORD" }];
      expect(await run(params("true", { secrets }))).toMatchObject({
        outcome: { code: "container_config", message: expect.stringMatching(/secret "nosuch" not found/) as string },
      });
    });

    it("names memory as what ended the last of its pods", async () => {
      const resources = { limits: { memory: "16Mi" } };
      expect(await run(params("tail /dev/zero", { resources, backoffLimit: 0 }))).toMatchObject({
        outcome: { code: "memory", exitCode: 137, message: expect.stringMatching(/OOMKilled/) as string },
      });
    });

    it("says that the quota has no room for its pods while it waits, and when its time is over", async () => {
      const other = await makeNamespace(cluster, "job-quota");
      await serviceAccountReady(cluster, other);
      const spec = { hard: { pods: "0" } };
      const quota = { apiVersion: "v1", kind: "ResourceQuota", metadata: { name: "none" }, spec };
      const path = `/api/v1/namespaces/${other}/resourcequotas`;
      await cluster.call({ method: "POST", path, body: quota });
      const isCounted = async (): Promise<boolean> =>
        (await cluster.call<{ status?: { hard?: object } }>({ method: "GET", path: `${path}/none` })).status?.hard !==
        undefined;
      while (!(await isCounted()));
      const job = testJob();
      const given = params("true", { namespace: other });
      const handle = await operator.launch(job.ctx, given);
      const following = operator.follow(job.ctx, { params: given, handle });
      await job.seen("FailedCreate");
      expect(job.said.join("\n")).toMatch(/warning: FailedCreate: Error creating: .*exceeded quota: none/);
      // This version of Kubernetes does not count the time of a Job that never had a pod; later ones do.
      const condition = { type: "Failed", status: "True", reason: "DeadlineExceeded", message: "active for too long" };
      const contentType = "application/merge-patch+json";
      const body = { status: { conditions: [condition] } };
      await cluster.call({ method: "PATCH", path: `${pathOf(handle)}/status`, body, contentType });
      expect(await following).toMatchObject({
        outcome: {
          code: "deadline",
          message: expect.stringMatching(/0 pods succeeded, 0 failed; FailedCreate: .*exceeded quota: none/) as string,
        },
      });
      await operator.release?.(job.ctx, { params: given, handle, outcome: "failed" });
    });
  },
);
