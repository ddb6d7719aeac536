import { beforeAll, describe, expect, it } from "vitest";
import type { Cluster } from "../client/cluster.ts";
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

describe.runIf(there?.isFull)(
  `kubernetesPod on a real kubelet${clusterNote}`,
  { timeout: 90_000, concurrent: true },
  () => {
    let cluster: Cluster;
    let namespace: string;

    beforeAll(async () => {
      if (there === null) throw new Error("no cluster");
      cluster = await adminOf(there);
      namespace = await makeNamespace(cluster, "real");
      await serviceAccountReady(cluster, namespace);
    }, 60_000);

    const params = (command: string, more: KubernetesPodParams = {}): KubernetesPodParams => ({
      configFile: there?.kubeconfig ?? "",
      namespace,
      image: "busybox:1",
      cmds: ["sh", "-c", command],
      ...more,
    });

    const run = async (
      given: KubernetesPodParams,
      job = testJob(),
    ): Promise<{ job: TestJob; end: object; handle: PodHandle }> => {
      const handle = await operator.launch(job.ctx, given);
      const end = await operator.follow(job.ctx, { params: given, handle });
      await operator.release?.(job.ctx, { params: given, handle, outcome: "success" });
      return { job, end, handle };
    };

    const messages = (job: TestJob): string[] => job.lines.map(({ message }) => message);

    it("runs the command with its arguments, environment, volume and annotations", async () => {
      const { job, end } = await run(
        params('echo "$0 of $DB_USER in $POD"; echo kept > /sample-data/a; cat /sample-data/a', {
          arguments: ['{"user":"momiji"}'],
          env: { DB_USER: "app", POD: { fieldRef: { fieldPath: "metadata.namespace" } } },
          volumes: [{ name: "sample-data", emptyDir: {} }],
          volumeMounts: [{ name: "sample-data", mountPath: "/sample-data" }],
          annotations: { "sidecar.istio.io/inject": "false" },
          resources: { requests: { cpu: "20m", memory: "16Mi" }, limits: { cpu: "1000m", memory: "64Mi" } },
        }),
      );
      expect(end).toEqual({ outcome: { kind: "success" } });
      expect(messages(job)).toEqual([`{"user":"momiji"} of app in ${namespace}`, "kept"]);
      // Who places pods tells of it by the way, and under load after the pod has ended: any word of the cluster will do.
      expect(job.said.join("\n")).toMatch(
        /Scheduled: Successfully assigned|Created: Created container|Started: Started container/,
      );
    });

    it("gives the exit code, and the lines up to it", async () => {
      const { job, end } = await run(params("echo before; exit 1"));
      expect(end).toEqual({
        outcome: { kind: "failed", code: "exit_code", exitCode: 1, message: "exit code 1", retryable: true },
      });
      expect(messages(job)).toEqual(["before"]);
    });

    it("keeps long lines whole, bytes that are no UTF-8, and a last line without an end", async () => {
      const { job } = await run(
        params(`head -c 40000 /dev/zero | tr '\\0' x; echo; printf 'a\\377b\\n'; printf 'no end'`),
      );
      expect(messages(job)).toEqual(["x".repeat(40_000), "a\uFFFDb", "no end"]);
    });

    it("loses and repeats no line of many, wherever following was cut off", async () => {
      const given = params(
        "i=0; while [ $i -lt 4000 ]; do i=$((i+1)); echo line $i; echo err $i >&2; done; sleep 1; echo end",
      );
      let job = testJob();
      const handle = await operator.launch(job.ctx, given);
      const cuts = [1, 2, 700, 701, 3_000, 7_999, 8_000];
      for (const cut of cuts) {
        job = cutAt(job, cut);
        await operator.follow(job.ctx, { params: given, handle });
        expect(job.lines.length).toBe(cut);
      }
      job = job.next();
      const end = await operator.follow(cutAt(job, Infinity).ctx, { params: given, handle });
      expect(end).toEqual({ outcome: { kind: "success" } });
      const seen = messages(job);
      expect(seen.filter((line) => line.startsWith("line"))).toEqual(
        Array.from({ length: 4_000 }, (_, index) => `line ${index + 1}`),
      );
      expect(seen.filter((line) => line.startsWith("err"))).toEqual(
        Array.from({ length: 4_000 }, (_, index) => `err ${index + 1}`),
      );
      expect(seen.at(-1)).toBe("end");
      expect(seen.length).toBe(8_001);
    });

    it("takes the return value from the file that the job has written", async () => {
      const command = `echo '{"rows": 7}' > /airflow/xcom/return.json`;
      const { end } = await run(params(command, { xcom: "file", xcomSidecar: { image: "busybox:1" } }));
      expect(end).toEqual({ outcome: { kind: "success" }, value: { rows: 7 } });
    });

    it("ends a job politely, with the lines of its farewell", async () => {
      const given = params("trap 'echo farewell; exit 7' TERM; echo begun; while true; do sleep 0.2; done");
      const job = testJob({ graceMillis: 10_000 });
      const handle = await operator.launch(job.ctx, given);
      const following = operator.follow(job.ctx, { params: given, handle });
      await job.seen("begun");
      await operator.cancel(job.ctx, { params: given, handle });
      await following;
      expect(messages(job)).toEqual(["begun", "farewell"]);
    });
  },
);

/** The same attempt, followed until so many lines are there. */
function cutAt(job: TestJob, count: number): TestJob {
  const lines = job.lines;
  const next: TestJob = testJob({
    attemptId: job.ctx.attemptId,
    lines,
    onLine: (_line, { abort }) => {
      if (lines.length >= count) abort();
    },
  });
  return next;
}
