/** Questions to a pod as the API shows it. */
import type { ContainerStatus, Pod, PodCondition } from "../client/objects.ts";

export function statusOf(pod: Pod | null, container: string): ContainerStatus | undefined {
  const { containerStatuses = [], initContainerStatuses = [] } = pod?.status ?? {};
  return [...containerStatuses, ...initContainerStatuses].find((status) => status.name === container);
}

/** It runs or has run, so that there is a log to be read. */
export function hasBegun(pod: Pod | null, container: string): boolean {
  const status = statusOf(pod, container);
  const states = [status?.state, status?.lastState];
  return states.some((state) => state?.running !== undefined || state?.terminated !== undefined);
}

/** It will not run again. */
export function hasEnded(pod: Pod | null, container: string): boolean {
  if (isOver(pod)) return true;
  const restarts = pod?.spec.restartPolicy ?? "Always";
  const { terminated } = statusOf(pod, container)?.state ?? {};
  if (terminated === undefined) return false;
  const isInit = pod?.spec.initContainers?.some(({ name }) => name === container) ?? false;
  return restarts === "Never" || ((restarts === "OnFailure" || isInit) && terminated.exitCode === 0);
}

/** All of it is over. */
export function isOver(pod: Pod | null): boolean {
  return pod?.status?.phase === "Succeeded" || pod?.status?.phase === "Failed";
}

export function conditionOf(pod: Pod | null, type: string): PodCondition | undefined {
  return pod?.status?.conditions?.find((condition) => condition.type === type);
}

export function isScheduled(pod: Pod | null): boolean {
  return conditionOf(pod, "PodScheduled")?.status === "True" || pod?.spec.nodeName !== undefined;
}

/** Names of the init containers and the containers, in the order in which they start. */
export function containerNames(pod: Pod): { readonly init: readonly string[]; readonly main: readonly string[] } {
  const names = (containers: Pod["spec"]["containers"] = []): string[] => containers.map(({ name }) => name);
  return { init: names(pod.spec.initContainers), main: names(pod.spec.containers) };
}
