/** A DAG that cannot be built as it is written. The message opens with the DAG and the task, and says what to change. */
export class DagDefinitionError extends Error {
  override readonly name = "DagDefinitionError";
  readonly code = "dag_definition";
  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`);
  }
}

export function dagPlace(dagId: string): string {
  return `DAG ${JSON.stringify(dagId)}`;
}

export function taskPlace(dagId: string, taskId: string): string {
  return `${dagPlace(dagId)}, task ${JSON.stringify(taskId)}`;
}
