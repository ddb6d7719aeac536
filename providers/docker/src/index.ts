/**
 * Jobs as Docker containers. This entry is what a DAG imports: it adds tasks and loads no client. What runs for them is in
 * `@momiji/docker/jobs`, which only a worker's job host loads. Nobody in the house imports either by itself.
 */
export { dockerRun } from "./docker-run.ts";
export type { DockerDurations, DockerRunOptions, HealthCheck } from "./docker-run-options.ts";
export type { TlsPaths } from "./engine/tls-files.ts";
export type { DockerMount, GpuRequest, ReturnValue, SecretSource } from "./run-params.ts";
