/** Pods of one namespace of the real cluster, run by the operator as a worker would. */
import type { JobEnd } from "@momiji/sdk";
import type { Cluster } from "../client/cluster.ts";
import type { ObjectList, Pod } from "../client/objects.ts";
import { kubernetesPodJob as operator, type PodHandle } from "../pod/pod-job.ts";
import type { KubernetesPodParams } from "../pod/pod-params.ts";
import { type TestJob, testJob } from "@momiji/worker/job-context";
import { adminOf, makeNamespace, serviceAccountReady, type TestCluster } from "./test-cluster.testing.ts";

export interface Ran {
  readonly job: TestJob;
  readonly handle: PodHandle;
  readonly end: JobEnd;
}

export class RealPods {
  readonly there: TestCluster;
  readonly cluster: Cluster;
  readonly namespace: string;

  private constructor(there: TestCluster, cluster: Cluster, namespace: string) {
    this.there = there;
    this.cluster = cluster;
    this.namespace = namespace;
  }

  static async open(there: TestCluster | null, prefix: string): Promise<RealPods> {
    if (there === null) throw new Error("no cluster");
    const cluster = await adminOf(there);
    const namespace = await makeNamespace(cluster, prefix);
    await serviceAccountReady(cluster, namespace);
    return new RealPods(there, cluster, namespace);
  }

  /** What a shell does in a pod. */
  params(command: string, more: KubernetesPodParams = {}): KubernetesPodParams {
    const { namespace, there } = this;
    return { configFile: there.kubeconfig, namespace, image: "busybox:1", cmds: ["sh", "-c", command], ...more };
  }

  /** To its end; the pod stays. A kubelet of 1.20 takes a minute to delete one none of whose containers ever began. */
  async run(params: KubernetesPodParams, job = testJob()): Promise<Ran> {
    const handle = await operator.launch(job.ctx, params);
    return { job, handle, end: await operator.follow(job.ctx, { params, handle }) };
  }

  async make(place: string, body: object): Promise<unknown> {
    return await this.cluster.call({ method: "POST", path: `/api/v1/namespaces/${this.namespace}/${place}`, body });
  }

  async pods(): Promise<readonly Pod[]> {
    const path = `/api/v1/namespaces/${this.namespace}/pods`;
    return (await this.cluster.call<ObjectList<Pod>>({ method: "GET", path })).items;
  }

  /** Takes all pods out of the API without waiting for their node. */
  async close(): Promise<void> {
    const path = `/api/v1/namespaces/${this.namespace}/pods`;
    const body = { apiVersion: "v1", kind: "DeleteOptions", gracePeriodSeconds: 0 };
    await this.cluster.call({ method: "DELETE", path, body });
  }
}
