/**
 * The Kubernetes of the tests, at `MOMIJI_TEST_KUBECONFIG` (`.ci/kubernetes.sh start DIR` prints it). Without one the tests that need
 * it say so by their name; `.ci/run` says by `MOMIJI_TEST_ENGINES` that there must be one.
 */
import { readFileSync } from "node:fs";
import { Cluster } from "../client/cluster.ts";
import { linesOf } from "../client/lines.ts";
import { accessOf, kubeconfigFile } from "../client/kubeconfig.ts";

export interface TestCluster {
  /** The folder that the script was given. */
  readonly dir: string;
  readonly kubeconfig: string;
  /** Of a user without any rights. */
  readonly nobody: string;
  readonly isFull: boolean;
}

/** Null: there is none. */
export function testCluster(): TestCluster | null {
  const { MOMIJI_TEST_KUBECONFIG: kubeconfig, MOMIJI_TEST_KUBERNETES: dir, MOMIJI_TEST_ENGINES: engines } = process.env;
  if (kubeconfig === undefined || dir === undefined) {
    if (engines !== "required") return null;
    throw new Error("MOMIJI_TEST_KUBECONFIG is not set, and MOMIJI_TEST_ENGINES says that it must be");
  }
  const isFull = readFileSync(`${dir}/mode`, "utf8").trim() === "full";
  return { dir, kubeconfig, nobody: `${dir}/nobody.kubeconfig`, isFull };
}

/** The same if nobody else uses it, so that its parts may be stopped: `MOMIJI_TEST_KUBERNETES_ALONE` says so. */
export function testClusterAlone(): TestCluster | null {
  const there = testCluster();
  return there?.isFull === true && process.env["MOMIJI_TEST_KUBERNETES_ALONE"] !== undefined ? there : null;
}

/** In the title of a suite. */
export const aloneNote =
  testClusterAlone() === null ? " (not run: MOMIJI_TEST_KUBERNETES_ALONE is not set, or there is no cluster)" : "";
export const clusterNote = testCluster() === null ? " (not run: MOMIJI_TEST_KUBECONFIG is not set)" : "";

export async function adminOf({ kubeconfig }: TestCluster): Promise<Cluster> {
  return new Cluster(await accessOf([await kubeconfigFile(kubeconfig)]));
}

/** A namespace of one's own. */
export async function makeNamespace(cluster: Cluster, prefix: string): Promise<string> {
  const name = `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
  await cluster.call({
    method: "POST",
    path: "/api/v1/namespaces",
    body: { apiVersion: "v1", kind: "Namespace", metadata: { name } },
  });
  return name;
}

/** A pod can be made in it: the service account that every pod has is there. */
export async function serviceAccountReady(cluster: Cluster, namespace: string): Promise<void> {
  const query = { watch: true, fieldSelector: "metadata.name=default", timeoutSeconds: 30 };
  const stream = await cluster.stream({
    method: "GET",
    path: `/api/v1/namespaces/${namespace}/serviceaccounts`,
    query,
  });
  for await (const line of linesOf(stream, "dropped")) {
    const { object } = JSON.parse(line) as { readonly object: { readonly secrets?: readonly object[] } };
    if ((object.secrets?.length ?? 0) > 0) break;
  }
}
