/** The suite of all job operators, with pods that a real kubelet runs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type JobHarness, jobOperatorConformance } from "@momiji/worker/job-conformance";
import { afterAll, beforeAll, describe } from "vitest";
import type { Cluster } from "../client/cluster.ts";
import { listAndWatch } from "../client/list-watch.ts";
import type { ObjectList, Pod } from "../client/objects.ts";
import { ApiProxy } from "../testing/api-proxy.testing.ts";
import {
  adminOf,
  clusterNote,
  makeNamespace,
  serviceAccountReady,
  testCluster,
} from "../testing/test-cluster.testing.ts";
import { ATTEMPT_LABEL } from "./pod-names.ts";

const there = testCluster();

describe.runIf(there?.isFull)(`on a real kubelet${clusterNote}`, () => {
  let cluster: Cluster;
  let namespace: string;
  /** Ids of all pods that were ever there, by attempt. */
  const seen = new Map<string, Set<string>>();
  const stop = new AbortController();

  beforeAll(async () => {
    if (there === null) throw new Error("no cluster");
    cluster = await adminOf(there);
    namespace = await makeNamespace(cluster, "conformance");
    await serviceAccountReady(cluster, namespace);
    const remember = ({ metadata: { labels = {}, uid = "" } }: Pod): void => {
      seen.getOrInsertComputed(labels[ATTEMPT_LABEL] ?? "", () => new Set<string>()).add(uid);
    };
    const watched = { path: `/api/v1/namespaces/${namespace}/pods`, query: {} };
    const nothing = (): void => undefined;
    const sink = {
      listed: (pods: readonly Pod[]) => pods.forEach(remember),
      changed: remember,
      deleted: remember,
      troubled: nothing,
      recovered: nothing,
    };
    void listAndWatch<Pod>(cluster, { watched, sink, signal: stop.signal });
  }, 60_000);

  afterAll(() => stop.abort());

  const podsOf = async (attemptId: string): Promise<readonly Pod[]> => {
    const query = { labelSelector: `${ATTEMPT_LABEL}=${attemptId}` };
    const list: ObjectList<Pod> = await cluster.call({
      method: "GET",
      path: `/api/v1/namespaces/${namespace}/pods`,
      query,
    });
    for (const { metadata } of list.items)
      seen.getOrInsertComputed(attemptId, () => new Set<string>()).add(metadata.uid ?? "");
    return list.items;
  };

  const newHarness = async (): Promise<JobHarness> => {
    const folder = mkdtempSync(join(tmpdir(), "momiji-kubeconfig-"));
    const kubeconfig = join(folder, "config");
    const proxy = await ApiProxy.start(cluster);
    proxy.writeKubeconfig(kubeconfig);
    return {
      module: "@momiji/kubernetes/jobs",
      operator: "kubernetesPod",
      params: ({ lines, pauseSeconds, exitCode }) => {
        // A shell that is the first process of a container does not heed a signal unless it says how.
        const loop = `trap 'exit 143' TERM; i=0; while [ $i -lt ${lines} ]; do i=$((i+1)); echo "line $i"; sleep ${pauseSeconds}; done; exit ${exitCode}`;
        return { configFile: kubeconfig, namespace, image: "busybox:1", cmds: ["sh", "-c", loop] };
      },
      started: async (attemptId) => {
        await podsOf(attemptId);
        return seen.get(attemptId)?.size ?? 0;
      },
      left: async (attemptId) => (await podsOf(attemptId)).map(({ metadata }) => metadata.name ?? ""),
      troubles: {
        "it is away": () => proxy.break("cut", 1_500),
        "it is busy": () => proxy.break("busy", 1_500),
        "it throttles": () => proxy.break("throttle", 1_500),
        "it answers nonsense": () => proxy.break("nonsense", 1_500),
      },
      vanish: async (attemptId) => {
        const body = { apiVersion: "v1", kind: "DeleteOptions", gracePeriodSeconds: 0 };
        for (const { metadata } of await podsOf(attemptId)) {
          await cluster.call({ method: "DELETE", path: `/api/v1/namespaces/${namespace}/pods/${metadata.name}`, body });
        }
      },
      close: () => {
        proxy.close();
        rmSync(folder, { recursive: true });
      },
    };
  };

  jobOperatorConformance("a pod", newHarness, { randomDeaths: 3, timeoutMillis: 120_000 });
});
