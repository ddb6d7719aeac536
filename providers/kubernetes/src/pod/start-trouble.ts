/** Why a pod does not start, in the words of Kubernetes, and whether waiting may help. */
import type { ContainerStatus, Pod } from "../client/objects.ts";
import { conditionOf, isScheduled } from "./pod-state.ts";

export interface StartTrouble {
  readonly code: string;
  readonly message: string;
  /** False: waiting does not help. */
  readonly mayPass: boolean;
  /** It says that something was wrong, and no longer what. */
  readonly isVague?: boolean;
}

const CONFIG_REASONS = ["CreateContainerConfigError", "CreateContainerError", "RunContainerError", "StartError"];

/** Null: nothing is wrong so far. */
export function startTrouble(pod: Pod): StartTrouble | null {
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  for (const status of [...initContainerStatuses, ...containerStatuses]) {
    const trouble = troubleOf(status, pod);
    if (trouble !== null) return trouble;
  }
  if (isScheduled(pod)) return null;
  const { reason, message } = conditionOf(pod, "PodScheduled") ?? {};
  if (reason !== "Unschedulable") return null;
  return { code: "unschedulable", message: `no node can take the pod: ${message ?? reason}`, mayPass: true };
}

function troubleOf({ name, state }: ContainerStatus, pod: Pod): StartTrouble | null {
  const { reason = "", message = "" } = state?.waiting ?? {};
  const said = message === "" ? reason : message;
  if (reason === "InvalidImageName" || reason === "ErrImageNeverPull") {
    return { code: "image", message: `container ${name}: ${reason}: ${said}`, mayPass: false };
  }
  if (reason === "ErrImagePull" || reason === "ImagePullBackOff" || reason === "RegistryUnavailable") {
    const image = [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].find((one) => one.name === name)?.image;
    return {
      code: "image",
      message: `the image ${image ?? ""} of container ${name} cannot be pulled: ${said}`,
      mayPass: !isFinalAnswer(said),
      isVague: said.startsWith("Back-off"),
    };
  }
  if (CONFIG_REASONS.includes(reason)) {
    return {
      code: "container_config",
      message: `container ${name} cannot be made: ${reason}: ${said}`,
      mayPass: false,
    };
  }
  return null;
}

/** What a registry says that will say the same again. */
function isFinalAnswer(said: string): boolean {
  return /not found|manifest unknown|does not exist|unauthorized|authentication required|denied|forbidden|no basic auth|invalid reference|\b40[134]\b/i.test(
    said,
  );
}
