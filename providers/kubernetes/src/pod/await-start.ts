/** Waits until the main container has begun, and says why it does not. */
import type { FailedOutcome } from "@momiji/core";
import type { JobContext } from "@momiji/sdk";
import type { Pod } from "../client/objects.ts";
import { podOutcome } from "./pod-outcome.ts";
import { DEFAULTS, type KubernetesPodParams } from "./pod-params.ts";
import type { EventWords } from "./event-words.ts";
import { conditionOf, hasBegun, isOver, isScheduled } from "./pod-state.ts";
import type { PodView } from "./pod-view.ts";
import { type StartTrouble, startTrouble } from "./start-trouble.ts";

export interface Start {
  readonly view: PodView;
  readonly params: KubernetesPodParams;
  readonly base: string;
  readonly words: Pick<EventWords, "lastWarning">;
}

/** Null: it has begun, the pod is gone, or the job is no longer followed. */
export async function awaitStart(ctx: JobContext, start: Start): Promise<FailedOutcome | null> {
  const { view, params } = start;
  const startup = params.startupTimeoutSeconds ?? DEFAULTS.startupTimeoutSeconds;
  const schedule = params.scheduleTimeoutSeconds ?? startup;
  return (
    (await phase(ctx, { ...start, seconds: schedule, isDone: (pod) => isScheduled(pod) })) ??
    (await phase(ctx, { ...start, seconds: startup, isDone: () => false })) ??
    failedBefore(view.pod, start)
  );
}

interface Phase extends Start {
  readonly seconds: number;
  readonly isDone: (pod: Pod) => boolean;
}

async function phase(ctx: JobContext, { view, base, words, seconds, isDone }: Phase): Promise<FailedOutcome | null> {
  const end = performance.now() + seconds * 1000;
  let said = "";
  let last: StartTrouble | null = null;
  for (;;) {
    const { pod } = view;
    if (view.isGone || ctx.signal.aborted || pod === null) return null;
    if (hasBegun(pod, base) || isOver(pod) || isDone(pod)) return null;
    const trouble = startTrouble(pod);
    if (trouble !== null && (last === null || trouble.isVague !== true)) last = trouble;
    if (trouble !== null && !trouble.mayPass) return failed(trouble);
    if (trouble !== null && trouble.isVague !== true && trouble.message !== said) {
      said = trouble.message;
      ctx.say(`${said}; waiting for ${Math.round((end - performance.now()) / 1000)} s more`, "warning");
    }
    if (performance.now() >= end) return tooLate(pod, { seconds, last, words });
    const version = pod.metadata.resourceVersion;
    await view.until(() => view.pod?.metadata.resourceVersion !== version, end - performance.now());
  }
}

interface Waited {
  readonly seconds: number;
  readonly last: StartTrouble | null;
  readonly words: Start["words"];
}

function tooLate(pod: Pod, { seconds, last, words }: Waited): FailedOutcome {
  if (last !== null) return failed({ ...last, message: `${last.message}, for ${seconds} s` });
  const what = isScheduled(pod)
    ? `did not start within ${seconds} s (startupTimeout)`
    : `was not given a node within ${seconds} s (scheduleTimeout)`;
  const warning = words.lastWarning === null ? [] : [words.lastWarning];
  return failed({
    code: "startup_timeout",
    message: `the pod ${what}${[...lastCondition(pod), ...warning].map((one) => `; ${one}`).join("")}`,
  });
}

function lastCondition(pod: Pod): readonly string[] {
  const waiting = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])].flatMap(
    ({ name, state }) =>
      state?.waiting === undefined
        ? []
        : [`${name}: ${state.waiting.reason ?? "waiting"} ${state.waiting.message ?? ""}`.trim()],
  );
  const condition = ["ContainersReady", "Initialized", "PodScheduled"]
    .map((type) => conditionOf(pod, type))
    .find((one) => one?.status === "False");
  const words =
    waiting.length > 0
      ? waiting
      : condition === undefined
        ? []
        : [`${condition.reason ?? condition.type}: ${condition.message ?? ""}`];
  return words.length === 0 ? [] : [`last seen: ${words.join(", ")}`];
}

/** An end of the pod before its main container began. */
function failedBefore(pod: Pod | null, { base }: Start): FailedOutcome | null {
  if (pod === null || hasBegun(pod, base) || !isOver(pod)) return null;
  const outcome = podOutcome({ pod, base, skipOnExitCode: [] });
  return outcome.kind === "failed" ? outcome : null;
}

function failed({ code, message }: Pick<StartTrouble, "code" | "message">): FailedOutcome {
  return { kind: "failed", code, message, retryable: true };
}
