import { writeFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PreflightCheck } from "@momiji/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cluster } from "../client/cluster.ts";
import type { KubernetesPodParams } from "../pod/pod-params.ts";
import { testJob } from "@momiji/worker/job-context";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "../testing/test-cluster.testing.ts";
import { preflightPod } from "./preflight-pod.ts";

const there = testCluster();

const checksOf = async (params: KubernetesPodParams): Promise<PreflightCheck[]> =>
  await Array.fromAsync(preflightPod(testJob().ctx, params));
const wrong = (checks: readonly PreflightCheck[]): readonly PreflightCheck[] =>
  checks.filter(({ verdict }) => verdict !== "ok");

describe("the way to an API server, looked at before a start", () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-preflight-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const kubeconfig = (server: string): string => {
    const path = join(folder, `${encodeURIComponent(server)}.json`);
    const entries = {
      clusters: [{ name: "c", cluster: { server } }],
      users: [{ name: "u", user: {} }],
      contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    };
    writeFileSync(path, JSON.stringify({ "current-context": "x", ...entries }));
    return path;
  };

  it.each([
    ["a name without an address", "https://nosuch.invalid:6443", "kubernetes.dns", /cannot be found/],
    ["a port where nothing listens", "https://127.0.0.1:1", "kubernetes.tcp", /refuses connections/],
  ])("tells %s", async (...[, server, code, detail]) => {
    const checks = wrong(await checksOf({ configFile: kubeconfig(server), image: "a" }));
    expect(checks).toMatchObject([{ code, verdict: "failed", remedy: expect.any(String) as string }]);
    expect(checks[0]?.detail).toMatch(detail);
  });

  it("tells a kubeconfig that is not there, and a context that is not in it", async () => {
    expect(wrong(await checksOf({ configFile: join(folder, "nosuch"), image: "a" }))).toMatchObject([
      { code: "kubernetes.config", verdict: "failed" },
    ]);
    const [check] = wrong(
      await checksOf({ configFile: kubeconfig("https://127.0.0.1:1"), context: "prod", image: "a" }),
    );
    expect(check?.detail).toMatch(/there is no context prod; there are: x/);
  });
});

describe.runIf(there !== null)(`a pod, looked at before its start at a real API server${clusterNote}`, () => {
  let cluster: Cluster;
  let namespace: string;

  beforeAll(async () => {
    if (there === null) throw new Error("no cluster");
    cluster = await adminOf(there);
    namespace = await makeNamespace(cluster, "preflight");
    if (there.isFull) await serviceAccountReady(cluster, namespace);
    else await make("serviceaccounts", { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } });
    await make("secrets", { apiVersion: "v1", kind: "Secret", metadata: { name: "db" }, stringData: { user: "app" } });
  }, 60_000);

  const make = async (resource: string, body: object): Promise<unknown> =>
    await cluster.call({ method: "POST", path: `/api/v1/namespaces/${namespace}/${resource}`, body });

  const params = (more: KubernetesPodParams = {}): KubernetesPodParams => ({
    configFile: there?.kubeconfig ?? "",
    namespace,
    image: "busybox:1",
    ...more,
  });

  it("finds nothing wrong where nothing is, templates or not", async () => {
    const given = params({ labels: { day: "{{ ds }}" }, secrets: [{ secret: "db", key: "user", env: "DB_USER" }] });
    const checks = await checksOf(given);
    expect(wrong(checks)).toEqual([]);
    expect(checks.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "kubernetes.reachable",
        "kubernetes.rights",
        "kubernetes.secret",
        "kubernetes.admission",
      ]),
    );
  });

  it("tells a certificate that nobody here trusts", async () => {
    const config = {
      "current-context": "x",
      users: [{ name: "u", user: {} }],
      contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    };
    const folder = mkdtempSync(join(tmpdir(), "momiji-preflight-"));
    const path = join(folder, "config");
    writeFileSync(
      path,
      JSON.stringify({ ...config, clusters: [{ name: "c", cluster: { server: cluster.access.server } }] }),
    );
    expect(wrong(await checksOf({ configFile: path, image: "a" }))).toMatchObject([
      { code: "kubernetes.tls", verdict: "failed" },
    ]);
    rmSync(folder, { recursive: true });
  });

  it("tells a token that is not known", async () => {
    const folder = mkdtempSync(join(tmpdir(), "momiji-preflight-"));
    const path = join(folder, "config");
    const data = Buffer.from(cluster.access.ca ?? "").toString("base64");
    const entries = {
      clusters: [{ name: "c", cluster: { server: cluster.access.server, "certificate-authority-data": data } }],
      users: [{ name: "u", user: { token: "stale" } }],
      contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    };
    writeFileSync(path, JSON.stringify({ "current-context": "x", ...entries }));
    expect(wrong(await checksOf({ configFile: path, image: "a" }))).toMatchObject([
      { code: "kubernetes.credentials", verdict: "failed" },
    ]);
    rmSync(folder, { recursive: true });
  });

  it("tells each right that is missing, with the rule that gives it", async () => {
    const checks = wrong(await checksOf(params({ configFile: there?.nobody ?? "", xcom: "file" })));
    const rights = checks.filter(({ code }) => code === "kubernetes.rights");
    expect(rights.filter(({ verdict }) => verdict === "failed").map(({ title }) => title.split(" in ")[0])).toEqual([
      "may create pods",
      "may get pods",
      "may list pods",
      "may watch pods",
      "may delete pods",
      "may get pods/log",
      "may create pods/exec",
      "may get pods/exec",
    ]);
    expect(rights[5]?.remedy).toBe('Add to its Role: { apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }');
    expect(rights.filter(({ verdict }) => verdict === "warning").length).toBe(2);
  });

  it("tells params of which no pod can be made, and a pod that the API server would not take", async () => {
    expect(wrong(await checksOf(params({ podTemplate: "spec: [" })))).toMatchObject([
      { code: "kubernetes.pod", verdict: "failed" },
    ]);
    const resources = { requests: { memory: "2Gi" }, limits: { memory: "1Gi" } };
    expect(wrong(await checksOf(params({ resources })))).toMatchObject([
      { code: "kubernetes.admission", verdict: "failed", detail: expect.stringMatching(/memory limit/) as string },
    ]);
  });

  it("tells a namespace that is not there", async () => {
    expect(wrong(await checksOf(params({ namespace: "nosuch" })))).toMatchObject([
      { code: "kubernetes.namespace", verdict: "failed" },
    ]);
  });

  it("tells names that are not there, and entries that are not in them", async () => {
    const checks = wrong(
      await checksOf(
        params({
          serviceAccountName: "robot",
          imagePullSecrets: ["registry"],
          configMaps: ["settings"],
          secrets: [{ secret: "db", key: "password", env: "DB_PASSWORD" }],
          priorityClassName: "urgent",
          volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }],
        }),
      ),
    );
    const titles = checks.filter(({ verdict }) => verdict === "failed").map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        "the service account robot exists",
        "the secret registry exists",
        "the config map settings exists",
        "the priority class urgent exists",
        "the persistent volume claim data exists",
        "the secret db exists",
      ]),
    );
    expect(checks.find(({ title }) => title === "the secret db exists")?.detail).toBe("it has no entry password");
  });

  it("tells that the quota leaves no room", async () => {
    const hard = { pods: "0" };
    await make("resourcequotas", {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "none" },
      spec: { hard },
    });
    const path = `/api/v1/namespaces/${namespace}/resourcequotas/none`;
    const contentType = "application/merge-patch+json";
    await cluster.call({
      method: "PATCH",
      path: `${path}/status`,
      body: { status: { hard, used: hard } },
      contentType,
    });
    const [check] = wrong(await checksOf(params()));
    expect(check).toMatchObject({
      code: "kubernetes.admission",
      verdict: "failed",
      detail: expect.stringContaining("exceeded quota: none") as string,
    });
    await cluster.call({ method: "DELETE", path });
  });
});
