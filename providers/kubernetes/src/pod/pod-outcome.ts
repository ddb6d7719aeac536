/** From a pod that has ended to the outcome of its attempt, in words. */
import type { AttemptOutcome, FailedOutcome } from "@momiji/core";
import type { ContainerState, Pod } from "../client/objects.ts";
import { conditionOf, statusOf } from "./pod-state.ts";

export interface EndedPod {
  readonly pod: Pod;
  readonly base: string;
  readonly skipOnExitCode: readonly number[];
}

type Terminated = NonNullable<ContainerState["terminated"]>;

export function podOutcome({ pod, base, skipOnExitCode }: EndedPod): AttemptOutcome {
  const status = statusOf(pod, base);
  const ended = status?.state?.terminated ?? status?.lastState?.terminated;
  const ofPod = troubleOfPod(pod);
  if (ended === undefined || ended.reason === "ContainerStatusUnknown") {
    return ofPod ?? failedInit(pod) ?? lostContainer(pod, base);
  }
  // A program that ends well when it is told to stop has not done its work.
  if (ofPod !== null && isFailedByNode(pod)) return { ...ofPod, exitCode: ended.exitCode };
  if (ended.exitCode === 0) return { kind: "success" };
  if (skipOnExitCode.includes(ended.exitCode)) return { kind: "skipped", message: `exit code ${ended.exitCode}` };
  if (ofPod !== null) return { ...ofPod, exitCode: ended.exitCode };
  return failedContainer(base, ended, pod);
}

/** The node has ended the pod as a whole, for a reason of its own: its time, its memory, its disk. */
function isFailedByNode({ status }: Pod): boolean {
  return status?.phase === "Failed" && (status.reason ?? "") !== "";
}

/** What ended the whole pod, from outside of its containers. */
function troubleOfPod(pod: Pod): FailedOutcome | null {
  const { reason = "", message = "" } = pod.status ?? {};
  const where = pod.spec.nodeName === undefined ? "" : ` on node ${pod.spec.nodeName}`;
  const disruption = conditionOf(pod, "DisruptionTarget");
  if (reason === "Evicted") return failed("evicted", `the pod was evicted${where}: ${message}`);
  if (reason === "DeadlineExceeded") return failed("deadline", `the pod's active deadline has passed: ${message}`);
  if (reason === "NodeLost") return failed("node_lost", `the node was lost${where}: ${message}`);
  if (reason === "Preempting" || reason === "Preempted")
    return failed("preempted", `the pod had to give way${where}: ${message}`);
  if (/^(NodeShutdown|Shutdown|Terminated|NodeAffinity|OutOf\w+|UnexpectedAdmissionError)$/.test(reason)) {
    return failed("node_refused", `${reason}${where}: ${message}`);
  }
  if (disruption?.status === "True") {
    return failed("disrupted", `the pod was ended${where}: ${disruption.reason ?? ""}: ${disruption.message ?? ""}`);
  }
  if (pod.metadata.deletionTimestamp === undefined) return null;
  const ready = conditionOf(pod, "Ready");
  const hint = ready?.reason === "NodeLost" || ready?.status === "Unknown" ? "; its node does not answer" : "";
  return failed("job_gone", `the pod was deleted while it ran, not by Momiji${hint}`);
}

function failedInit(pod: Pod): FailedOutcome | null {
  for (const { name, state } of pod.status?.initContainerStatuses ?? []) {
    const ended = state?.terminated;
    if (ended === undefined || ended.exitCode === 0) continue;
    return {
      ...failedContainer(name, ended, pod),
      message: `the init container ${name} failed: ${inWords(ended, pod)}`,
      code: "init_container",
    };
  }
  return null;
}

function failedContainer(name: string, ended: Terminated, pod: Pod): FailedOutcome {
  const known = name === "base" ? "" : `container ${name}: `;
  return {
    ...failed(codeOf(ended), `${known}${inWords(ended, pod)}`),
    exitCode: ended.exitCode,
    ...(ended.message === undefined || ended.message === "" ? {} : { detail: ended.message }),
  };
}

function codeOf(ended: Terminated): string {
  if (isOutOfMemory(ended)) return "memory";
  if (neverRan(ended)) return "container_config";
  return ended.exitCode > 128 ? "signal" : "exit_code";
}

const SIGNALS: { readonly [code: number]: string } = {
  130: "SIGINT",
  134: "SIGABRT",
  137: "SIGKILL",
  139: "SIGSEGV",
  143: "SIGTERM",
};

function inWords(ended: Terminated, pod: Pod): string {
  const { exitCode } = ended;
  if (isOutOfMemory(ended)) return `out of memory (OOMKilled, exit code ${exitCode})${memoryLimit(pod)}`;
  if (neverRan(ended)) return `it cannot be run (exit code ${exitCode}): ${ended.message ?? ""}`;
  if (exitCode === 127) return "exit code 127: the command was not found in the image";
  if (exitCode === 126) return "exit code 126: the command cannot be executed";
  const signal = SIGNALS[exitCode];
  return signal === undefined ? `exit code ${exitCode}` : `exit code ${exitCode} (${signal})`;
}

/** The runtime could not start its command. */
function neverRan({ reason }: Terminated): boolean {
  return reason === "ContainerCannotRun" || reason === "StartError";
}

function isOutOfMemory({ reason }: Terminated): boolean {
  return reason === "OOMKilled";
}

function memoryLimit(pod: Pod): string {
  const limits = pod.spec.containers.flatMap(({ name, resources }) => {
    const limit = (resources as { readonly limits?: { readonly memory?: string } } | undefined)?.limits?.memory;
    return limit === undefined ? [] : [`${name} ${limit}`];
  });
  return limits.length === 0 ? "" : `; memory limits: ${limits.join(", ")}`;
}

function lostContainer(pod: Pod, base: string): FailedOutcome {
  const { phase = "unknown", reason = "", message = "" } = pod.status ?? {};
  const said = [reason, message].filter((text) => text !== "").join(": ");
  return failed(
    "job_gone",
    `the pod is ${phase}, but nothing is known of how container ${base} ended${said === "" ? "" : `: ${said}`}`,
  );
}

function failed(code: string, message: string): FailedOutcome {
  return { kind: "failed", code, message, retryable: true };
}
