/** A run and its task instances, as Airflow's API answers them, and the order that people read them in. */
import type { components } from "@momiji/client";
import { quietnessOf, readState } from "../../states/state.ts";

export type Run = components["schemas"]["DAGRunResponse"];
export type TaskInstance = components["schemas"]["TaskInstanceResponse"];

/** Failed ones first, then those under way, then those that wait, then the rest. */
export function inOrder(tasks: readonly TaskInstance[]): readonly TaskInstance[] {
  return tasks.toSorted((a, b) => quietnessOf(readState(a.state)) - quietnessOf(readState(b.state)));
}
