/**
 * Why a task instance has ended as it did: for a person who is woken at night. The first reason is about itself; the
 * others are the ends further up that led to it, each with its message.
 */
import type { TaskInstance } from "../dag-run.ts";
import { isoZ } from "../instant.ts";
import type { Json } from "../json.ts";
import { runEndData } from "../run-end.ts";
import { instanceName, type RunView } from "../run-view.ts";
import { triggerRuleWords } from "../trigger-rules.ts";
import { type EndCause, type EndContext, endCauseOfInstance } from "./end-cause.ts";
import type { HandMark } from "./hand-marks.ts";
import { type Reason, someOf } from "./reason.ts";
import { ruleData } from "./rule-data.ts";
import { noRetryOf, noRetryWords } from "./why-no-retry.ts";

/** More roots than these are counted, not told. */
const ROOTS_SHOWN = 10;

export function whyEnded(context: EndContext, instance: TaskInstance): Reason[] {
  const cause = endCauseOfInstance(context, instance);
  const own: Reason = {
    code: "ended",
    text: `it has ended: ${endWords(context, instance, cause)}`,
    remedy: remedyOf(context.view, instance, cause),
    details: detailsOf(context.view, instance, cause),
  };
  return [own, ...whyRootsOf(context, blamedBy(cause))];
}

/** The ends that led to these, each once; an end that nothing led to stands for itself. */
export function whyRootsOf(context: EndContext, ends: readonly TaskInstance[]): Reason[] {
  const roots = rootsOf(context, ends);
  const shown = roots.slice(0, ROOTS_SHOWN).map((root) => whyRoot(context, root));
  const rest = roots.slice(ROOTS_SHOWN).map(({ instance: root }) => instanceName(root));
  if (rest.length === 0) return shown;
  const { dagId, runId } = context.view.run;
  const more: Reason = {
    code: "caused_by",
    text: `and ${rest.length} more like these: ${someOf(rest)}`,
    remedy: `all of them: \`momiji tasks states-for-dag-run ${dagId} ${runId}\``,
    details: { more: rest },
  };
  return [...shown, more];
}

interface Root {
  readonly instance: TaskInstance;
  readonly cause: EndCause;
}

/** The ends that no other end led to, up along whatever was blamed; each once, nearest first. */
function rootsOf(context: EndContext, ends: readonly TaskInstance[]): readonly Root[] {
  const seen = new Set<TaskInstance>();
  const roots: Root[] = [];
  let level = ends;
  while (level.length > 0) {
    const fresh = [...new Set(level)].filter((one) => !seen.has(one));
    for (const one of fresh) seen.add(one);
    const found = fresh.map((one) => ({ instance: one, cause: endCauseOfInstance(context, one) }));
    roots.push(...found.filter((one) => blamedBy(one.cause).length === 0));
    level = found.flatMap((one) => blamedBy(one.cause));
  }
  return roots;
}

function blamedBy(cause: EndCause): readonly TaskInstance[] {
  if (cause.kind === "decided") return [cause.by];
  return "blamed" in cause ? cause.blamed : [];
}

function whyRoot(context: EndContext, { instance, cause }: Root): Reason {
  const { dagId, runId } = context.view.run;
  const words = endWords(context, instance, cause);
  const hasLog = instance.state === "failed" && instance.tryNumber > 0;
  const remedy = hasLog
    ? logRemedy(context.view, instance)
    : `more of it: \`momiji tasks explain ${dagId} ${runId} ${instance.taskId}\``;
  return {
    code: "caused_by",
    text: `${instanceName(instance)}: ${words}`,
    remedy,
    details: { task_id: instance.taskId, map_index: instance.mapIndex, ...detailsOf(context.view, instance, cause) },
  };
}

/** The state, when, and what brought it about. */
function endWords({ view }: EndContext, instance: TaskInstance, cause: EndCause): string {
  const { state, endDate, tryNumber, maxTries } = instance;
  const at = endDate === null ? "" : ` at ${isoZ(endDate)}`;
  const ended = `${state}${at}`;
  switch (cause.kind) {
    case "attempt": {
      const attempt = state === "success" || tryNumber === 0 ? "" : ` in attempt ${tryNumber} of ${maxTries + 1}`;
      const retry = state === "failed" ? `; ${noRetryWords(noRetryOf(instance, retriesOf(view, instance)))}` : "";
      return `${ended}${attempt}${saidBy(instance)}${retry}`;
    }
    case "marked":
      return `${ended}; ${markWords(instance, cause.mark)}`;
    case "decided":
      return `${ended}; ${instanceName(cause.by)} (${cause.deciderTask.spec.operator}) decided against it`;
    case "rule":
      return `${ended}; ${triggerRuleWords(cause.rule, cause.counts)}`;
    case "mapped_over":
      return `${ended}; what it is mapped over did not succeed: ${someOf(cause.blamed.map(withState))}`;
    case "empty_mapping":
      return `${ended}; what it is mapped over has no elements`;
    case "fail_fast":
      return `${ended}; the DAG fails fast, and ${someOf(cause.blamed.map(instanceName))} failed`;
    case "run":
      return `${ended}; its run ended then: ${view.run.reason ?? view.run.state}`;
    case "no_task":
      return `${ended}; version ${view.run.dagVersion} of the DAG, with which the run goes on, has no such task`;
    case "shorter_mapping":
      return `${ended}; what it is mapped over has become shorter and holds no element for it`;
    case "dates":
      return `${ended}; the logical date of the run lies outside the start and end date of the task`;
    case "unknown":
      return `${ended}; nothing that is kept of the run says why`;
  }
}

function retriesOf({ graph }: RunView, { taskId }: TaskInstance): number {
  return graph.tasks[graph.indexOf.get(taskId) ?? -1]?.retry.retries ?? 0;
}

function withState(instance: TaskInstance): string {
  return `${instanceName(instance)} (${instance.state ?? "not started"})`;
}

function saidBy({ outcome }: TaskInstance): string {
  const message = outcome !== null && "message" in outcome ? outcome.message : undefined;
  return message === undefined ? "" : `: ${message}`;
}

/** What its attempts had said before counts no longer, and is told all the same. */
function markWords({ state, outcome, tryNumber }: TaskInstance, mark: HandMark | null): string {
  const who = mark === null ? "by hand" : `by ${mark.by ?? "somebody"} at ${isoZ(mark.at)}${throughWords(mark)}`;
  const before = outcome?.kind === "failed" ? `; attempt ${tryNumber} had failed: ${outcome.message}` : "";
  return `it was marked ${state} ${who}${before}`;
}

function throughWords({ of, upstream, downstream }: HandMark): string {
  if (of === null) return ", with its whole run";
  if ("groupId" in of) return `, with the group ${of.groupId}`;
  if (!upstream && !downstream) return "";
  const relatives = [upstream ? "what comes before it" : null, downstream ? "what comes after it" : null];
  return `, with ${of.taskId} and ${relatives.filter((each) => each !== null).join(" and ")}`;
}

function logRemedy({ run }: RunView, { taskId, mapIndex }: TaskInstance): string {
  const index = mapIndex < 0 ? "" : ` --map-index ${mapIndex}`;
  return `see its log: \`momiji tasks logs ${run.dagId} ${run.runId} ${taskId}${index}\``;
}

function remedyOf(view: RunView, instance: TaskInstance, cause: EndCause): string {
  const { dagId, runId } = view.run;
  if (cause.kind === "attempt" && instance.state === "failed")
    return `${logRemedy(view, instance)}; clear it to run it again`;
  if (cause.kind === "attempt") return "clear it to run it again";
  if (instance.state === "upstream_failed")
    return `clear what failed, and what failed after it: \`momiji tasks clear ${dagId} --run-id ${runId} --only-failed\``;
  if (instance.state === "removed") return "none is needed";
  return "clear it to run it again";
}

function detailsOf(view: RunView, instance: TaskInstance, cause: EndCause) {
  const { state, endDate, tryNumber, maxTries, outcome } = instance;
  const isOwnFailure = cause.kind === "attempt" && state === "failed";
  const message = outcome !== null && "message" in outcome ? outcome.message : undefined;
  return {
    state,
    cause: cause.kind,
    end_date: endDate === null ? null : isoZ(endDate),
    try_number: tryNumber,
    max_tries: maxTries,
    ...(cause.kind !== "attempt" || message === undefined ? {} : { message }),
    ...(outcome?.kind === "failed" && cause.kind === "attempt"
      ? { code: outcome.code, exit_code: outcome.exitCode ?? null }
      : {}),
    ...(isOwnFailure ? { no_retry: { ...noRetryOf(instance, retriesOf(view, instance)) } } : {}),
    ...(cause.kind === "rule" ? ruleData(cause.rule, cause.counts) : {}),
    ...(cause.kind === "decided" ? decidedData(cause) : {}),
    ...(cause.kind === "marked" ? markData(instance, cause.mark) : {}),
    ...(cause.kind === "run" ? { reason: view.run.reason, run_end: runEndData(view.run) } : {}),
    ...(cause.kind === "no_task" ? { version: view.run.dagVersion } : {}),
    ...("blamed" in cause ? { blamed: cause.blamed.map(instanceName) } : {}),
  };
}

function decidedData({ by, deciderTask }: Extract<EndCause, { readonly kind: "decided" }>) {
  return { decided_by: by.taskId, operator: deciderTask.spec.operator };
}

/** `marked_with`: what else the same mark was about; null: nothing. */
function markData({ outcome }: TaskInstance, mark: HandMark | null) {
  return {
    marked_by: mark?.by ?? null,
    marked_at: mark === null ? null : isoZ(mark.at),
    marked_with: mark === null ? null : throughData(mark),
    had_failed: outcome?.kind === "failed" ? outcome.message : null,
  };
}

function throughData({ of, upstream, downstream }: HandMark): Json {
  if (of === null) return { kind: "run" };
  if ("groupId" in of) return { kind: "group", name: of.groupId };
  return upstream || downstream ? { kind: "task", name: of.taskId, upstream, downstream } : null;
}
