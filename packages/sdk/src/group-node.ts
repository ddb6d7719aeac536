/** The object behind a `TaskGroup`. */
import type { DagDraft } from "./dag-draft.ts";
import { endsOfGroup, firstOf, tasksInGroup } from "./draft-graph.ts";
import { EdgeNode } from "./edge-end.ts";

export class GroupNode<T> extends EdgeNode {
  readonly groupId: string;
  readonly outputs: T;
  constructor(draft: DagDraft, groupId: string, outputs: T) {
    super(draft);
    this.groupId = groupId;
    this.outputs = outputs;
  }

  get id(): string {
    return this.groupId;
  }

  get label(): string {
    return `group ${JSON.stringify(this.groupId)}`;
  }

  /** The tasks inside with none before them inside (Airflow's roots). */
  protected firstTasks(): readonly string[] {
    return firstOf(this.draft, tasksInGroup(this.draft, this.groupId));
  }

  /** The tasks inside with none after them inside, teardowns left out (Airflow's leaves). */
  protected lastTasks(): readonly string[] {
    return endsOfGroup(this.draft, this.groupId);
  }
}
