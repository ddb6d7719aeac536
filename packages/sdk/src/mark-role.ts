/** Makes tasks setups and teardowns. */
import { onlyKnown } from "./checks.ts";
import type { DagDraft, DraftTask } from "./dag-draft.ts";
import { DagDefinitionError, taskPlace } from "./definition-error.ts";

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

function both(draft: DagDraft, taskId: string): DagDefinitionError {
  return new DagDefinitionError(
    taskPlace(draft.dagId, taskId),
    "a task is either a setup or a teardown, not both; make it two tasks",
  );
}
