/** The Kubernetes that `.ci/kubernetes.sh` has started; without one, tests that need it say so. */
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

/** Null: there is none. In CI there must be one. */
export function testCluster(): TestCluster | null {
  const { MOMIJI_TEST_KUBECONFIG: kubeconfig, MOMIJI_TEST_KUBERNETES: dir, CI } = process.env;
  if (kubeconfig === undefined || dir === undefined) {
    if (CI !== undefined) throw new Error("MOMIJI_TEST_KUBECONFIG is missing: .ci/kubernetes.sh prints it");
    return null;
  }
  const isFull = readFileSync(`${dir}/mode`, "utf8").trim() === "full";
  return { dir, kubeconfig, nobody: `${dir}/nobody.kubeconfig`, isFull };
}

export async function adminOf({ kubeconfig }: TestCluster): Promise<Cluster> {
  return new Cluster(await accessOf([await kubeconfigFile(kubeconfig)]));
}

/** A namespace of one's own. */
export async function makeNamespace(cluster: Cluster, prefix: string): Promise<string> {
  const name = `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
  await cluster.call({ method: "POST", path: "/api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata: { name } } });
  return name;
}

/** A pod can be made in it: the service account that every pod has is there. */
export async function serviceAccountReady(cluster: Cluster, namespace: string): Promise<void> {
  const query = { watch: true, fieldSelector: "metadata.name=default", timeoutSeconds: 30 };
  const stream = await cluster.stream({ method: "GET", path: `/api/v1/namespaces/${namespace}/serviceaccounts`, query });
  for await (const line of linesOf(stream, "dropped")) {
    const { object } = JSON.parse(line) as { readonly object: { readonly secrets?: readonly object[] } };
    if ((object.secrets?.length ?? 0) > 0) break;
  }
}
