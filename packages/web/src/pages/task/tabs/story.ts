/** The story of a task instance: what the engine did with each try, and what people did, in the order in which it happened. */
import type { components } from "@momiji/client";
import type { TaskTry } from "../task-place.ts";

type EventLog = components["schemas"]["EventLogResponse"];

export type Chapter =
  | {
      readonly kind: "try";
      readonly at: string;
      readonly step: Step;
      readonly tryNumber: number;
      readonly state: string | null;
      readonly worker: string | null;
    }
  | {
      readonly kind: "act";
      readonly at: string;
      readonly event: string;
      readonly by: string | null;
      readonly extra: string | null;
      readonly id: number;
    };

export type Step = "scheduled" | "queued" | "started" | "ended";

/** The newest first. */
export function storyOf(tries: readonly TaskTry[], acts: readonly EventLog[]): readonly Chapter[] {
  const steps = tries.flatMap((one) => {
    const { try_number: tryNumber, state, hostname: worker } = one;
    const moments: readonly (readonly [Step, string | null])[] = [
      ["scheduled", one.scheduled_when],
      ["queued", one.queued_when],
      ["started", one.start_date],
      ["ended", one.end_date],
    ];
    return moments.flatMap(([step, at]): readonly Chapter[] =>
      at === null ? [] : [{ kind: "try", at, step, tryNumber, state, worker }],
    );
  });
  const others = acts.map(({ when, event, owner, extra, event_log_id: id }): Chapter => ({
    kind: "act",
    at: when,
    event,
    by: owner,
    extra,
    id,
  }));
  return [...steps, ...others].toReversed().toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
