/** The DAG that is being built at the moment, to which imported operators such as `bash` add their tasks. */
import type { DagDraft } from "./dag-draft.ts";
import { DagDefinitionError, dagPlace } from "./definition-error.ts";

let current: DagDraft | null = null;

/** The draft being built; `call` names what wants it, e.g. `bash("alert")`. */
export function currentDraft(call: string): DagDraft {
  if (current !== null) return current;
  throw new DagDefinitionError(
    call,
    "a task belongs to a DAG; call this inside the function given to dag(...), and not after waiting in it",
  );
}

/** Runs `build` with the draft as the current one, then closes it. */
export function buildIn<T>(draft: DagDraft, build: () => T): T {
  if (current !== null) {
    throw new DagDefinitionError(
      dagPlace(draft.dagId),
      `a DAG cannot be built inside another (${JSON.stringify(current.dagId)})`,
    );
  }
  current = draft;
  try {
    return build();
  } finally {
    current = null;
    draft.close();
  }
}
