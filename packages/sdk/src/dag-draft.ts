/** A DAG while it is being built: what has been said so far. Checks names; knows nothing of the author's functions. */
import type { TaskSpec } from "@momiji/core";
import type { Asset } from "./asset.ts";
import type { TaskBody } from "./dag-object.ts";
import { DagDefinitionError, dagPlace, taskPlace } from "./definition-error.ts";
import type { TaskDefaults } from "./task-options.ts";

export interface DraftTask {
  readonly spec: Omit<TaskSpec, "upstream">;
  readonly upstream: Set<string>;
  readonly body: TaskBody | undefined;
}

export interface DraftGroup {
  readonly groupId: string;
  readonly parent: DraftGroup | null;
  readonly tooltip: string | undefined;
  readonly defaults: TaskDefaults;
  readonly children: string[];
}

export class DagDraft {
  readonly dagId: string;
  readonly tasks = new Map<string, DraftTask>();
  readonly groups = new Map<string, DraftGroup>();
  /** Assets that its tasks name, as often as they do. */
  readonly assets: Asset[] = [];
  readonly #defaults: TaskDefaults;
  #group: DraftGroup | null = null;
  #closed = false;

  constructor(dagId: string, defaults: TaskDefaults) {
    this.dagId = dagId;
    this.#defaults = defaults;
  }

  /** The defaults that hold here: the innermost group's win. */
  get defaults(): TaskDefaults {
    return this.#group?.defaults ?? this.#defaults;
  }

  /** The full id of something named so here. */
  fullId(id: string): string {
    return this.#group === null ? id : `${this.#group.groupId}.${id}`;
  }

  addTask(task: DraftTask): void {
    this.#claim(task.spec.taskId);
    this.tasks.set(task.spec.taskId, task);
  }

  noteAssets(assets: readonly Asset[]): void {
    this.assets.push(...assets);
  }

  /** Runs `build`; what it adds stands in the group. */
  inGroup<T>(group: Pick<DraftGroup, "groupId" | "tooltip" | "defaults">, build: () => T): T {
    this.#claim(group.groupId);
    const around = this.#group;
    const inner: DraftGroup = { ...group, parent: around, children: [] };
    this.groups.set(group.groupId, inner);
    this.#group = inner;
    try {
      return build();
    } finally {
      this.#group = around;
    }
  }

  /** Both ids are of tasks in this draft. */
  addEdge(upstream: string, downstream: string): void {
    this.#checkOpen(downstream);
    this.tasks.get(downstream)?.upstream.add(upstream);
  }

  /** From now on nothing can be added. */
  close(): void {
    this.#closed = true;
  }

  #claim(id: string): void {
    this.#checkOpen(id);
    if (this.tasks.has(id) || this.groups.has(id)) {
      throw new DagDefinitionError(
        dagPlace(this.dagId),
        `there are two tasks or groups with the id ${JSON.stringify(id)}`,
      );
    }
    this.#group?.children.push(id);
  }

  #checkOpen(id: string): void {
    if (!this.#closed) return;
    throw new DagDefinitionError(
      taskPlace(this.dagId, id),
      "the DAG is already built; add tasks and edges inside dag(...) and without waiting",
    );
  }
}
