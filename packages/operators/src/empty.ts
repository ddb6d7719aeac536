/** `empty`: does nothing, and costs nothing: a place where edges meet (Airflow's `EmptyOperator`). */
import { type Output, placeTask, type TaskOptions } from "@momiji/sdk";

export function empty(id: string, options: TaskOptions = {}): Output<undefined> {
  return placeTask({ id, operator: "empty", lane: "empty", options });
}
