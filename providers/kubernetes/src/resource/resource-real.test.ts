/** Objects at a real API server: with or without nodes behind it. */
import { beforeAll, describe, expect, it } from "vitest";
import { isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import type { ApiObject } from "../client/objects.ts";
import { type TestJob, testJob } from "@momiji/worker/job-context";
import { adminOf, clusterNote, makeNamespace, testCluster } from "../testing/test-cluster.testing.ts";
import { kubernetesResourceJob as operator } from "./resource-job.ts";
import type { KubernetesResourceParams } from "./resource-params.ts";

const there = testCluster();
const APPLY = "application/apply-patch+yaml";
const MERGE = "application/merge-patch+json";

describe.runIf(there !== null)(
  `kubernetesResource at a real API server${clusterNote}`,
  { timeout: 60_000, concurrent: true },
  () => {
    let cluster: Cluster;
    let namespace: string;

    beforeAll(async () => {
      if (there === null) throw new Error("no cluster");
      cluster = await adminOf(there);
      namespace = await makeNamespace(cluster, "resource");
    });

    const params = (more: KubernetesResourceParams): KubernetesResourceParams => ({
      configFile: there?.kubeconfig ?? "",
      namespace,
      ...more,
    });

    const follow = async (given: KubernetesResourceParams, job = testJob()): Promise<TestJob> => {
      const handle = await operator.launch(job.ctx, given);
      expect(await operator.follow(job.ctx, { params: given, handle })).toEqual({ outcome: { kind: "success" } });
      return job;
    };

    const path = (place: string, name: string): string => `/api/v1/namespaces/${namespace}/${place}/${name}`;
    const configMap = (name: string, key: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { key: "${key}" }\n`;
    const claim = (name: string): string =>
      `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${name} }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } }\n`;
    const setStatus = async (name: string, status: object): Promise<unknown> =>
      await cluster.call({
        method: "PATCH",
        path: `${path("persistentvolumeclaims", name)}/status`,
        body: { status },
        contentType: MERGE,
      });
    const isThere = async (at: string): Promise<boolean> =>
      await cluster.call({ method: "GET", path: at }).then(
        () => true,
        (error: unknown) => {
          if (isNotFound(error)) return false;
          throw error;
        },
      );

    it("applies objects in their order, changes them, and deletes them in the opposite one", async () => {
      const both = (key: string): string =>
        `${configMap("settings", key)}---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: robot }\n`;
      const applied = await follow(params({ resources: both("a") }));
      expect(applied.said).toEqual(["info: ConfigMap settings applied", "info: ServiceAccount robot applied"]);
      await follow(params({ resources: both("b") }));
      expect(await cluster.call({ method: "GET", path: path("configmaps", "settings") })).toMatchObject({
        data: { key: "b" },
      });
      const remove = params({ resources: both("b"), action: "delete" });
      const deleted = await follow(remove);
      expect(deleted.said).toEqual(["info: ServiceAccount robot deleted", "info: ConfigMap settings deleted"]);
      expect(await isThere(path("configmaps", "settings"))).toBe(false);
      const again = await follow(remove);
      expect(again.said).toEqual(["info: ServiceAccount robot is not there", "info: ConfigMap settings is not there"]);
    });

    it("changes nothing that somebody else manages, and names who, until it is told to take it over", async () => {
      const at = path("configmaps", "shared");
      const of = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "shared" } };
      const theirs = { ...of, data: { key: "theirs", other: "theirs" } };
      const query = { fieldManager: "helm" };
      await cluster.call({ method: "PATCH", path: at, query, body: theirs, contentType: APPLY });
      const given = params({ resources: configMap("shared", "ours") });
      await expect(operator.launch(testJob().ctx, given)).rejects.toMatchObject({
        facts: { code: "conflict", retryable: false },
        message: expect.stringMatching(
          /ConfigMap shared cannot be applied: .*helm manages \.data\.key: leave that out .* `forceConflicts: true`/,
        ) as string,
      });
      expect(await cluster.call({ method: "GET", path: at })).toMatchObject({ data: theirs.data });
      const checks = await Array.fromAsync(operator.preflight?.(testJob().ctx, given) ?? []);
      expect(checks.filter(({ verdict }) => verdict !== "ok")).toMatchObject([
        { code: "kubernetes.admission", verdict: "failed", detail: expect.stringContaining('"helm"') as string },
      ]);
      // What has the same value is managed by both.
      await follow(params({ resources: configMap("shared", "theirs"), fieldManager: "third" }));
      await follow({ ...given, forceConflicts: true });
      expect(await cluster.call({ method: "GET", path: at })).toMatchObject({ data: { key: "ours", other: "theirs" } });
      // Momiji's own fields that are left out go.
      await follow(params({ resources: [of] }));
      expect((await cluster.call<{ data: object }>({ method: "GET", path: at })).data).toEqual({ other: "theirs" });
    });

    it("waits until a field has its value", async () => {
      const job = testJob();
      const waitFor = { kind: "ConfigMap", path: "data.state", equals: "done" };
      const account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: beside }\n";
      const given = params({ resources: `${configMap("waited", "a")}---\n${account}`, waitFor });
      const handle = await operator.launch(job.ctx, given);
      const following = operator.follow(job.ctx, { params: given, handle });
      const change = { path: path("configmaps", "waited"), contentType: MERGE };
      for (const state of ["begun", "done"])
        await cluster.call({ method: "PATCH", body: { data: { state } }, ...change });
      expect((await following).outcome.kind).toBe("success");
      expect(job.said.at(-1)).toBe("info: ConfigMap waited is as wanted: data.state=done");
    });

    it("fails with the reason when what is waited for will not come", async () => {
      const job = testJob();
      const waitFor = { path: "status.phase", equals: "Lost" };
      const failWhen = { condition: "Broken" };
      const given = params({ resources: claim("broken"), waitFor, failWhen });
      const handle = await operator.launch(job.ctx, given);
      // It may have failed before the change is answered.
      const failing = operator.follow(job.ctx, { params: given, handle }).catch((error: unknown) => error);
      const conditions = [{ type: "Broken", status: "True", reason: "DiskGone", message: "no such disk" }];
      await setStatus("broken", { conditions });
      expect(await failing).toMatchObject({
        facts: { code: "resource_failed" },
        message: "PersistentVolumeClaim broken has failed: its condition Broken is True (DiskGone: no such disk)",
      });
    });

    it("says what is the case when its time is over, and when somebody deletes what is waited for", async () => {
      const waitFor = { condition: "Ready" };
      const given = params({ resources: claim("late"), waitFor, waitTimeoutSeconds: 1 });
      await expect(follow(given)).rejects.toMatchObject({
        facts: { code: "wait_timeout" },
        message:
          "PersistentVolumeClaim late was not as wanted (condition Ready=True) within 1 s: it has no condition Ready",
      });
      const gone = params({ resources: configMap("goes", "a"), waitFor });
      const job = testJob();
      const handle = await operator.launch(job.ctx, gone);
      const failing = operator.follow(job.ctx, { params: gone, handle }).catch((error: unknown) => error);
      await cluster.call({ method: "DELETE", path: path("configmaps", "goes") });
      expect(await failing).toMatchObject({ facts: { code: "job_gone" } });
    });

    it("waits for a finalizer to be taken off, and names it", async () => {
      const at = path("configmaps", "held");
      const body = {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "held", finalizers: ["example.com/archive"] },
      };
      await cluster.call({ method: "POST", path: `/api/v1/namespaces/${namespace}/configmaps`, body });
      const given = params({ resources: configMap("held", "a"), action: "delete" });
      await expect(follow({ ...given, waitTimeoutSeconds: 1 })).rejects.toMatchObject({
        facts: { code: "wait_timeout" },
        message: expect.stringMatching(
          /^ConfigMap held was not gone within 1 s: the finalizers example.com\/archive hold it/,
        ) as string,
      });
      await follow({ ...given, wait: false });
      expect(await isThere(at)).toBe(true);
      const job = testJob();
      const handle = await operator.launch(job.ctx, given);
      const following = operator.follow(job.ctx, { params: given, handle });
      await job.seen("held by the finalizers example.com/archive");
      const off = { metadata: { finalizers: null } };
      await cluster.call<ApiObject>({ method: "PATCH", path: at, body: off, contentType: MERGE });
      expect((await following).outcome.kind).toBe("success");
      expect(await isThere(at)).toBe(false);
    });

    it("says of a kind that the server does not know that it does not", async () => {
      const given = params({ resources: "apiVersion: example.com/v1\nkind: Nosuch\nmetadata: { name: a }" });
      for (const action of ["apply", "delete"] as const) {
        await expect(operator.launch(testJob().ctx, { ...given, action })).rejects.toMatchObject({
          facts: { code: "not_found" },
          message: expect.stringMatching(/knows no kind Nosuch in example.com\/v1: is its CustomResource/) as string,
        });
      }
      const checks = await Array.fromAsync(operator.preflight?.(testJob().ctx, given) ?? []);
      expect(checks.at(-1)).toMatchObject({ code: "kubernetes.kind", verdict: "failed" });
    });

    it("finds before a start which right, namespace or field is wrong", async () => {
      const look = async (more: Partial<KubernetesResourceParams>): Promise<string[]> => {
        const given = params({ resources: configMap("looked", "a"), ...more });
        const checks = await Array.fromAsync(operator.preflight?.(testJob().ctx, given) ?? []);
        return checks.filter(({ verdict }) => verdict !== "ok").map(({ title, remedy }) => `${title}: ${remedy}`);
      };
      expect(await look({})).toEqual([]);
      expect(await isThere(path("configmaps", "looked"))).toBe(false);
      expect(await look({ action: "delete" })).toEqual([]);
      expect((await look({ namespace: "nosuch" }))[0]).toMatch(/^the namespace nosuch exists: Create/);
      expect((await look({ resources: "kind: Nothing" }))[0]).toMatch(/^the objects can be read/);
      const invalid = `${configMap("looked", "a")}immutable: 7\n`;
      expect((await look({ resources: invalid }))[0]).toMatch(
        /^the API server would take ConfigMap looked \(dry run\)/,
      );
      const rights = async (more: Partial<KubernetesResourceParams>): Promise<string[]> =>
        (await look({ configFile: there?.nobody ?? "", ...more })).flatMap(
          (line) => /^may (\w+) configmaps in .*: Add to its Role: \{ apiGroups: \[""\]/.exec(line)?.[1] ?? [],
        );
      expect(await rights({})).toEqual(["create", "patch"]);
      expect(await rights({ waitFor: { path: "data.key" } })).toEqual(["create", "patch", "list", "watch"]);
      expect(await rights({ action: "delete" })).toEqual(["delete", "list", "watch"]);
      expect(await rights({ action: "delete", wait: false })).toEqual(["delete"]);
    });
  },
);
