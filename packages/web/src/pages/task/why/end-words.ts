/** How a task instance or a run ended, and what brought that about, in words. */
import { readState, type State } from "../../../states/state.ts";
import type { Facts } from "./facts.ts";
import { ruleValues } from "./rule-words.ts";
import { runEndText } from "./run-end-words.ts";
import type { Words } from "./speech.ts";

/** Names that a sentence holds; of more there is the count. */
const SHOWN = 3;

/** Null: it tells too little for words of ours. */
export function endText(facts: Facts, t: Words): string | null {
  const more = facts.texts("more");
  if (more.length > 0) return t("why:end.more", { count: more.length, names: someOf(more, t) });
  if (!facts.has("state")) return null;
  const state = readState(facts.text("state"));
  const parts = [headOf(facts, state, t), ...causeOf(facts, state, t)].filter((part) => part !== null);
  return parts.reduce((first, second) => t("why:join", { first, second }));
}

/** `load: failed in try 2 of 2.` */
function headOf(facts: Facts, state: State, t: Words): string {
  const word = t(`states:${state}`);
  const name = instanceOf(facts);
  // Without a cause it is a run.
  if (name === null && !facts.has("cause")) return t("why:end.run", { state: word });
  const number = facts.number("try_number") ?? 0;
  if (facts.text("cause") !== "attempt" || state === "success" || number === 0)
    return name === null ? t("why:end.own", { state: word }) : t("why:end.of", { name, state: word });
  const values = { state: word, number, most: Math.max(number, (facts.number("max_tries") ?? 0) + 1) };
  return name === null ? t("why:end.ownTry", values) : t("why:end.ofTry", { ...values, name });
}

/** Of one further up: what it is called. */
export function instanceOf(facts: Facts): string | null {
  const [taskId, mapIndex] = [facts.text("task_id"), facts.number("map_index") ?? -1];
  return taskId === null || mapIndex < 0 ? taskId : `${taskId}[${mapIndex}]`;
}

function causeOf(facts: Facts, state: State, t: Words): readonly (string | null)[] {
  const names = someOf(facts.texts("blamed"), t);
  const cause = facts.text("cause");
  switch (cause) {
    case null:
      return [runEndText(facts.of("run_end"), { state, said: facts.text("reason") }, t)];
    case "attempt":
      return [noRetryText(facts.of("no_retry"), t)];
    case "marked":
      return [markText(facts, state, t), withText(facts.of("marked_with"), t)];
    case "decided":
      return [t("why:end.decided", { name: facts.text("decided_by") ?? "", operator: facts.text("operator") ?? "" })];
    case "rule": {
      const values = ruleValues(facts, t);
      return values === null ? [] : [t("why:end.rule", values), values.setups, values.scope];
    }
    case "mapped_over":
    case "fail_fast":
      return [t(`why:end.${cause}`, { names })];
    case "run":
      return [t("why:end.withItsRun"), runEndText(facts.of("run_end"), { state, said: facts.text("reason") }, t)];
    case "no_task":
      return [t("why:end.no_task", { version: facts.number("version") })];
    case "empty_mapping":
    case "shorter_mapping":
    case "dates":
    case "unknown":
      return [t(`why:end.${cause}`)];
    default:
      return [];
  }
}

function someOf(names: readonly string[], t: Words): string {
  const rest = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(rest > 0 ? [t("why:more", { count: rest })] : [])].join(t("why:list"));
}

function markText(facts: Facts, state: State, t: Words): string {
  const who = facts.text("marked_by");
  const word = t(`states:${state}`);
  return who === null ? t("why:end.marked", { state: word }) : t("why:end.markedBy", { state: word, who });
}

/** What else the same mark was about. */
function withText(mark: Facts, t: Words): string | null {
  const name = mark.text("name") ?? "";
  switch (mark.text("kind")) {
    case "run":
      return t("why:end.withRun");
    case "group":
      return t("why:end.withGroup", { name });
    case "task": {
      const [isUp, isDown] = [mark.is("upstream"), mark.is("downstream")];
      return t(`why:end.${isUp && isDown ? "withBoth" : isUp ? "withBefore" : "withAfter"}`, { name });
    }
    default:
      return null;
  }
}

const PLAIN = ["stopped", "sensor_timeout", "policy", "marked", "no_retries"] as const;

/** Why no further try followed; null: it is not known, or there was no failure. */
function noRetryText(none: Facts, t: Words): string | null {
  const why = none.text("why");
  const plain = PLAIN.find((one) => one === why);
  if (plain !== undefined) return t(`why:noRetry.${plain}`);
  switch (why) {
    case "lost":
      return t("why:noRetry.lost", { count: none.number("times") ?? 1 });
    case "used_up":
      return t("why:noRetry.used_up", { count: none.number("retries") ?? 1 });
    case "task":
      return t("why:noRetry.task", { error: none.text("error") ?? "" });
    case "kind":
      return t("why:noRetry.kind", { code: none.text("code") ?? "" });
    default:
      return null;
  }
}
