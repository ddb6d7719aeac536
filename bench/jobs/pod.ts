/** `pod`: from queued to the pod's first line in the task's log, beside `kubectl run`. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { startEngine } from "../engine-under-test.ts";
import { median, repeat } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { IMAGE } from "./docker-engine.ts";
import { firstLine, LINE } from "./first-line.ts";

const REPEATS = 10;
const COMMAND = ["echo", LINE];
/** What may be added to the time of the cluster's own client. */
const TARGET_MILLIS = 150;

const dagFile = (kubeconfig: string): string => `import { dag } from "momiji";
import { kubernetesPod } from "@momiji/kubernetes";
export default dag({ id: "pod_bench", schedule: null }, () => {
  kubernetesPod("t", { image: "${IMAGE}", configFile: "${kubeconfig}", namespace: "default", cmds: ${JSON.stringify(COMMAND)} });
});\n`;

async function pod(report: Report): Promise<void> {
  const { MOMIJI_TEST_KUBECONFIG: kubeconfig } = process.env;
  if (kubeconfig === undefined) {
    process.stderr.write(
      'pod: not measured, MOMIJI_TEST_KUBECONFIG names no cluster; eval "$(.ci/kubernetes.sh start /tmp/k8s)" starts one\n',
    );
    return;
  }
  const engine = await startEngine({ "pod_bench.ts": dagFile(kubeconfig) });
  try {
    // One after the other, so that both see the same machine.
    const floors: number[] = [];
    const values = await repeat(REPEATS, async () => {
      floors.push(await kubectlRunFirstLine(kubeconfig));
      return firstLine(engine, "pod_bench");
    });
    const [value, floor] = [median(values), median(floors.slice(1))];
    report({ name: "pod", metric: "queued to first line", value, unit: "ms", floor });
    report({
      name: "pod",
      metric: "beyond kubectl run",
      value: value - floor,
      unit: "ms",
      target: { of: "value", atMost: TARGET_MILLIS },
    });
  } finally {
    await engine.stop();
  }
}

/** The cluster's own client: milliseconds from its start until it shows the pod's first line. */
async function kubectlRunFirstLine(kubeconfig: string): Promise<number> {
  const name = `bench-${crypto.randomUUID()}`;
  const run = ["run", name, `--image=${IMAGE}`, "--restart=Never", "--attach", "--quiet", "--", ...COMMAND];
  const kubectl = ["--kubeconfig", kubeconfig, "--namespace", "default"];
  const start = performance.now();
  const child = spawn("kubectl", [...kubectl, ...run], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  await once(createInterface(child.stdout), "line");
  const millis = performance.now() - start;
  await ended;
  execFileSync("kubectl", [...kubectl, "delete", "pod", name], { stdio: "ignore" });
  return millis;
}

export const pods: readonly Bench[] = [{ name: "pod", group: "jobs", run: pod }];
