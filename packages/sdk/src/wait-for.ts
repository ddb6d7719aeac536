/** `waitFor`: a task that begins by waiting, without a process (Airflow's `start_from_trigger`). */
import { WAIT_FOR } from "@momiji/core";
import { placeTask } from "./add-task.ts";
import { requestOf, type ResumeOptions, type WaitOptions } from "./deferral.ts";
import type { Output, OutputOf } from "./output.ts";
import type { TaskOptions } from "./task-options.ts";

export type WaitForOptions<Event> = WaitOptions<Event> & TaskOptions;

/** The params of the trigger may hold templates. Without `resume` its output is the trigger's event. */
export function waitFor<Event, State, R>(
  id: string,
  options: ResumeOptions<Event, State, R> & TaskOptions,
): OutputOf<R>;
export function waitFor<Event>(id: string, options: WaitForOptions<Event> & { readonly resume?: never }): Output<Event>;
export function waitFor(
  id: string,
  { trigger, timeout, resume, state, ...options }: WaitForOptions<unknown> & { resume?: unknown; state?: unknown },
): Output<unknown> {
  return placeTask({
    id,
    operator: WAIT_FOR,
    lane: "function",
    params: ({ place }) => requestOf({ trigger, ...(timeout === undefined ? {} : { timeout }), resume, state }, place),
    templateFields: ["trigger"],
    options,
  });
}
