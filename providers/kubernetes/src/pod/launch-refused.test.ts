/** Starts that a real API server refuses: the right code, its words, and nothing started. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testJob } from "@momiji/worker/job-context";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Cluster } from "../client/cluster.ts";
import type { ObjectList, Pod } from "../client/objects.ts";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "../testing/test-cluster.testing.ts";
import { kubernetesPodJob as operator } from "./pod-job.ts";
import type { KubernetesPodParams } from "./pod-params.ts";

const there = testCluster();

interface Kubeconfig {
  readonly users: readonly { user: { token?: string } }[];
  readonly clusters: readonly { cluster: { "certificate-authority-data"?: string } }[];
}

describe.runIf(there !== null)(`a start that a real API server refuses${clusterNote}`, { timeout: 60_000 }, () => {
  let cluster: Cluster;
  let namespace: string;
  const folder = mkdtempSync(join(tmpdir(), "momiji-refused-"));

  beforeAll(async () => {
    if (there === null) throw new Error("no cluster");
    cluster = await adminOf(there);
    namespace = await makeNamespace(cluster, "refused");
    if (there.isFull) await serviceAccountReady(cluster, namespace);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const params = (more: KubernetesPodParams = {}): KubernetesPodParams => ({
    configFile: there?.kubeconfig ?? "",
    namespace,
    image: "busybox:1",
    // Of nobody: none of these pods is to run.
    schedulerName: "nobody",
    ...more,
  });

  /** The kubeconfig of the tests, changed. */
  const changed = (change: (config: Kubeconfig) => void): KubernetesPodParams => {
    const config = parse(readFileSync(there?.kubeconfig ?? "", "utf8")) as Kubeconfig;
    change(config);
    const configFile = join(folder, crypto.randomUUID());
    writeFileSync(configFile, JSON.stringify(config));
    return params({ configFile });
  };

  const stale = ({ users: [entry] }: Kubeconfig): void => {
    if (entry !== undefined) entry.user.token = "stale";
  };
  const withoutAuthority = ({ clusters: [entry] }: Kubeconfig): void => {
    delete entry?.cluster["certificate-authority-data"];
  };
  const tooLittle = { requests: { memory: "2Gi" }, limits: { memory: "1Gi" } };

  it.each<[string, () => KubernetesPodParams, object, RegExp]>([
    [
      "a token that is not known",
      () => changed(stale),
      { code: "unauthorized" },
      /does not know who asks: see the credentials in/,
    ],
    [
      "a certificate that is not trusted",
      () => changed(withoutAuthority),
      { code: "unreachable" },
      /not trusted here: .*Give its authority in/,
    ],
    [
      "a namespace that is not there",
      () => params({ namespace: "nosuch" }),
      { code: "not_found" },
      /namespaces "nosuch" not found/,
    ],
    [
      "a pod that is not valid",
      () => params({ resources: tooLittle }),
      { code: "invalid", retryable: false },
      /must be less than or equal to memory limit/,
    ],
    [
      "a priority class that is not there",
      () => params({ priorityClassName: "urgent" }),
      { code: "refused" },
      /no PriorityClass with name urgent was found/,
    ],
  ])("is told of %s", async (...[, given, facts, words]) => {
    await expect(operator.launch(testJob().ctx, given())).rejects.toMatchObject({
      facts,
      message: expect.stringMatching(words) as string,
    });
    const { items } = await cluster.call<ObjectList<Pod>>({
      method: "GET",
      path: `/api/v1/namespaces/${namespace}/pods`,
    });
    expect(items).toEqual([]);
  });

  it("leaves a pod of somebody else alone that has the name", async () => {
    const job = testJob();
    const given = params();
    const { name } = await operator.launch(job.ctx, given);
    await operator.cancel(job.ctx, { params: given, handle: null });
    const path = `/api/v1/namespaces/${namespace}/pods`;
    const spec = { schedulerName: "nobody", containers: [{ name: "other", image: "busybox:1" }] };
    await cluster.call({ method: "POST", path, body: { apiVersion: "v1", kind: "Pod", metadata: { name }, spec } });
    await expect(operator.launch(job.ctx, given)).rejects.toMatchObject({
      facts: { code: "conflict" },
      message: expect.stringMatching(/there is a pod of that name, of somebody else/) as string,
    });
    await operator.cancel(job.ctx, { params: given, handle: null });
    const { items } = await cluster.call<ObjectList<Pod>>({ method: "GET", path });
    expect(items.map(({ metadata }) => metadata.name)).toEqual([name]);
    await cluster.call({ method: "DELETE", path: `${path}/${name}` });
  });
});
