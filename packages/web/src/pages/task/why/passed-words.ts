/** Checks that were passed, in the reader's language: by their codes, with the server's numbers; else as the server says it. */
import type { components } from "@momiji/client";
import { Facts } from "./facts.ts";
import { type RoomKind, roomName } from "./room-name.ts";
import { ruleValues } from "./rule-words.ts";
import type { Words } from "./speech.ts";
import { sentence } from "./why-words.ts";

type Check = components["schemas"]["PassedCheck"];

/** Null: it tells too little for words of ours. */
type Say = (facts: Facts, t: Words) => string | null;

type Plain = "dag_paused" | "no_scheduler" | "run_queued" | "depends_on_past" | "wait_for_downstream" | "retry_wait";

const plain = (name: Plain): Say => {
  return (_, t) => t(`why:passed.${name}`);
};

/** How much of it is free: a limit of -1 is none. */
const room = (of: RoomKind): Say => {
  return (facts, t) => {
    const [limit, used, asks] = [facts.number("limit"), facts.number("used"), facts.number("asks")];
    if (limit === null || used === null) return null;
    const where = roomName(of, facts, t);
    return limit < 0
      ? t("why:passed.unlimited", { where, used })
      : t("why:passed.room", { where, free: limit - used, limit, asks: asks ?? 1 });
  };
};

const SAY: { readonly [code in Check["code"]]?: Say } = {
  dag_paused: plain("dag_paused"),
  no_scheduler: plain("no_scheduler"),
  run_queued: plain("run_queued"),
  upstream: (facts, t) => {
    const values = ruleValues(facts, t);
    return values === null ? null : t("why:passed.upstream", values);
  },
  depends_on_past: plain("depends_on_past"),
  wait_for_downstream: plain("wait_for_downstream"),
  retry_wait: plain("retry_wait"),
  pool: room("pool"),
  max_active_tasks: room("max_active_tasks"),
  max_active_tis_per_dag: room("max_active_tis_per_dag"),
  max_active_tis_per_dagrun: room("max_active_tis_per_dagrun"),
  executor: room("executor"),
};

export function passedText({ code, details, text }: Check, t: Words): string {
  return SAY[code]?.(new Facts(details), t) ?? sentence(text);
}
