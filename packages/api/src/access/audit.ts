/** Entries of the event log: who did what, from where. What is told beside it must hold no secret. */
import type { Json } from "@momiji/core";
import type { EventLogEntry } from "@momiji/store";
import type { Call } from "../route.ts";

export function audit(
  event: string,
  { principal, from }: Pick<Call, "principal" | "from">,
  extra: { readonly [name: string]: Json } = {},
): EventLogEntry {
  return { event, owner: principal.name, extra: { ...extra, from } };
}
