/** Reasons in the reader's language: by their codes, with what the server tells as data; else as the server says it. */
import type { components } from "@momiji/client";
import type { TFunction } from "i18next";
import type en from "../../../i18n/en/task.json";

export type Reason = components["schemas"]["Reason"];
type Words = TFunction<"task">;
type Code = keyof (typeof en)["why"]["code"];

const CODES = {
  dag_paused: true,
  pool: true,
  max_active_tasks: true,
  run_not_due: true,
  retry_wait: true,
  reschedule_wait: true,
  run_next: true,
  run_queued: true,
  executor: true,
} satisfies { readonly [code in Code]: true };

/** What is put into the words. */
export interface Facts {
  readonly name: string;
  readonly limit: number;
  readonly used: number;
  readonly asks: number;
  readonly free: number;
}

export function factsOf({ details = {} }: Reason): Facts {
  const number = (name: string): number => (typeof details[name] === "number" ? details[name] : 0);
  const [limit, used] = [number("limit"), number("used")];
  const name = typeof details["name"] === "string" ? details["name"] : "";
  return { name, limit, used, asks: number("asks"), free: Math.max(0, limit - used) };
}

export function reasonText(reason: Reason, t: Words): string {
  const { code, details = {}, text } = reason;
  // A pool that is not there has no numbers.
  if (code === "pool" && typeof details["limit"] !== "number") return text;
  const words = code === "run_queued" && details["turn"] === "next" ? "run_next" : code;
  return words in CODES ? t(`why.code.${words as Code}`, { ...factsOf(reason) }) : sentence(text);
}

/** The server's sentences begin in lower case, since they follow others there. */
function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** When it may go on; null: no moment is known. */
export function momentOf({ details = {} }: Reason): string | null {
  const at = details["until"] ?? details["run_after"] ?? details["next"];
  return typeof at === "string" ? at : null;
}

/** Names in a detail; empty: there are none. */
export function namesOf({ details = {} }: Reason, detail: string): readonly string[] {
  const names = details[detail];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** `load[3]` as the id of a task and the index of an instance. */
export function readInstanceName(name: string): { readonly taskId: string; readonly mapIndex: number } {
  const [, taskId = name, index] = /^(.*?)\s?\[(\d+)\]$/.exec(name) ?? [];
  return { taskId, mapIndex: index === undefined ? -1 : Number(index) };
}
