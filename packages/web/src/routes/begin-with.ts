/** What a list shows that is opened without a filter in its address: the view that the reader chose, else its usual beginning. */
import { redirect } from "@tanstack/react-router";
import { isoText } from "../format/wall.ts";
import { now } from "../now.ts";
import { preferences } from "../preferences/preferences.ts";

type Values = { readonly [name: string]: unknown };
type ListPath = "/dags" | "/runs" | "/task_instances";

const DAY_MILLIS = 86_400_000;
const MINUTE_MILLIS = 60_000;

/** Runs that were due since a day ago. */
export function lastDay(): Values {
  const at = now() - DAY_MILLIS;
  return { run_after_gte: isoText(at - (at % MINUTE_MILLIS)) };
}

/** For `beforeLoad`; the address then says what is shown. */
export function beginWith(path: ListPath, usual: () => Values = () => ({})): (at: { readonly search: Values }) => void {
  return ({ search }) => {
    if (Object.keys(search).some((name) => name !== "cols")) return;
    const wanted = preferences().usualViews[path] ?? usual();
    // What the profile keeps is read as an address is, by the route itself.
    if (Object.keys(wanted).length === 0) return;
    redirect({ to: path, search: { ...wanted, ...search }, replace: true, throw: true });
  };
}
