/** Reasons in the reader's language: by their codes, with what the server tells as data; else as the server says it. */
import type { components } from "@momiji/client";
import { readState } from "../../../states/state.ts";
import { endText, instanceOf } from "./end-words.ts";
import { Facts } from "./facts.ts";
import { ruleValues } from "./rule-words.ts";
import { runEndText } from "./run-end-words.ts";
import { listed, together, type Words } from "./speech.ts";

export type Reason = components["schemas"]["Reason"];
export type ReasonCode = Reason["code"];

/** Null: it tells too little for words of ours. */
type Say = (facts: Facts, t: Words) => string | null;

const ofAll = (name: "max_active_tasks" | "max_active_tis_per_dag" | "max_active_tis_per_dagrun"): Say => {
  return (facts, t) => {
    const { name: task, limit, used } = roomOf(facts);
    return limit === null ? null : t(`why:reason.${name}`, { name: task, count: used, limit });
  };
};

/** Every code that the server knows: one more there is a type error here until it has words. */
export const SAY: { readonly [code in ReasonCode]: Say } = {
  dag_gone: (_, t) => t("why:reason.dag_gone"),
  dag_paused: (facts, t) => t(`why:reason.dag_paused.${facts.has("paused_reason") ? "byItself" : "byHand"}`),
  no_scheduler: (_, t) => t("why:reason.no_scheduler"),
  import_error: (facts, t) => {
    const [file, version] = [facts.text("file"), facts.number("version")];
    return file === null ? null : t("why:reason.import_error", { file, version });
  },
  run_queued: (facts, t) => {
    if (facts.text("turn") === "next") return t("why:reason.run_queued.next");
    const limit = facts.number("limit");
    return limit === null ? null : t("why:reason.run_queued.full", { count: limit });
  },
  run_not_due: (_, t) => t("why:reason.run_not_due"),
  run_running: (facts, t) => {
    const [count, total] = [facts.number("unfinished_count"), facts.number("total")];
    return count === null || total === null ? null : t("why:reason.run_running", { count, total });
  },
  backfill_paused: (facts, t) => t("why:reason.backfill_paused", { id: facts.number("backfill_id") }),
  backfill_max_active_runs: (facts, t) => {
    const [limit, id] = [facts.number("limit"), facts.number("backfill_id")];
    return limit === null ? null : t("why:reason.backfill_max_active_runs", { count: limit, id });
  },
  run_ended: (facts, t) => {
    const state = readState(facts.text("state"));
    const ended = t("why:reason.run_ended", { state: t(`states:${state}`) });
    return together(ended, runEndText(facts.of("run_end"), { state, said: facts.text("reason") }, t), t);
  },
  no_such_task_instance: (facts, t) => {
    const name = facts.text("name");
    return name === null ? null : t("why:reason.no_such_task_instance", { name });
  },
  ended: endText,
  caused_by: endText,
  held: (facts, t) => {
    const [state, worker] = [facts.text("state"), facts.text("worker")];
    if (state === null) return null;
    if (state === "queued") return t("why:reason.held.queued");
    const word = t(`states:${readState(state)}`);
    return worker === null
      ? t("why:reason.held.somewhere", { state: word })
      : t("why:reason.held.on", { state: word, worker });
  },
  awaiting_input: (facts, t) => {
    const names = facts.texts("assignees");
    return names.length === 0
      ? t("why:reason.awaiting_input.anyone")
      : t("why:reason.awaiting_input.some", { names: listed(names, t) });
  },
  deadline_pending: (facts, t) => t("why:reason.deadline_pending", deadlineValues(facts, t)),
  deadline_missed: (facts, t) => t("why:reason.deadline_missed", deadlineValues(facts, t)),
  upstream: (facts, t) => {
    const values = ruleValues(facts, t);
    if (values === null) return null;
    return [values.setups, values.scope].reduce<string>(
      (text, more) => together(text, more, t),
      t("why:reason.upstream", values),
    );
  },
  mapping: (facts, t) => {
    const [group, names] = [facts.text("group"), facts.texts("waits_for")];
    return group === null ? null : t("why:reason.mapping", { group, names: listed(names, t) });
  },
  depends_on_past: (_, t) => t("why:reason.depends_on_past"),
  wait_for_downstream: (_, t) => t("why:reason.wait_for_downstream"),
  retry_wait: (_, t) => t("why:reason.retry_wait"),
  reschedule_wait: (_, t) => t("why:reason.reschedule_wait"),
  deferred: (facts, t) => {
    const name = facts.text("trigger");
    return name === null ? t("why:reason.deferred.sensor") : t("why:reason.deferred.trigger", { name });
  },
  no_schedule: (facts, t) => {
    const schedule = facts.text("schedule");
    return schedule === null ? t("why:reason.no_schedule.none") : t("why:reason.no_schedule.over", { schedule });
  },
  not_due: (_, t) => t("why:reason.not_due"),
  start_date: (facts, t) => t(`why:reason.start_date.${facts.text("of") === "task" ? "task" : "dag"}`),
  end_date: (facts, t) => t(`why:reason.end_date.${facts.text("of") === "task" ? "task" : "dag"}`),
  max_active_runs: (facts, t) => {
    const [count, limit] = [facts.number("count"), facts.number("limit")];
    return count === null ? null : t("why:reason.max_active_runs", { count, limit: limit ?? count });
  },
  catchup_held: (facts, t) => {
    const [count, limit] = [facts.number("count"), facts.number("limit")];
    if (count === null || limit === null) return null;
    return facts.has("to")
      ? t("why:reason.catchup_held.exact", { count, limit })
      : t("why:reason.catchup_held.atLeast", { count: count - 1, limit });
  },
  run_type_not_allowed: (facts, t) => {
    const type = facts.text("run_type");
    return type === null
      ? null
      : t("why:reason.run_type_not_allowed", { type, allowed: listed(facts.texts("allowed"), t) });
  },
  assets: (facts, t) => {
    const missing = facts.texts("missing");
    return missing.length === 0 ? null : t("why:reason.assets", { missing: listed(missing, t) });
  },
  pool: (facts, t) => {
    const { name, limit, used, asks } = roomOf(facts);
    if (limit === null) return t("why:reason.pool.missing", { name });
    return t("why:reason.pool.full", { name, limit, asks, free: Math.max(0, limit - used) });
  },
  max_active_tasks: ofAll("max_active_tasks"),
  max_active_tis_per_dag: ofAll("max_active_tis_per_dag"),
  max_active_tis_per_dagrun: ofAll("max_active_tis_per_dagrun"),
  executor: (facts, t) => {
    const { name, limit, used } = roomOf(facts);
    return limit === null
      ? t("why:reason.executor.missing", { name })
      : t("why:reason.executor.full", { name, limit, used });
  },
};

/** In the reader's language; of a code that this page does not know yet, as the server says it. */
export function reasonText({ code, details, text }: Reason, t: Words): string {
  const say = (SAY as { readonly [code: string]: Say | undefined })[code];
  return say?.(new Facts(details), t) ?? sentence(text);
}

/** The task instance further up whose end a reason is; null: it is none. */
export function rootOf({ code, details }: Reason): string | null {
  return code === "caused_by" ? instanceOf(new Facts(details)) : null;
}

/** What is waited for comes with time, or with what is under way: nobody has to make room for it. */
const BY_ITSELF: ReadonlySet<string> = new Set<ReasonCode>([
  "run_not_due",
  "upstream",
  "mapping",
  "depends_on_past",
  "wait_for_downstream",
  "retry_wait",
  "reschedule_wait",
  "deferred",
  "not_due",
]);

export function goesByItself({ code, details }: Reason): boolean {
  return BY_ITSELF.has(code) || new Facts(details).text("turn") === "next";
}

/** The server's sentences begin in lower case, since they follow others there. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

interface Room {
  readonly name: string;
  /** Null: what is asked for does not exist. */
  readonly limit: number | null;
  readonly used: number;
  readonly asks: number;
}

function roomOf(facts: Facts): Room {
  const count = (name: string): number => facts.number(name) ?? 0;
  return { name: facts.text("name") ?? "", limit: facts.number("limit"), used: count("used"), asks: count("asks") };
}

function deadlineValues(facts: Facts, t: Words) {
  const name = facts.text("name");
  const number = (facts.number("ordinal") ?? 0) + 1;
  return {
    name: name === null ? t("why:deadlineNumber", { number }) : t("why:deadlineNamed", { name }),
    run: facts.text("run_id") ?? "",
  };
}
