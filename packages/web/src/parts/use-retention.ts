/** What goes after so many days: the reason for old things that are not there. */
import { useQuery } from "@tanstack/react-query";
import { shellQuery } from "../api/shell-query.ts";
import { readInstant } from "../format/instant.ts";
import { now } from "../now.ts";

type Retention = { readonly logDays: number | null; readonly runDays: number | null };

const UNKNOWN: Retention = { logDays: null, runDays: null };
const DAY_MILLIS = 86_400_000;

export function useRetention(): Retention {
  const { data } = useQuery({ ...shellQuery, enabled: false });
  return data?.retention ?? UNKNOWN;
}

/** Whether something of that moment (ISO 8601) has gone by the rule. */
export function isGone(at: string | null, days: number | null): boolean {
  const moment = readInstant(at);
  return moment !== null && days !== null && now() - moment > days * DAY_MILLIS;
}
