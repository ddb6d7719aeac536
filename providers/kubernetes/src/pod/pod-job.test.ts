import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cluster } from "../client/cluster.ts";
import { isNotFound } from "../client/api-error.ts";
import type { ObjectList, Pod } from "../client/objects.ts";
import { FakeKubelet, script, type Step } from "../testing/fake-kubelet.testing.ts";
import { type TestJob, testJob } from "@momiji/worker/job-context";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "../testing/test-cluster.testing.ts";
import { kubernetesPodJob as operator, type PodHandle } from "./pod-job.ts";
import type { KubernetesPodParams } from "./pod-params.ts";

const there = testCluster();

describe.runIf(there !== null)(`kubernetesPod at a real API server, on a node that plays${clusterNote}`, () => {
  let cluster: Cluster;
  let kubelet: FakeKubelet;
  let namespace: string;

  beforeAll(async () => {
    if (there === null) throw new Error("no cluster");
    cluster = await adminOf(there);
    namespace = await makeNamespace(cluster, "pod-job");
    if (there.isFull) await serviceAccountReady(cluster, namespace);
    kubelet = await FakeKubelet.start(cluster, { dir: there.dir, namespace });
  });

  afterAll(async () => {
    await kubelet?.end();
  });

  const params = (steps: readonly Step[], more: KubernetesPodParams = {}): KubernetesPodParams => ({
    configFile: there?.kubeconfig ?? "",
    namespace,
    image: "busybox:1",
    annotations: script(...steps),
    // The real scheduler, where there is one, leaves them to the node that plays.
    schedulerName: "fake",
    ...more,
  });

  const pods = async (): Promise<readonly Pod[]> => {
    const list: ObjectList<Pod> = await cluster.call({ method: "GET", path: `/api/v1/namespaces/${namespace}/pods` });
    return list.items;
  };

  const launch = async (job: TestJob, given: KubernetesPodParams): Promise<PodHandle> =>
    await operator.launch(job.ctx, given);

  const run = async (
    given: KubernetesPodParams,
    job = testJob(),
  ): Promise<{ job: TestJob; end: object; handle: PodHandle }> => {
    const handle = await launch(job, given);
    const end = await operator.follow(job.ctx, { params: given, handle });
    return { job, end, handle };
  };

  it("ships every line once and in order, and says that exit code 0 is success", async () => {
    const { job, end } = await run(params([{ run: true }, { lines: 50 }, { exit: 0 }]));
    expect(end).toEqual({ outcome: { kind: "success" } });
    expect(job.lines.map(({ message }) => message)).toEqual(numbered(50));
    expect(new Set(job.lines.map(({ source }) => source))).toEqual(new Set(["stdout"]));
  });

  it("starts one pod, however often it is asked", async () => {
    const job = testJob();
    const given = params([{ run: true }, { exit: 0 }]);
    const handles = await Promise.all([launch(job, given), launch(job, given), launch(job.next(), given)]);
    expect(new Set(handles.map(({ uid }) => uid)).size).toBe(1);
  });

  it("goes on after the last line that was kept, wherever it was cut off", async () => {
    const given = params([{ run: true }, { lines: 40 }, { exit: 3 }]);
    for (const cutAt of [1, 2, 3, 20, 21, 22, 39, 40]) {
      const job = testJob({
        onLine: ({ message }, { abort }) => {
          if (message === `line ${cutAt}`) abort();
        },
      });
      const handle = await launch(job, given);
      await operator.follow(job.ctx, { params: given, handle });
      const next = job.next();
      const end = await operator.follow(next.ctx, { params: given, handle });
      expect(next.lines.map(({ message }) => message)).toEqual(numbered(40));
      expect(end).toMatchObject({ outcome: { kind: "failed", code: "exit_code", exitCode: 3 } });
    }
  });

  it("goes on when the connection of the log is cut while the container runs", async () => {
    const steps = Array.from({ length: 10 }, (_, index): Step[] => [
      { line: `line ${index + 1}` },
      { millis: 20 },
      { cut: true },
    ]);
    const { job } = await run(params([{ run: true }, ...steps.flat(), { exit: 0 }]));
    expect(job.lines.map(({ message }) => message)).toEqual(numbered(10));
  });

  it("removes the pod, as onFinish says", async () => {
    const path = (handle: PodHandle): string => `/api/v1/namespaces/${namespace}/pods/${handle.name}`;
    const isThere = async (handle: PodHandle): Promise<boolean> =>
      await cluster.call({ method: "GET", path: path(handle) }).then(
        () => true,
        (error) => !isNotFound(error),
      );
    for (const [onFinish, outcome, stays] of [
      ["delete", "failed", false],
      ["deleteOnSuccess", "failed", true],
      ["deleteOnSuccess", "success", false],
      ["keep", "success", true],
    ] as const) {
      const given = params([{ run: true }, { exit: outcome === "success" ? 0 : 1 }], { onFinish });
      const { job, handle } = await run(given);
      await operator.release?.(job.ctx, { params: given, handle, outcome });
      await operator.release?.(job.ctx, { params: given, handle, outcome });
      expect(await isThere(handle), `${onFinish} after ${outcome}`).toBe(stays);
    }
  });

  it("ends the pod of an attempt whose handle was never kept", async () => {
    const job = testJob();
    const given = params([{ run: true }, { hold: "for ever" }]);
    const { name } = await launch(job, given);
    await operator.cancel(job.ctx, { params: given, handle: null });
    await operator.cancel(job.ctx, { params: given, handle: null });
    expect((await pods()).map(({ metadata }) => metadata.name)).not.toContain(name);
  });

  it("says that the pod was deleted by somebody", async () => {
    const job = testJob();
    const given = params([{ run: true }, { line: "begun" }, { hold: "for ever" }]);
    const handle = await launch(job, given);
    const following = operator.follow(job.ctx, { params: given, handle });
    await job.seen("begun");
    await cluster.call({ method: "DELETE", path: `/api/v1/namespaces/${namespace}/pods/${handle.name}` });
    expect((await following).outcome).toMatchObject({ kind: "failed", code: "job_gone" });
    expect((await operator.follow(testJob().ctx, { params: given, handle })).outcome).toMatchObject({
      code: "job_gone",
    });
  });

  it.each([
    [
      "the registry's answer",
      [{ waiting: { reason: "ErrImagePull", message: "manifest for nosuch:1 not found" } }],
      { code: "image", message: /cannot be pulled: manifest for nosuch:1 not found/ },
    ],
    [
      "an impossible name",
      [{ waiting: { reason: "InvalidImageName", message: "couldn't parse image" } }],
      { code: "image", message: /couldn't parse image/ },
    ],
    [
      "a missing secret",
      [{ waiting: { reason: "CreateContainerConfigError", message: 'secret "db" not found' } }],
      { code: "container_config", message: /secret "db" not found/ },
    ],
    [
      "memory",
      [{ run: true }, { exit: 137, reason: "OOMKilled" }],
      { code: "memory", exitCode: 137, message: /out of memory/ },
    ],
    [
      "an eviction",
      [
        { run: true },
        { status: { phase: "Failed", reason: "Evicted", message: "The node was low on resource: memory." } },
      ],
      { code: "evicted", message: /low on resource: memory/ },
    ],
    [
      "a deadline",
      [
        { run: true },
        {
          status: {
            phase: "Failed",
            reason: "DeadlineExceeded",
            message: "Pod was active on the node longer than the specified deadline",
          },
        },
      ],
      { code: "deadline" },
    ],
    ["a signal", [{ run: true }, { exit: 139 }], { code: "signal", message: /SIGSEGV/ }],
    ["a missing command", [{ run: true }, { exit: 127 }], { code: "exit_code", message: /not found in the image/ }],
  ] as const)("puts %s into words", async (_, steps, expected) => {
    const { end } = await run(params(steps));
    const { message, ...rest } = expected as { message?: RegExp };
    expect(end).toMatchObject({ outcome: { kind: "failed", ...rest } });
    if (message !== undefined) expect((end as { outcome: { message: string } }).outcome.message).toMatch(message);
  });

  it("waits for a pod that no node can take, and then gives the scheduler's words", async () => {
    const message = "0/3 nodes are available: 3 Insufficient memory.";
    const conditions = [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message }];
    const { end, job } = await run(params([{ status: { conditions } }], { scheduleTimeoutSeconds: 1 }));
    expect(job.said.join("\n")).toContain(`${message}; waiting for`);
    expect(end).toMatchObject({
      outcome: { code: "unschedulable", message: `no node can take the pod: ${message}, for 1 s` },
    });
  });

  it("waits for a registry that is down, and says for how long", async () => {
    const down = { waiting: { reason: "ErrImagePull", message: "dial tcp 10.0.0.1:443: connection refused" } };
    const { end } = await run(params([down], { startupTimeoutSeconds: 1 }));
    expect(end).toMatchObject({
      outcome: { code: "image", message: expect.stringMatching(/connection refused, for 1 s/) as string },
    });
  });

  it("skips on an exit code that says so", async () => {
    const { end } = await run(params([{ run: true }, { exit: 99 }], { skipOnExitCode: [99] }));
    expect(end).toEqual({ outcome: { kind: "skipped", message: "exit code 99" } });
  });

  it("has the events of the pod in the log", async () => {
    const event = { reason: "FailedMount", message: "MountVolume.SetUp failed", type: "Warning" };
    const job = testJob();
    const given = params([{ event }, { hold: "event" }, { run: true }, { exit: 0 }]);
    const handle = await launch(job, given);
    const following = operator.follow(job.ctx, { params: given, handle });
    await job.seen("warning: FailedMount: MountVolume.SetUp failed");
    kubelet.go("event");
    expect((await following).outcome.kind).toBe("success");
  });

  it("takes the return value from the last line or from the termination message", async () => {
    const last = await run(params([{ run: true }, { lines: 3 }, { exit: 0 }], { xcom: "lastLine" }));
    expect(last.end).toEqual({ outcome: { kind: "success" }, value: "line 3" });
    const given = await run(
      params([{ run: true }, { exit: 0, message: '{"rows":7}' }], { xcom: "terminationMessage" }),
    );
    expect(given.end).toEqual({ outcome: { kind: "success" }, value: { rows: 7 } });
  });

  it("reads the logs of containers beside the main one, if they are wanted", async () => {
    const sidecars = [{ name: "side", image: "busybox:1" }];
    const steps = [{ run: true }, { line: "a" }, { line: "b", container: "side" }, { line: "c" }, { exit: 0 }] as const;
    const { job } = await run(params(steps, { sidecars, containerLogs: true }));
    expect(job.lines.filter(({ source }) => source === "stdout").map(({ message }) => message)).toEqual(["a", "c"]);
    expect(job.lines.filter(({ source }) => source === "side").map(({ message }) => message)).toEqual(["b"]);
  });

  it("refuses in words who may not create pods, with the rule that is missing", async () => {
    const given = params([], { configFile: there?.nobody ?? "" });
    await expect(launch(testJob(), given)).rejects.toThrow(
      /pods is forbidden.* Bind nobody to a Role in the namespace .* \{ apiGroups: \[""\], resources: \["pods"\], verbs: \["create"\] \}/,
    );
  });

  it("says that a quota is used up", async () => {
    const own = await makeNamespace(cluster, "quota");
    if (there?.isFull) await serviceAccountReady(cluster, own);
    const body = {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "none" },
      spec: { hard: { pods: "0" } },
      status: { hard: { pods: "0" }, used: { pods: "0" } },
    };
    await cluster.call({ method: "POST", path: `/api/v1/namespaces/${own}/resourcequotas`, body });
    await cluster.call({
      method: "PATCH",
      path: `/api/v1/namespaces/${own}/resourcequotas/none/status`,
      body: { status: body.status },
      contentType: "application/merge-patch+json",
    });
    await expect(launch(testJob(), params([], { namespace: own }))).rejects.toMatchObject({
      facts: { code: "quota" },
      message: expect.stringContaining("exceeded quota: none") as string,
    });
  });
});

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `line ${index + 1}`);
}
