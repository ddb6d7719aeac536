/** A run and its task instances, as Airflow's API answers them, and the order that people read them in. */
import type { components } from "@momiji/client";
import { readState, STATES } from "../../states/state.ts";

export type Run = components["schemas"]["DAGRunResponse"];
export type TaskInstance = components["schemas"]["TaskInstanceResponse"];

const FIRST: readonly string[] = [
  "failed",
  "upstream_failed",
  "awaiting_input",
  "up_for_retry",
  "running",
  "restarting",
  "deferred",
];

function rank(state: string | null): number {
  const at = FIRST.indexOf(readState(state));
  return at < 0
    ? FIRST.length + (readState(state) === "success" || readState(state) === "skipped" ? STATES.length : 0)
    : at;
}

/** Failed ones first, then those under way, then those that wait, then the rest. */
export function inOrder(tasks: readonly TaskInstance[]): readonly TaskInstance[] {
  return tasks.toSorted((a, b) => rank(a.state) - rank(b.state));
}
