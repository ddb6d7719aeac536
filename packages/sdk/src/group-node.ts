/** The object behind a `TaskGroup`. */
import type { DagDraft, DraftTask } from "./dag-draft.ts";
import { EdgeNode } from "./edge-end.ts";

export class GroupNode<T> extends EdgeNode {
  readonly groupId: string;
  readonly outputs: T;
  readonly #draft: DagDraft;
  constructor(draft: DagDraft, groupId: string, outputs: T) {
    super(draft);
    this.#draft = draft;
    this.groupId = groupId;
    this.outputs = outputs;
  }

  get label(): string {
    return `group ${JSON.stringify(this.groupId)}`;
  }

  /** The tasks inside with none before them inside (Airflow's roots). */
  protected firstTasks(): readonly string[] {
    const inside = this.#tasks();
    return [...inside].filter(([, task]) => !someIn(task.upstream, inside)).map(([taskId]) => taskId);
  }

  /** The tasks inside with none after them inside (Airflow's leaves). */
  protected lastTasks(): readonly string[] {
    const inside = this.#tasks();
    const followed = new Set([...inside.values()].flatMap((task) => [...task.upstream]));
    return [...inside.keys()].filter((taskId) => !followed.has(taskId));
  }

  #tasks(): ReadonlyMap<string, DraftTask> {
    const ids: string[] = [];
    const groups = [this.groupId];
    for (const groupId of groups) {
      for (const child of this.#draft.groups.get(groupId)?.children ?? []) {
        (this.#draft.groups.has(child) ? groups : ids).push(child);
      }
    }
    return new Map(ids.map((taskId) => [taskId, this.#draft.tasks.get(taskId) as DraftTask]));
  }
}

function someIn(ids: ReadonlySet<string>, inside: ReadonlyMap<string, unknown>): boolean {
  return [...ids].some((id) => inside.has(id));
}
