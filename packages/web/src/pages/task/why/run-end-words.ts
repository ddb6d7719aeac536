/** Why a run ended, in words. */
import type { State } from "../../../states/state.ts";
import type { Facts } from "./facts.ts";
import type { Words } from "./speech.ts";

interface Ended {
  readonly state: State;
  /** The server's own words, for ends that this page does not know. */
  readonly said: string | null;
}

const NAMING = ["failed_fast", "failed_at_end", "others_failed", "deadlock"] as const;

/** Null: there is nothing to tell. */
export function runEndText(end: Facts, { state, said }: Ended, t: Words): string | null {
  const [code, number] = [end.text("code"), end.number("number")];
  const naming = NAMING.find((one) => one === code);
  if (naming !== undefined) return t(`why:runEnd.${naming}`, { names: namesOf(end, t) });
  if (code === "timed_out" || code === "cancelled") return t(`why:runEnd.${code}`, { number: number ?? 0 });
  if (code === "marked") return t("why:runEnd.marked", { state: t(`states:${state}`) });
  return said;
}

function namesOf(end: Facts, t: Words): string {
  const [names, more] = [end.texts("names"), end.number("more") ?? 0];
  return [...names, ...(more > 0 ? [t("why:more", { count: more })] : [])].join(t("why:list"));
}
