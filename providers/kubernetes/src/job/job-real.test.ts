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
import type { KubernetesJobParams } from "./job-params.ts";

const there = testCluster();

describe.runIf(there?.isFull)(`kubernetesJob on a real cluster${clusterNote}`, { timeout: 120_000 }, () => {
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

  const pods = async (): Promise<readonly Pod[]> => {
    const list: ObjectList<Pod> = await cluster.call({ method: "GET", path: `/api/v1/namespaces/${namespace}/pods` });
    return list.items;
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
    expect(await pods()).toEqual([]);
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
      message: expect.stringMatching(/BackoffLimitExceeded.*1 failed; the last one that failed: exit code 3/) as string,
    });
    expect(job.lines.map(({ message }) => message)).toEqual(["trying"]);
    await operator.cancel(job.ctx, { params: given, handle: null });
    expect(await pods()).toEqual([]);
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
    expect(await pods()).toEqual([]);
  });

  it("finds nothing wrong before a job that can start", async () => {
    const checks = await Array.fromAsync(
      preflightJob(testJob().ctx, params("true", { jobTemplate: "spec: { backoffLimit: 1 }" })),
    );
    expect(checks.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
  });
});
