/** Setups and teardowns: what a task is to the tasks between them (Airflow's `as_setup` and `as_teardown`). */
import type { TaskSpec } from "@momiji/core";
import { onlyKnown } from "./checks.ts";
import type { DagDraft, DraftTask } from "./dag-draft.ts";
import { DagDefinitionError, taskPlace } from "./definition-error.ts";
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

export function makeSetup(draft: DagDraft, taskId: string): void {
  const { role } = draft.tasks.get(taskId) as DraftTask;
  if (role.isTeardown) throw both(draft, taskId);
  role.isSetup = true;
}

/** The setups become setups if they are none yet, and run before it. */
export function makeTeardown(
  draft: DagDraft,
  taskId: string,
  options: { readonly setups: readonly string[]; readonly onFailureFailDagRun?: boolean | undefined },
): void {
  const { role } = draft.tasks.get(taskId) as DraftTask;
  if (role.isSetup) throw both(draft, taskId);
  onlyKnown(options, { setups: true, onFailureFailDagRun: true }, `${taskPlace(draft.dagId, taskId)}, asTeardown`);
  role.isTeardown = true;
  role.onFailureFailDagRun ||= options.onFailureFailDagRun === true;
  for (const setup of options.setups) {
    makeSetup(draft, setup);
    role.setups.add(setup);
    draft.addEdge(setup, taskId);
  }
}

/** A teardown has a trigger rule of its own, whatever the defaults around it say. */
export function roleFields({ isSetup, isTeardown, setups, onFailureFailDagRun }: TaskRole): Partial<TaskSpec> {
  return present<Partial<TaskSpec>>({
    isSetup: isSetup || undefined,
    isTeardown: isTeardown || undefined,
    setups: setups.size === 0 ? undefined : [...setups].sort(),
    onFailureFailDagrun: onFailureFailDagRun || undefined,
  });
}

function both(draft: DagDraft, taskId: string): DagDefinitionError {
  return new DagDefinitionError(
    taskPlace(draft.dagId, taskId),
    "a task is either a setup or a teardown, not both; make it two tasks",
  );
}
