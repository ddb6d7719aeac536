/** Entries of the event log: who did what, from where. What is told beside it must hold no secret. */
import type { Json } from "@momiji/core";
import type { EventLogEntry } from "@momiji/store";
import type { Call } from "../route.ts";

/** Who does something, and from where. */
export type Author = Pick<Call, "principal" | "from">;

export function audit(
  event: string,
  { principal, from }: Author,
  extra: { readonly [name: string]: Json } = {},
): EventLogEntry {
  return { event, owner: principal.name, extra: { ...extra, from, how: principal.how } };
}
