/**
 * Jobs as pods of Kubernetes. This entry is what a DAG imports: it adds tasks and loads no client. What runs for them is in
 * `@momiji/kubernetes/jobs`, which only a worker's job host loads. Nobody in the house imports either by itself.
 */
export { type JobDurations, kubernetesJob, type KubernetesJobOptions } from "./kubernetes-job.ts";
export { kubernetesPod, type KubernetesPodOptions, type PodDurations } from "./kubernetes-pod.ts";
export { kubernetesResource, type KubernetesResourceOptions } from "./kubernetes-resource.ts";
export type { EnvValueFrom, OnFinish, PodSecret } from "./pod/pod-params.ts";
export type { ObjectTest } from "./resource/object-test.ts";
export type { JsonObject } from "./client/objects.ts";
