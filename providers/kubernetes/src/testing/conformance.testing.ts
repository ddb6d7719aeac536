/** The suite of all job operators over one of ours, with pods that a real kubelet runs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json } from "@momiji/core";
import { type JobHarness, jobOperatorConformance } from "@momiji/worker/job-conformance";
import { afterAll, beforeAll, describe } from "vitest";
import type { Cluster } from "../client/cluster.ts";
import { ApiProxy } from "./api-proxy.testing.ts";
import { AttemptObjects } from "./attempt-objects.testing.ts";
import { adminOf, clusterNote, makeNamespace, serviceAccountReady, testCluster } from "./test-cluster.testing.ts";

export interface Conforming {
  readonly operator: "kubernetesPod" | "kubernetesJob";
  /** Beside image, command and cluster. */
  readonly params?: { readonly [name: string]: Json };
}

export function kubernetesConformance({ operator, params = {} }: Conforming): void {
  const there = testCluster();
  describe.runIf(there?.isFull)(`on a real kubelet${clusterNote}`, () => {
    let cluster: Cluster;
    let namespace: string;
    let objects: AttemptObjects;

    beforeAll(async () => {
      if (there === null) throw new Error("no cluster");
      cluster = await adminOf(there);
      namespace = await makeNamespace(cluster, "conformance");
      await serviceAccountReady(cluster, namespace);
      objects = new AttemptObjects(cluster, namespace);
    }, 60_000);

    afterAll(() => objects.close());

    const newHarness = async (): Promise<JobHarness> => {
      const folder = mkdtempSync(join(tmpdir(), "momiji-kubeconfig-"));
      const kubeconfig = join(folder, "config");
      const proxy = await ApiProxy.start(cluster);
      proxy.writeKubeconfig(kubeconfig);
      return {
        module: "@momiji/kubernetes/jobs",
        operator,
        params: ({ lines, pauseSeconds, exitCode }) => {
          // A shell that is the first process of a container does not heed a signal unless it says how.
          const loop = `trap 'exit 143' TERM; i=0; while [ $i -lt ${lines} ]; do i=$((i+1)); echo "line $i"; sleep ${pauseSeconds}; done; exit ${exitCode}`;
          return { configFile: kubeconfig, namespace, image: "busybox:1", cmds: ["sh", "-c", loop], ...params };
        },
        started: (attemptId) => objects.started(attemptId),
        left: (attemptId) => objects.left(attemptId),
        troubles: {
          "it is away": () => proxy.break("cut", 1_500),
          "it is busy": () => proxy.break("busy", 1_500),
          "it throttles": () => proxy.break("throttle", 1_500),
          "it answers nonsense": () => proxy.break("nonsense", 1_500),
        },
        vanish: (attemptId) => objects.remove(attemptId),
        close: () => {
          proxy.close();
          rmSync(folder, { recursive: true });
        },
      };
    };

    const options = { randomDeaths: 3, timeoutMillis: 240_000, concurrent: true };
    jobOperatorConformance(operator, newHarness, options);
  });
}
