/** Both ends of an edge: a task, or a group that stands for its first or last tasks. */
import type { DagDraft } from "./dag-draft.ts";
import { DagDefinitionError, dagPlace } from "./definition-error.ts";
import { type EdgeLabel, labelled } from "./edge-label.ts";
import type { EdgeEnd } from "./output.ts";

export abstract class EdgeNode {
  protected readonly draft: DagDraft;
  constructor(draft: DagDraft) {
    this.draft = draft;
  }

  /** Ids of the tasks that an edge to this goes to. */
  protected abstract firstTasks(): readonly string[];
  /** Ids of the tasks that an edge from this leaves. */
  protected abstract lastTasks(): readonly string[];
  /** Of the task or the group. */
  abstract get id(): string;
  /** For messages: `task "a"`. */
  abstract get label(): string;

  /** Ids of the tasks that an edge to this goes to. */
  get entries(): readonly string[] {
    return this.firstTasks();
  }

  before(...others: readonly (EdgeEnd | EdgeLabel)[]): void {
    for (const { item, label } of labelled(others))
      for (const other of this.nodesOf(item)) this.#link(this, other, label);
  }

  after(...others: readonly (EdgeEnd | EdgeLabel)[]): void {
    for (const { item, label } of labelled(others))
      for (const other of this.nodesOf(item)) this.#link(other, this, label);
  }

  /** Whether it stands in that draft. */
  isIn(draft: DagDraft): boolean {
    return this.draft === draft;
  }

  private nodesOf(others: EdgeEnd): EdgeNode[] {
    return [others].flat().map((other) => edgeNode(other, this.draft));
  }

  #link(upstream: EdgeNode, downstream: EdgeNode, label?: string): void {
    const from = upstream.lastTasks();
    const to = downstream.firstTasks();
    const empty = from.length === 0 ? upstream : to.length === 0 ? downstream : null;
    if (empty !== null) {
      throw new DagDefinitionError(
        dagPlace(this.draft.dagId),
        `${empty.label} has no tasks, so no edge can be drawn to or from it`,
      );
    }
    for (const first of from) for (const second of to) this.draft.addEdge(first, second, label);
    this.draft.noteEdge(upstream.id, downstream.id);
  }
}

/** Ids of the tasks that an edge to these goes to. */
export function entriesOf(end: EdgeEnd, place: string): readonly string[] {
  return [end].flat().flatMap((one) => {
    if (one instanceof EdgeNode) return one.entries;
    throw new DagDefinitionError(place, "it needs what task(), group() or an operator returned");
  });
}

/** What the author gave as an end of an edge; refuses anything that is no task or group of this DAG. */
export function edgeNode(end: unknown, draft: DagDraft): EdgeNode {
  const place = dagPlace(draft.dagId);
  if (!(end instanceof EdgeNode)) {
    throw new DagDefinitionError(
      place,
      `an edge needs what task(), group() or an operator returned, not ${typeof end === "string" ? JSON.stringify(end) : typeof end}`,
    );
  }
  if (!end.isIn(draft)) throw new DagDefinitionError(place, `${end.label} belongs to another DAG`);
  return end;
}
