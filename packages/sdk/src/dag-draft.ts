/** A DAG while it is being built: what has been said so far. Checks names; knows nothing of the author's functions. */
import type { MapFunction, MappingSpec, TaskSpec } from "@momiji/core";
import type { CallbackBodies } from "./notifier-object.ts";
import type { Asset } from "./asset.ts";
import type { TaskBody } from "./dag-object.ts";
import type { DagFields } from "./dag-fields.ts";
import { DagDefinitionError, dagPlace, taskPlace } from "./definition-error.ts";
import type { TaskDefaults } from "./task-options.ts";
import { plainRole, type TaskRole } from "./task-role.ts";
import type { WeightFunction } from "./weight-function.ts";

/** The author's functions in a mapping. */
interface Functions {
  readonly apply: MapFunction;
}

export interface DraftTask {
  readonly spec: Omit<TaskSpec, "upstream">;
  readonly upstream: Set<string>;
  /** Words at the edges from upstream tasks. */
  readonly labels: Map<string, string>;
  readonly role: TaskRole;
  readonly body: TaskBody | undefined;
  /** The functions of what it is mapped over. */
  readonly mapping?: Functions | undefined;
  readonly callbacks: CallbackBodies;
  /** Computes its priority once the whole DAG is known. */
  readonly weigh: WeightFunction | undefined;
}

export type NewTask = Pick<DraftTask, "spec" | "upstream" | "body" | "callbacks" | "weigh" | "mapping">;

export interface DraftGroup {
  readonly groupId: string;
  readonly parent: DraftGroup | null;
  readonly displayName: string | undefined;
  readonly tooltip: string | undefined;
  readonly defaults: TaskDefaults;
  /** Whether the ids of what is inside begin with its own. */
  readonly prefixes: boolean;
  readonly children: string[];
  /** What it is mapped over: the functions, and the spec. */
  readonly mapping?: Functions | undefined;
  readonly mappingSpec?: MappingSpec | undefined;
  /** Ends of edges that were drawn to and from the group as a whole. */
  readonly upstream: Set<string>;
  readonly downstream: Set<string>;
}

export type NewGroup = Omit<DraftGroup, "parent" | "children" | "upstream" | "downstream">;

export class DagDraft {
  readonly dagId: string;
  /** What is said of the DAG as a whole. */
  readonly fields: DagFields;
  readonly tasks = new Map<string, DraftTask>();
  readonly groups = new Map<string, DraftGroup>();
  /** Assets that its tasks name, as often as they do. */
  readonly assets: Asset[] = [];
  readonly #defaults: TaskDefaults;
  #group: DraftGroup | null = null;
  #closed = false;

  constructor(fields: DagFields, defaults: TaskDefaults) {
    this.dagId = fields.dagId;
    this.fields = fields;
    this.#defaults = defaults;
  }

  /** The defaults that hold here: the innermost group's win. */
  get defaults(): TaskDefaults {
    return this.#group?.defaults ?? this.#defaults;
  }

  /** The full id of something named so here. */
  fullId(id: string): string {
    return this.#group?.prefixes === true ? `${this.#group.groupId}.${id}` : id;
  }

  /** Whether what is added now stands in this group. */
  isInside(groupId: string): boolean {
    for (let group = this.#group; group !== null; group = group.parent) if (group.groupId === groupId) return true;
    return false;
  }

  addTask(task: NewTask): void {
    this.#claim(task.spec.taskId);
    this.tasks.set(task.spec.taskId, { ...task, labels: new Map(), role: plainRole() });
  }

  noteAssets(assets: readonly Asset[]): void {
    this.assets.push(...assets);
  }

  /** Runs `build`; what it adds stands in the group. */
  inGroup<T>(group: NewGroup, build: () => T): T {
    this.#claim(group.groupId);
    const around = this.#group;
    const inner: DraftGroup = { ...group, parent: around, children: [], upstream: new Set(), downstream: new Set() };
    this.groups.set(group.groupId, inner);
    this.#group = inner;
    try {
      return build();
    } finally {
      this.#group = around;
    }
  }

  /** Both ids are of tasks in this draft. */
  addEdge(upstream: string, downstream: string, label?: string): void {
    this.#checkOpen(downstream);
    const task = this.tasks.get(downstream);
    task?.upstream.add(upstream);
    if (label !== undefined) task?.labels.set(upstream, label);
  }

  /** An edge was drawn between these, as tasks or as groups: noted at the groups, for drawings. */
  noteEdge(upstream: string, downstream: string): void {
    this.groups.get(upstream)?.downstream.add(downstream);
    this.groups.get(downstream)?.upstream.add(upstream);
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
