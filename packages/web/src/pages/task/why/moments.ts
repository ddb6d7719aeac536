/** The moments that belong to a reason, in the order in which they are told. */
import type en from "../../../i18n/en/why.json";
import { Facts } from "./facts.ts";
import type { Reason } from "./why-words.ts";

type MomentName = keyof (typeof en)["moment"];

/** By the names that the server gives them; whether it is counted how long it is until then. */
const MOMENTS = [
  ["since", false],
  ["until", true],
  ["run_after", true],
  ["next", true],
  ["timeout", true],
  ["deadline", true],
  ["noticed", false],
  ["start_date", false],
  ["end_date", false],
  ["interval_start", false],
  ["interval_end", false],
  ["logical_date", false],
  ["date", false],
  ["marked_at", false],
  ["last", false],
  ["from", false],
  ["to", false],
] as const satisfies readonly (readonly [MomentName, boolean])[];

export interface Moment {
  readonly name: MomentName;
  /** ISO 8601 */
  readonly at: string;
  readonly isAwaited: boolean;
}

export function momentsOf({ details }: Reason): readonly Moment[] {
  const facts = new Facts(details);
  return MOMENTS.flatMap(([name, isAwaited]) => {
    const at = facts.text(name);
    return at === null ? [] : [{ name, at, isAwaited }];
  });
}
