/** Parts of the real cluster that stop in the middle of a job. Nobody else may use the cluster meanwhile. */
import { execFile } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { kubernetesPodJob as operator } from "../pod/pod-job.ts";
import { testJob } from "@momiji/worker/job-context";
import { RealPods } from "../testing/real-pods.testing.ts";
import { aloneNote, testClusterAlone } from "../testing/test-cluster.testing.ts";

const SCRIPT = fileURLToPath(new URL("../../../../.ci/kubernetes.sh", import.meta.url));
const there = testClusterAlone();

/** Writes a line every so often, until it has written so many. */
const lines = (count: number): string =>
  `i=0; while [ $i -lt ${count} ]; do i=$((i+1)); echo line $i; sleep 0.05; done`;
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

describe.runIf(there !== null)(`a real cluster of which a part stops${aloneNote}`, { timeout: 240_000 }, () => {
  let real: RealPods;

  beforeAll(async () => {
    real = await RealPods.open(there, "trouble");
  }, 60_000);

  it("goes on when the API server is killed and started again, and a start that it interrupts starts one pod", async () => {
    const given = real.params(lines(200));
    const job = testJob();
    const handle = await operator.launch(job.ctx, given);
    const following = operator.follow(job.ctx, { params: given, handle });
    await job.seen("line 10");
    const restarted = promisify(execFile)(SCRIPT, ["restart", real.there.dir]);
    await job.seen("trying again");
    const other = testJob();
    const launching = operator.launch(other.ctx, real.params("echo quick"));
    await restarted;
    expect(await following).toEqual({ outcome: { kind: "success" } });
    expect(job.lines.map(({ message }) => message)).toEqual(numbered(200));
    expect(job.said.join("\n")).toMatch(/the API server at .* trying again[^]*answers again/);
    const quick = await operator.follow(other.ctx, { params: real.params("echo quick"), handle: await launching });
    expect(quick.outcome.kind).toBe("success");
    expect((await real.pods()).length).toBe(2);
    for (const [each, of] of [
      [job, handle],
      [other, await launching],
    ] as const)
      await operator.release?.(each.ctx, { params: given, handle: of, outcome: "success" });
    expect(await real.pods()).toEqual([]);
  });

  it("goes on when the node was silent for a while, with each line of it", async () => {
    const given = real.params(lines(100));
    const job = testJob();
    const handle = await operator.launch(job.ctx, given);
    const following = operator.follow(job.ctx, { params: given, handle });
    await job.seen("line 10");
    const kubelet = stopKubelet();
    // Longer than the job takes.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    kubelet.goOn();
    expect(await following).toEqual({ outcome: { kind: "success" } });
    expect(job.lines.map(({ message }) => message)).toEqual(numbered(100));
    await operator.release?.(job.ctx, { params: given, handle, outcome: "success" });
  });

  it("says that the node is lost when it does not come back, and nothing is left when it does", async () => {
    const marker = String(randomInt(100_000, 1_000_000));
    // Kubernetes gives a silent node up at once, not after five minutes.
    const tolerations = ["unreachable", "not-ready"].map((name) => {
      return { key: `node.kubernetes.io/${name}`, operator: "Exists", effect: "NoExecute", tolerationSeconds: 0 };
    });
    const given = real.params(`echo begun; exec sleep ${marker}`, { tolerations, terminationGracePeriodSeconds: 1 });
    const job = testJob();
    const handle = await operator.launch(job.ctx, given);
    const following = operator.follow(job.ctx, { params: given, handle });
    await job.seen("begun");
    await keepOtherNode();
    const kubelet = stopKubelet();
    expect((await following).outcome).toMatchObject({
      kind: "failed",
      code: "node_lost",
      message: expect.stringMatching(/its node localhost does not answer/) as string,
      retryable: true,
    });
    expect(processesWith(marker)).toBe(1);
    kubelet.goOn();
    await operator.release?.(job.ctx, { params: given, handle, outcome: "failed" });
    expect(await real.pods()).toEqual([]);
    while (processesWith(marker) > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  });

  /** Kubernetes believes in no loss if every node is silent: another one, on which nothing runs, says that it is well. */
  async function keepOtherNode(): Promise<void> {
    const [name, nodes] = [`other-${real.namespace}`, "/api/v1/nodes"];
    const body = { apiVersion: "v1", kind: "Node", metadata: { name }, spec: { unschedulable: true } };
    await real.cluster.call({ method: "POST", path: nodes, body });
    const beat = async (): Promise<unknown> => {
      const now = new Date().toISOString();
      const ready = { type: "Ready", status: "True", reason: "Test", lastHeartbeatTime: now, lastTransitionTime: now };
      return await real.cluster.call({
        method: "PATCH",
        path: `${nodes}/${name}/status`,
        body: { status: { conditions: [ready] } },
        contentType: "application/strategic-merge-patch+json",
      });
    };
    await beat();
    const timer = setInterval(() => void beat(), 2_000);
    onTestFinished(async () => {
      clearInterval(timer);
      await real.cluster.call({ method: "DELETE", path: `${nodes}/${name}` });
    });
  }

  /** As a machine that hangs: its connections stay open, and nothing comes. */
  function stopKubelet(): { readonly goOn: () => void } {
    const pid = Number(readFileSync(`${real.there.dir}/kubelet.pid`, "utf8").split(" ")[0]);
    const goOn = (): void => void process.kill(pid, "SIGCONT");
    onTestFinished(goOn);
    process.kill(pid, "SIGSTOP");
    return { goOn };
  }
});

/** Of containers, which are processes of this machine. */
function processesWith(argument: string): number {
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && argumentsOf(pid).includes(argument)).length;
}

function argumentsOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
