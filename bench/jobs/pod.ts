/**
 * `pod`: from queued to the pod's first line in the task's log, beside a bare client that creates, watches and reads the log, and
 * beside `kubectl run`, `wait` and `logs`, which poll.
 */
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { startEngine } from "../engine-under-test.ts";
import { median, repeat } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { Cluster } from "../../providers/kubernetes/src/client/cluster.ts";
import { accessOf, kubeconfigFile } from "../../providers/kubernetes/src/client/kubeconfig.ts";
import { makeNamespace, serviceAccountReady } from "../../providers/kubernetes/src/testing/test-cluster.testing.ts";
import { barePodFirstLine, podsLeft, type PodPlace } from "./bare-pod.ts";
import { IMAGE } from "./docker-engine.ts";
import { firstLine, LINE } from "./first-line.ts";

const REPEATS = 15;
/** A kubelet looks at its containers so often: when a pod is made in between decides on how soon it is seen to have begun. */
const KUBELET_MILLIS = 1000;
const COMMAND = ["echo", LINE];
/** What may be added to the time of the bare client. */
const TARGET_MILLIS = 150;

const dagFile = (kubeconfig: string, namespace: string): string => `import { dag } from "momiji";
import { kubernetesPod } from "@momiji/kubernetes";
export default dag({ id: "pod_bench", schedule: null }, () => {
  kubernetesPod("t", { image: "${IMAGE}", configFile: "${kubeconfig}", namespace: "${namespace}", cmds: ${JSON.stringify(COMMAND)} });
});\n`;

async function pod(report: Report): Promise<void> {
  const { MOMIJI_TEST_KUBECONFIG: kubeconfig } = process.env;
  if (kubeconfig === undefined) {
    process.stderr.write(
      'pod: not measured, MOMIJI_TEST_KUBECONFIG names no cluster; eval "$(.ci/kubernetes.sh start /tmp/k8s)" starts one\n',
    );
    return;
  }
  const cluster = new Cluster(await accessOf([await kubeconfigFile(kubeconfig)]));
  const namespace = await makeNamespace(cluster, "bench");
  try {
    await serviceAccountReady(cluster, namespace);
    await measure(report, { cluster, kubeconfig, namespace });
  } finally {
    await cluster.call({ method: "DELETE", path: `/api/v1/namespaces/${namespace}` });
  }
}

interface Place extends PodPlace {
  readonly kubeconfig: string;
}

async function measure(report: Report, place: Place): Promise<void> {
  const engine = await startEngine({ "pod_bench.ts": dagFile(place.kubeconfig, place.namespace) });
  try {
    // One after the other, so that all see the same machine; each on a node that has nothing left to do.
    const [floors, kubectls]: [number[], number[]] = [[], []];
    const values = await repeat(REPEATS, async () => {
      await quiet(place);
      floors.push(await barePodFirstLine(place, { image: IMAGE, command: COMMAND }));
      await quiet(place);
      kubectls.push(kubectlRunFirstLine(place));
      await quiet(place);
      return await firstLine(engine, "pod_bench");
    });
    const [value, floor, kubectl] = [median(values), median(floors.slice(1)), median(kubectls.slice(1))];
    report({ name: "pod", metric: "queued to first line", value, unit: "ms", floor });
    report({ name: "pod", metric: "kubectl run, wait and logs", value: kubectl, unit: "ms" });
    report({
      name: "pod",
      metric: "beyond a bare client",
      value: value - floor,
      unit: "ms",
      target: { of: "value", atMost: TARGET_MILLIS },
    });
  } finally {
    await engine.stop();
  }
}

/** Until the pods before are gone, and then until some moment of the kubelet's second, so that none is favoured. */
async function quiet(place: Place): Promise<void> {
  while ((await podsLeft(place)) > 0) await sleep(50);
  await sleep(Math.random() * KUBELET_MILLIS);
}

/** The cluster's own client: milliseconds until it has shown the pod's line. What was written before it attaches it would not show. */
function kubectlRunFirstLine({ kubeconfig, namespace }: Place): number {
  const name = `bench-${crypto.randomUUID()}`;
  const kubectl = (...args: string[]): unknown =>
    execFileSync("kubectl", ["--kubeconfig", kubeconfig, "--namespace", namespace, ...args], { stdio: "ignore" });
  const start = performance.now();
  kubectl("run", name, `--image=${IMAGE}`, "--restart=Never", "--", ...COMMAND);
  kubectl("wait", `pod/${name}`, "--for=jsonpath={.status.phase}=Succeeded", "--timeout=60s");
  kubectl("logs", name);
  const millis = performance.now() - start;
  kubectl("delete", "pod", name, "--wait=false");
  return millis;
}

export const pods: readonly Bench[] = [{ name: "pod", group: "jobs", run: pod }];
