/** Refuses what a test says of tasks that its DAG does not have: it would hold for the wrong reason. */
import { type DagSpec, type Micros, nearest, parseInstant } from "@momiji/core";
import type { TaskPlan } from "./task-handlers.ts";

/** @throws Error that names the option and the task that was probably meant */
export function checkPlan({ dagId, tasks }: DagSpec, { fail, outputs, answers }: TaskPlan): void {
  const known = tasks.map(({ taskId }) => taskId);
  for (const [option, planned] of Object.entries({ fail, outputs, answers })) {
    for (const name of Object.keys(planned ?? {})) {
      // An instance of a mapped task: load[2].
      const taskId = name.replace(/\[\d+\]$/, "");
      if (known.includes(taskId)) continue;
      const meant = nearest(taskId, known);
      const hint = meant === undefined ? `its tasks are ${known.join(", ")}` : `did you mean ${meant}?`;
      throw new Error(`runDag, ${option}: the DAG ${dagId} has no task ${taskId}; ${hint}`);
    }
  }
}

/** @throws Error that says how an instant is written */
export function readAt(at: string): Micros {
  try {
    return parseInstant(at);
  } catch {
    const given = at === undefined ? "nothing" : JSON.stringify(at);
    throw new Error(`runDag, at: an instant with an offset is needed, such as "2026-11-02T03:00+09:00", not ${given}`);
  }
}
