/** Pods of a real Kubernetes on a node that only plays them, since no machine runs hundreds: `MOMIJI_TEST_KUBECONFIG` names the cluster. */
import { FakeKubelet, script } from "../../providers/kubernetes/src/testing/fake-kubelet.testing.ts";
import {
  adminOf,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "../../providers/kubernetes/src/testing/test-cluster.testing.ts";

export interface Pods {
  readonly kubeconfig: string;
  readonly namespace: string;
  /** Of each pod: what it does. */
  readonly annotations: { readonly [name: string]: string };
  stop(): void;
  close(): Promise<void>;
}

/** Null: there is no cluster; that is said. */
export async function podsOf(benchmark: string): Promise<Pods | null> {
  const found = testCluster();
  if (found === null) {
    process.stderr.write(
      `${benchmark}: not measured, no cluster; eval "$(.ci/kubernetes.sh start /tmp/ka api)" starts one\n`,
    );
    return null;
  }
  const cluster = await adminOf(found);
  const namespace = await makeNamespace(cluster, "bench");
  await serviceAccountReady(cluster, namespace);
  const kubelet = await FakeKubelet.start(cluster, { dir: found.dir, namespace });
  return {
    kubeconfig: found.kubeconfig,
    namespace,
    annotations: script({ run: true }, { linesUntil: "stop" }, { exit: 0 }),
    stop: () => kubelet.go("stop"),
    async close() {
      await kubelet.end();
      await cluster.call({ method: "DELETE", path: `/api/v1/namespaces/${namespace}` });
    },
  };
}
