/** `multipleOutputs`: each field of a returned object is an XCom of its own, besides the whole under `return_value`. */
import type { TaskSpec } from "./dag-spec.ts";
import type { Json } from "./json.ts";
import { type AttemptOutcome, RETURN_VALUE, type XComWrite } from "./task-protocol.ts";

export interface Finished {
  readonly outcome: AttemptOutcome;
  readonly xcoms: readonly XComWrite[];
}

/** What came of an attempt, with those further XComs; a failure if the task returned something other than an object. */
export function spreadOutputs(task: TaskSpec, finished: Finished): Finished {
  const { outcome, xcoms } = finished;
  if (outcome.kind !== "success" || task.multipleOutputs !== true) return finished;
  const returned = xcoms.find(({ key }) => key === RETURN_VALUE)?.value ?? null;
  if (returned === null) return finished;
  if (typeof returned !== "object" || Array.isArray(returned)) return { outcome: notAnObject(returned), xcoms: [] };
  return { outcome, xcoms: [...xcoms, ...Object.entries(returned).map(([key, value]) => ({ key, value }))] };
}

function notAnObject(returned: Json): AttemptOutcome {
  const what = Array.isArray(returned) ? "a list" : `a ${typeof returned}`;
  const message = `it returned ${what}, but multipleOutputs needs an object: return one, or leave the option out`;
  return { kind: "failed", code: "xcom", message, retryable: true };
}
