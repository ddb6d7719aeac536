/** Marks that people have set, as the event log tells them: who says how a task instance ended, if nothing in the run does. */
import { scopeOfMark } from "../act-scope.ts";
import type { TaskInstance } from "../dag-run.ts";
import type { Micros } from "../instant.ts";
import { tasksOfGroup } from "../mark.ts";
import type { RunView } from "../run-view.ts";

/** One mark of a task, a group or a whole run. */
export interface HandMark {
  readonly at: Micros;
  /** Null: not known. */
  readonly by: string | null;
  readonly runId: string;
  readonly of:
    | { readonly taskId: string; readonly mapIndex?: number }
    | { readonly groupId: string }
    /** The whole run. */
    | null;
  readonly state: string;
  readonly upstream: boolean;
  readonly downstream: boolean;
  /** Also in the runs before or after. */
  readonly reachesOthers: boolean;
}

/** The newest mark that gave the instance its state; null: the log holds none (any more). `marks`: newest first. */
export function markOf(view: RunView, instance: TaskInstance, marks: readonly HandMark[]): HandMark | null {
  const { endDate } = instance;
  return marks.find((mark) => (endDate === null || mark.at >= endDate) && covers(view, mark, instance)) ?? null;
}

function covers(view: RunView, mark: HandMark, instance: TaskInstance): boolean {
  const { graph, run } = view;
  if (mark.runId !== run.runId && !mark.reachesOthers) return false;
  const { of, upstream, downstream } = mark;
  // A run that is marked failed skips what had not begun.
  if (of === null) return instance.state === mark.state || (mark.state === "failed" && instance.state === "skipped");
  if (instance.state !== mark.state) return false;
  const tasks = "groupId" in of ? tasksOfGroup(graph.spec, of.groupId) : [of];
  return scopeOfMark(graph, { tasks, upstream, downstream })(instance);
}
