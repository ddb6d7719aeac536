/** Setups and teardowns: what a task is to the tasks between them (Airflow's `as_setup` and `as_teardown`). */
import type { TaskSpec } from "@momiji/core";
import { present } from "./present.ts";

export interface TaskRole {
  isSetup: boolean;
  isTeardown: boolean;
  /** Of a teardown. */
  readonly setups: Set<string>;
  onFailureFailDagRun: boolean;
}

export function plainRole(): TaskRole {
  return { isSetup: false, isTeardown: false, setups: new Set(), onFailureFailDagRun: false };
}

/** The fields of a spec that say it. */
export function roleFields({ isSetup, isTeardown, setups, onFailureFailDagRun }: TaskRole): Partial<TaskSpec> {
  return present<Partial<TaskSpec>>({
    isSetup: isSetup || undefined,
    isTeardown: isTeardown || undefined,
    setups: setups.size === 0 ? undefined : [...setups].sort(),
    onFailureFailDagrun: onFailureFailDagRun || undefined,
  });
}
