/** What the engine did with each try of a task instance, in the order in which it happened. */
import type { TaskTry } from "../task-place.ts";

export interface Chapter {
  readonly at: string;
  readonly step: "scheduled" | "queued" | "started" | "ended";
  readonly tryNumber: number;
  readonly state: string | null;
  readonly worker: string | null;
}

export function storyOf(tries: readonly TaskTry[]): readonly Chapter[] {
  return tries.flatMap((one) => {
    const { try_number: tryNumber, state, hostname: worker } = one;
    const moments: readonly (readonly [Chapter["step"], string | null])[] = [
      ["scheduled", one.scheduled_when],
      ["queued", one.queued_when],
      ["started", one.start_date],
      ["ended", one.end_date],
    ];
    return moments.flatMap(([step, at]) => (at === null ? [] : [{ at, step, tryNumber, state, worker }]));
  });
}
