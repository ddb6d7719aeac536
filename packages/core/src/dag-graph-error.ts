/** Why the tasks of a DAG form no graph that can run. */

export type DagGraphErrorCode =
  | "duplicate_task"
  | "unknown_upstream"
  | "cycle"
  | "rule_after_setup"
  | "nested_mapping"
  | "unknown_group_input"
  | "setup_and_teardown"
  | "no_setup"
  | "rule_under_fail_fast";

/** The tasks of a DAG do not form a graph that can run. The message says which tasks and what to do. */
export class DagGraphError extends Error {
  override readonly name = "DagGraphError";
  readonly code: DagGraphErrorCode;
  /** The tasks it is about; of a cycle its path, the first task again at the end. */
  readonly taskIds: readonly string[];

  constructor(code: DagGraphErrorCode, message: string, taskIds: readonly string[]) {
    super(message);
    this.code = code;
    this.taskIds = taskIds;
  }
}
