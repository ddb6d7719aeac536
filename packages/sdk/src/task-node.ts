/** The object behind an `Output`. */
import type { DagDraft } from "./dag-draft.ts";
import { DagDefinitionError, dagPlace } from "./definition-error.ts";
import { EdgeNode } from "./edge-end.ts";
import type { Mapped } from "./mapped.ts";
import { MappedNode } from "./mapped-node.ts";
import type { OneOrMoreTasks, TeardownOptions } from "./output.ts";
import { makeSetup, makeTeardown } from "./mark-role.ts";

export class TaskNode extends EdgeNode {
  readonly taskId: string;
  constructor(draft: DagDraft, taskId: string) {
    super(draft);
    this.taskId = taskId;
  }

  get id(): string {
    return this.taskId;
  }

  get label(): string {
    return `task ${JSON.stringify(this.taskId)}`;
  }

  map(apply: (element: never) => unknown): Mapped<never> {
    return new MappedNode({ kind: "output", output: this }).map(apply) as object as Mapped<never>;
  }

  asSetup(): this {
    makeSetup(this.draft, this.taskId);
    return this;
  }

  asTeardown({ setups, ...options }: TeardownOptions = {}): this {
    makeTeardown(this.draft, this.taskId, { ...options, setups: taskIdsOf(setups, "setup", this.draft) });
    return this;
  }

  protected firstTasks(): readonly string[] {
    return [this.taskId];
  }

  protected lastTasks(): readonly string[] {
    return [this.taskId];
  }
}

/** Ids of what the author gave as setups or teardowns; refuses anything but tasks of this DAG. */
export function taskIdsOf(tasks: OneOrMoreTasks | undefined, name: string, draft: DagDraft): readonly string[] {
  const list: readonly unknown[] = tasks === undefined ? [] : [tasks].flat();
  return list.map((task) => {
    if (task instanceof TaskNode && task.isIn(draft)) return task.taskId;
    const problem = `a ${name} must be a task of this DAG: what task() or an operator returned`;
    throw new DagDefinitionError(dagPlace(draft.dagId), problem);
  });
}
