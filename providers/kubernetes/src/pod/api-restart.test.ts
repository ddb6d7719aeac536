/** An API server of one's own, killed hard in the middle of a job. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { FakeKubelet, script } from "../testing/fake-kubelet.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import { adminOf, clusterNote, makeNamespace, testCluster } from "../testing/test-cluster.testing.ts";
import { kubernetesPodJob as operator } from "./pod-job.ts";

const SCRIPT = fileURLToPath(new URL("../../../../.ci/kubernetes.sh", import.meta.url));

describe.runIf(testCluster() !== null)(`an API server that is killed${clusterNote}`, { timeout: 120_000 }, () => {
  it("is waited for; no line is lost or repeated, and a start that it interrupts starts one pod", async () => {
    const dir = mkdtempSync(join(tmpdir(), "momiji-api-"));
    const run = async (action: string): Promise<unknown> => await promisify(execFile)(SCRIPT, [action, dir, "api"]);
    onTestFinished(async () => {
      await run("stop");
      rmSync(dir, { recursive: true });
    }, 60_000);
    await run("start");
    const there = { dir, kubeconfig: join(dir, "admin.kubeconfig"), nobody: "", isFull: false };
    const cluster = await adminOf(there);
    const namespace = await makeNamespace(cluster, "restart");
    const kubelet = await FakeKubelet.start(cluster, { dir, namespace });
    const annotations = script({ run: true }, { lines: 20 }, { hold: "restart" }, { lines: 20 }, { exit: 0 });
    const params = { configFile: there.kubeconfig, namespace, image: "busybox:1", annotations };
    const job = testJob();
    const handle = await operator.launch(job.ctx, params);
    const following = operator.follow(job.ctx, { params, handle });
    await job.seen("line 20");
    const restarted = run("restart");
    await job.seen("trying again");
    const other = testJob();
    const quick = { ...params, annotations: script({ run: true }, { line: "quick" }, { exit: 0 }) };
    const launching = operator.launch(other.ctx, quick);
    await restarted;
    kubelet.go("restart");
    expect(await following).toEqual({ outcome: { kind: "success" } });
    const twenty = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
    expect(job.lines.map(({ message }) => message)).toEqual([...twenty, ...twenty]);
    expect(job.said.join("\n")).toMatch(/the API server at .* trying again[^]*answers again/);
    expect((await operator.follow(other.ctx, { params: quick, handle: await launching })).outcome.kind).toBe("success");
    expect(kubelet.started.length).toBe(2);
    await kubelet.end();
  });
});
