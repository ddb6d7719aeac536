/** The object behind an `Output`. */
import type { DagDraft } from "./dag-draft.ts";
import { EdgeNode } from "./edge-end.ts";
import { MappedNode } from "./mapped-node.ts";

export class TaskNode extends EdgeNode {
  readonly taskId: string;
  constructor(draft: DagDraft, taskId: string) {
    super(draft);
    this.taskId = taskId;
  }

  get label(): string {
    return `task ${JSON.stringify(this.taskId)}`;
  }

  map(apply: (element: never) => unknown): MappedNode {
    return new MappedNode({ kind: "output", output: this }).map(apply);
  }

  protected firstTasks(): readonly string[] {
    return [this.taskId];
  }

  protected lastTasks(): readonly string[] {
    return [this.taskId];
  }
}
